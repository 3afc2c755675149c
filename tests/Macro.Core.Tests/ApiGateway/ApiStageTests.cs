using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.ApiGateway;

/// <summary>Stages of API Gateway: access logs, execution logs and X-Ray.</summary>
public sealed partial class ApiStageTests
{
    private const string Forwarder = "\"forwarderArn\":\"arn:aws:lambda:us-east-1:123456789012:function:fwd\"";
    private const string Account = "\"Account\":{\"Type\":\"AWS::ApiGateway::Account\",\"Properties\":{}}";
    private const string Rest =
        """
        "Api":{"Type":"AWS::ApiGateway::RestApi"},
        "Stage":{"Type":"AWS::ApiGateway::Stage","Properties":{"RestApiId":{"Ref":"Api"},"StageName":"prod"STAGE}}
        """;

    private const string WebSocket =
        """
        "Api":{"Type":"AWS::ApiGatewayV2::Api","Properties":{"ProtocolType":"WEBSOCKET"}},
        "Stage":{"Type":"AWS::ApiGatewayV2::Stage","Properties":{"ApiId":{"Ref":"Api"},"StageName":"prod"STAGE}}
        """;

    private const string Http =
        """
        "Api":{"Type":"AWS::ApiGatewayV2::Api","Properties":{"ProtocolType":"HTTP"}},
        "Stage":{"Type":"AWS::ApiGatewayV2::Stage","Properties":{"ApiId":{"Ref":"Api"},"StageName":"prod"STAGE}}
        """;

    private const string SamRest = """ "Stage":{"Type":"AWS::Serverless::Api","Properties":{"StageName":"prod"STAGE}} """;
    private const string SamHttp = """ "Stage":{"Type":"AWS::Serverless::HttpApi","Properties":{"StageName":"prod"STAGE}} """;

    [Theory]
    [InlineData(Rest, "AccessLogSetting", "resourcePath")]
    [InlineData(Http, "AccessLogSettings", "routeKey")]
    [InlineData(WebSocket, "AccessLogSettings", "eventType")]
    [InlineData(SamRest, "AccessLogSetting", "resourcePath")]
    [InlineData(SamHttp, "AccessLogSettings", "routeKey")]
    public void ForwardApiLogs_StageWithoutAccessLogs_GetsAGroupTheFormatAndAFilter(string api, string property, string mark)
    {
        var run = Run(With(api, "") + "," + Account, "access");

        run.Property($"{property}.DestinationArn", "Stage").ShouldBe("""{"Fn::GetAtt":["StageAccessLogs","Arn"]}""");
        run.Properties("Stage").GetProperty(property).GetProperty("Format").GetString()!.ShouldContain(mark);
        run.Property("LogGroupName", "StageAccessLogs").ShouldBe("""{"Fn::Sub":"/aws/api-gateway/${AWS::StackName}-Stage"}""");
        run.Property("LogGroupName", "StageAccessLogsDatadogLogSubscription").ShouldBe("""{"Ref":"StageAccessLogs"}""");
        run.Warnings.ShouldBeEmpty();
    }

    /// <summary>API Gateway requires one line; Datadog parses JSON.</summary>
    [Theory]
    [InlineData(Rest, "AccessLogSetting")]
    [InlineData(Http, "AccessLogSettings")]
    [InlineData(WebSocket, "AccessLogSettings")]
    public void ForwardApiLogs_Format_IsJsonInOneLine(string api, string property)
    {
        var format = Run(With(api, ""), "access").Properties("Stage").GetProperty(property).GetProperty("Format").GetString()!;

        format.ShouldNotContain('\n');
        using var line = System.Text.Json.JsonDocument.Parse(
            format.Replace(":$context.requestTimeEpoch", ":1", StringComparison.Ordinal)
                .Replace(":$context.status", ":200", StringComparison.Ordinal)
                .Replace(":$context.responseLength", ":1", StringComparison.Ordinal));
        line.RootElement.GetProperty("requestId").GetString().ShouldBe("$context.requestId");
    }

    [Theory]
    [InlineData(Rest, "DD413 Stage")]
    [InlineData(WebSocket, "DD413 Stage")]
    [InlineData(SamRest, "DD413 Stage")]
    [InlineData(Http, null)]
    public void ForwardApiLogs_AccountWithoutARole_IsAWarningWhereItMatters(string api, string? expected) =>
        Run(With(api, ""), "access").Codes.ShouldBe(expected is null ? [] : [expected]);

    /// <summary>The stage needs the account's role, so its group waits for it, unless that waits for the stage.</summary>
    [Theory]
    [InlineData("", "\"Account\"")]
    [InlineData("\"DependsOn\":\"Api\",", "\"Account\"")]
    [InlineData("\"DependsOn\":[\"Stage\"],", null)]
    public void ForwardApiLogs_AccountInTheTemplate_ComesFirst(string dependsOn, string? expected)
    {
        var account = Account.Replace("\"Properties\"", dependsOn + "\"Properties\"", StringComparison.Ordinal);

        var run = Run($"{With(Rest, "")},{account}", "access");

        (run.Resource("StageAccessLogs").TryGetProperty("DependsOn", out var first) ? first.GetRawText() : null).ShouldBe(expected);
    }

