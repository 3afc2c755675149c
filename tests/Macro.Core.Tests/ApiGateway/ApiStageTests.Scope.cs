using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.ApiGateway;

/// <content>Which stages are changed, tracing with X-Ray, and the way back.</content>
public sealed partial class ApiStageTests
{
    [Theory]
    [InlineData("""{"Ref":"Elsewhere"}""")]
    [InlineData("\"a1b2c3\"")]
    public void ForwardApiLogs_ApiElsewhere_IsLeftAlone(string apiId)
    {
        var stage = $$$""" "Stage":{"Type":"AWS::ApiGatewayV2::Stage","Properties":{"ApiId":{{{apiId}}},"StageName":"prod"}} """;

        var run = Run(stage, "access");

        run.Codes.ShouldBe(["DD414 Stage"]);
        run.Property("AccessLogSettings", "Stage").ShouldBeNull();
    }

    /// <summary>A deployment's logical id changes with each deployment; what is added for its stage must not.</summary>
    [Fact]
    public void ForwardApiLogs_StageOfADeployment_KeepsItsGroupWhenTheDeploymentChanges()
    {
        static string Deployment(string id) =>
            $$$"""
            "{{{id}}}":{"Type":"AWS::ApiGateway::Deployment","Properties":{"RestApiId":{"Ref":"Api"},"StageName":"dev"}},
            "Api":{"Type":"AWS::ApiGateway::RestApi"}
            """;

        var (first, second) = (Run(Deployment("Deployment1"), "access"), Run(Deployment("Deployment2"), "access"));

        first.Property("StageDescription.AccessLogSetting.DestinationArn", "Deployment1")
            .ShouldBe(second.Property("StageDescription.AccessLogSetting.DestinationArn", "Deployment2"));
        Filters(first).ShouldBe(Filters(second));
        Filters(first).ShouldHaveSingleItem().ShouldContain("ApiStage");
    }

    /// <summary>SAM's deployments name a stage that nobody uses.</summary>
    [Fact]
    public void ForwardApiLogs_DeploymentOfAStage_IsNotAStage()
    {
        var run = Run(
            With(Rest, ""","DeploymentId":{"Ref":"Deployment"}""") + """
            ,"Deployment":{"Type":"AWS::ApiGateway::Deployment","Properties":{"RestApiId":{"Ref":"Api"},"StageName":"Stage"}}
            """,
            "access");

        run.Instrumented.ShouldBe(["Stage"]);
        run.Property("StageDescription", "Deployment").ShouldBeNull();
    }

    [Theory]
    [InlineData("\"exclude\":\"Stage\"", "")]
    [InlineData("", "\"Metadata\":{\"Datadog\":{\"forwardApiLogs\":\"off\"}},")]
    [InlineData("", "\"Metadata\":{\"Datadog\":{\"enabled\":false}},")]
    public void ForwardApiLogs_StageThatIsLeftOut_StaysAsItIs(string parameter, string metadata)
    {
        var stage = With(Rest, "")
            .Replace("\"AWS::ApiGateway::Stage\",", "\"AWS::ApiGateway::Stage\"," + metadata, StringComparison.Ordinal);

        var run = Run(stage, "access", parameter: parameter);

        run.Property("AccessLogSetting", "Stage").ShouldBeNull();
        run.Instrumented.ShouldBeEmpty();
    }

    [Fact]
    public void ForwardApiLogs_WithoutAForwarder_IsAWarningAndChangesNothing()
    {
        var run = MacroRun.Of($$$"""{"Resources":{{{{With(Rest, "")}}}}}""", """{"forwardApiLogs":"all"}""");

        run.Codes.ShouldBe(["DD240 forwardApiLogs"]);
        run.Property("AccessLogSetting", "Stage").ShouldBeNull();
    }

    [Fact]
    public void ForwardApiLogs_BesideTheExtension_ForwardsOnlyTheStage()
    {
        var run = Run(
            With(Rest, "") + """, "F":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"python3.13","Handler":"a.b"}}""",
            "access", parameter: "\"addExtension\":true,\"apiKeySsmArn\":\"arn:p\"");

        Filters(run).ShouldBe(["""{"Ref":"StageAccessLogs"}"""]);
        run.Property("Layers")!.ShouldContain("Datadog-Extension");
    }

    [Fact]
    public void ForwardApiLogs_ConditionOfTheStage_IsThatOfItsGroupAndFilter()
    {
        var stage = With(Rest, "").Replace(
            "\"AWS::ApiGateway::Stage\",", "\"AWS::ApiGateway::Stage\",\"Condition\":\"Unknown\",", StringComparison.Ordinal);

        var run = Run(stage, "access");

        foreach (var id in (string[])["StageAccessLogs", "StageAccessLogsDatadogLogSubscription"])
            run.Resource(id).GetProperty("Condition").GetString().ShouldBe("Unknown");
    }

    [Theory]
    [InlineData(Rest, "", "true")]
    [InlineData(SamRest, "", "true")]
    [InlineData(Rest, ""","TracingEnabled":false""", "true")]
    [InlineData(Rest, ""","TracingEnabled":{"Ref":"Given"}""", """{"Ref":"Given"}""")]
    [InlineData(Http, "", null)]
    [InlineData(WebSocket, "", null)]
    public void EnableApiXrayTracing_Stage_IsTraced(string api, string settings, string? expected)
    {
        var run = MacroRun.Of($$$"""{"Resources":{{{{With(api, settings)}}}}}""", """{"enableApiXrayTracing":true}""");

        run.Property("TracingEnabled", "Stage").ShouldBe(expected);
        run.Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(""","TracingEnabled":false""")]
    [InlineData("")]
    public void Revert_Stage_IsAsItWas(string settings)
    {
        const string deployment =
            """ ,"D":{"Type":"AWS::ApiGateway::Deployment","Properties":{"StageName":"x","RestApiId":{"Ref":"Api"}}} """;
        var fragment = "{\"Resources\":{" + With(Rest, settings) + deployment + "}}";

        RevertRun.Of(fragment, $$"""{"enableApiXrayTracing":true,"forwardApiLogs":"access",{{Forwarder}}}""").ShouldBe(fragment);
    }

    /// <summary>One of two deployments makes the stage, whatever the conditions are.</summary>
    [Fact]
    public void ForwardApiLogs_OneStageOfTwoDeployments_HasOneGroupWithoutACondition()
    {
        const string deployment = """
            "AWS::ApiGateway::Deployment","Properties":{"RestApiId":{"Ref":"Api"},"StageName":"dev"}}
            """;

        var run = Run($$"""
            "Api":{"Type":"AWS::ApiGateway::RestApi"},
            "A":{"Condition":"Unknown","Type":{{deployment}},"B":{"Condition":"Yes","Type":{{deployment}}
            """, "access");

        var group = run.Fragment.GetProperty("Resources").EnumerateObject()
            .Where(resource => resource.Value.GetProperty("Type").ValueEquals("AWS::Logs::LogGroup")).ShouldHaveSingleItem();
        group.Value.TryGetProperty("Condition", out _).ShouldBeFalse();
        Filters(run).ShouldHaveSingleItem();
    }
}