    [Theory]
    [InlineData("""{"Fn::GetAtt":["Own","Arn"]}""", """{"Ref":"Own"}""")]
    [InlineData("\"arn:aws:logs:us-east-1:123456789012:log-group:/aws/lambda/x:*\"", "\"/aws/lambda/x\"")]
    [InlineData("""{"Fn::If":["Yes",{"Fn::GetAtt":["Own","Arn"]},{"Ref":"AWS::NoValue"}]}""", """{"Ref":"Own"}""")]
    [InlineData("\"arn:aws:firehose:us-east-1:123456789012:deliverystream/amazon-apigateway-x\"", null)]
    public void ForwardApiLogs_AccessLogsOfTheUser_AreForwardedAsTheyAre(string arn, string? group)
    {
        var stage = With(Rest, $$$""","AccessLogSetting":{"DestinationArn":{{{arn}}},"Format":"$context.requestId"}""");

        var run = Run(stage + ""","Own":{"Type":"AWS::Logs::LogGroup"} """, "access");

        run.Property("AccessLogSetting", "Stage").ShouldBe($$"""{"DestinationArn":{{arn}},"Format":"$context.requestId"}""");
        Filters(run).ShouldBe(group is null ? [] : [group]);
        run.Resource("Own").GetRawText().ShouldBe("""{"Type":"AWS::Logs::LogGroup"}""");
    }

    [Theory]
    [InlineData("""{"Fn::If":["Unknown",{"DestinationArn":"x"},{"Ref":"AWS::NoValue"}]}""", "DD415 Stage")]
    [InlineData("""{"DestinationArn":{"Fn::If":["Unknown","a","b"]}}""", "DD415 Stage")]
    [InlineData("""{"DestinationArn":{"Fn::ImportValue":"x"}}""", "DD405 Stage")]
    [InlineData("""{"Fn::If":["Yes",{"Ref":"AWS::NoValue"},{"DestinationArn":"x"}]}""", null)]
    public void ForwardApiLogs_AccessLogsThatAreNotCertain_AreLeftAlone(string settings, string? warning)
    {
        var run = Run(With(Rest, $""","AccessLogSetting":{settings}"""), "access");

        run.Property("AccessLogSetting", "Stage").ShouldBe(settings);
        Filters(run).ShouldBeEmpty();
        run.Codes.ShouldBe(warning is null ? [] : [warning]);
    }

    [Fact]
    public void ForwardApiLogs_ExecutionLogs_AreForwardedWhereTheGroupCanBeMade()
    {
        var run = Run(With(WebSocket, ""","DefaultRouteSettings":{"LoggingLevel":"INFO"}"""), "execution", "/aws/apigateway/");

        Filters(run).ShouldBe(["""{"Fn::Join":["",["/aws/apigateway/",{"Ref":"Api"},"/","prod"]]}"""]);
        run.Warnings.ShouldBeEmpty();
        run.Text.ShouldContain("Custom::DatadogLogGroups");
    }

    [Theory]
    [InlineData(Rest, "Api")]
    [InlineData(SamRest, "Stage")]
    public void ForwardApiLogs_ExecutionGroupOfARestApi_IsForwardedWhereItIsDeclared(string api, string id)
    {
        const string logs = ""","MethodSettings":[{"HttpMethod":"*","ResourcePath":"/*","LoggingLevel":"ERROR"}]""";
        var group = """
            ,"Logs":{"Type":"AWS::Logs::LogGroup",
              "Properties":{"LogGroupName":{"Fn::Sub":"API-Gateway-Execution-Logs_${ID}/prod"}}}
            """.Replace("ID", id, StringComparison.Ordinal);

        var run = Run(With(api, logs) + group, "execution");

        Filters(run).ShouldBe(["""{"Ref":"Logs"}"""]);
        run.Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Rest, ""","MethodSettings":[{"LoggingLevel":"INFO"}]""", "DD411 Stage")]
    [InlineData(Rest, ""","MethodSettings":[{"LoggingLevel":"OFF"}]""", "DD412 Stage")]
    [InlineData(Rest, "", "DD412 Stage")]
    [InlineData(Http, "", null)]
    public void ForwardApiLogs_ExecutionLogsThatAreNotThere_AreNotForwarded(string api, string settings, string? warning)
    {
        var run = Run(With(api, settings), "execution");

        Filters(run).ShouldBeEmpty();
        run.Codes.ShouldBe(warning is null ? [] : [warning]);
    }

    private static string With(string api, string settings) => api.Replace("STAGE", settings, StringComparison.Ordinal);

    private static MacroRun Run(string resources, string logs, string prefixes = "", string parameter = "") => MacroRun.Of(
        $$$"""
        {"Parameters":{"Given":{"Type":"String","Default":"x"},"Late":{"Type":"AWS::SSM::Parameter::Value<String>"}},
          "Conditions":{"Yes":{"Fn::Equals":["a","a"]},"Unknown":{"Fn::Equals":[{"Ref":"Late"},"x"]}},"Resources":{{{{resources}}}}}
        """,
        $$"""{"forwardApiLogs":"{{logs}}",{{Forwarder}}{{(parameter.Length > 0 ? "," + parameter : "")}}}""",
        process: prefixes.Length > 0 ? [("DD_MACRO_LOG_GROUP_PREFIXES", prefixes)] : []);

    private static List<string> Filters(MacroRun run) => [.. run.Fragment.GetProperty("Resources").EnumerateObject()
        .Where(resource => resource.Value.GetProperty("Type").ValueEquals("AWS::Logs::SubscriptionFilter"))
        .Select(filter => filter.Value.GetProperty("Properties").GetProperty("LogGroupName").GetRawText())];
}
