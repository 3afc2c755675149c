using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.LogForwarding;

/// <summary>The parameters <c>forwardLogGroups</c> and <c>forwarderPermission</c>.</summary>
public sealed class NamedLogGroupTests
{
    private const string Arn = "arn:aws:lambda:us-east-1:123456789012:function:fwd";
    private const string Function = """ "F":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"python3.13","Handler":"a.b"}} """;
    private const string Group = """ "Own":{"Type":"AWS::Logs::LogGroup","Properties":{"LogGroupName":"/ecs/orders"}} """;

    [Theory]
    [InlineData("[\"Own\"]", "OwnDatadogLogSubscription", """{"Ref":"Own"}""")]
    [InlineData("\"Own\"", "OwnDatadogLogSubscription", """{"Ref":"Own"}""")]
    [InlineData("[\"/ecs/orders\"]", "OwnDatadogLogSubscription", """{"Ref":"Own"}""")]
    [InlineData("[\"Own\",\"/ecs/orders\",{\"Ref\":\"Own\"}]", "OwnDatadogLogSubscription", """{"Ref":"Own"}""")]
    [InlineData("[\"/aws/lambda/x\"]", "LogGroup6EA2E44E2ECE5BAE2D3F", "\"/aws/lambda/x\"")]
    [InlineData("[{\"Ref\":\"Name\"}]", "LogGroup6EA2E44E2ECE5BAE2D3F", "\"/aws/lambda/x\"")]
    public void ForwardLogGroups_EachWayToName_GivesOneFilter(string groups, string idStart, string name)
    {
        var run = Run($"{Group}", $"\"forwardLogGroups\":{groups}");

        var filter = Filters(run).ShouldHaveSingleItem();
        filter.Name.StartsWith(idStart[..8], StringComparison.Ordinal).ShouldBeTrue(filter.Name);
        filter.Group.ShouldBe(name);
        run.Warnings.ShouldBeEmpty();
        run.Resource("Own").GetRawText().ShouldBe(Group.Trim()["\"Own\":".Length..]);
    }

    [Fact]
    public void ForwardLogGroups_GroupThatOnlyTheDeploymentKnows_IsForwardedAndNotMade()
    {
        var run = Run(Group, """ "forwardLogGroups":[{"Fn::ImportValue":"logs"},{"Fn::ImportValue":"logs"}] """);

        Filters(run).ShouldHaveSingleItem().Group.ShouldBe("""{"Fn::ImportValue":"logs"}""");
        run.Text.ShouldNotContain("Custom::DatadogLogGroups");
        run.Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[\"F\"]")]
    [InlineData("[{\"a\":1}]")]
    public void ForwardLogGroups_SomethingElse_IsAWarning(string groups)
    {
        var run = Run(Function, $"\"exclude\":\"F\",\"forwardLogGroups\":{groups}");

        run.Codes.ShouldBe(["DD410 forwardLogGroups"]);
        Filters(run).ShouldBeEmpty();
    }

    [Fact]
    public void ForwardLogGroups_GroupOfAFunction_HasOneFilter()
    {
        var run = Run(Function, """ "forwardLogGroups":[{"Fn::Sub":"/aws/lambda/${F}"}] """);

        Filters(run).ShouldHaveSingleItem().Name.ShouldBe("FDatadogLogSubscription");
    }

    [Fact]
    public void ForwardLogGroups_GroupWithTwoFilters_IsAWarning()
    {
        static string Filter(string id) =>
            $$$"""
            ,"{{{id}}}":{"Type":"AWS::Logs::SubscriptionFilter",
              "Properties":{"LogGroupName":{"Ref":"Own"},"DestinationArn":"arn:{{{id}}}"}}
            """;

        var run = Run(Group + Filter("A") + Filter("B"), "\"forwardLogGroups\":\"Own\"");

        run.Codes.ShouldBe(["DD402 forwardLogGroups"]);
        Filters(run).Count.ShouldBe(2);
    }

    [Fact]
    public void ForwardLogGroups_WithoutAForwarder_IsAWarning() =>
        MacroRun.Of($$$"""{"Resources":{{{{Group}}}}}""", """{"forwardLogGroups":"Own"}""").Codes.ShouldBe(["DD240 forwardLogGroups"]);

    [Theory]
    [InlineData("7")]
    [InlineData("[7]")]
    [InlineData("{\"Fn::ImportValue\":\"x\"}")]
    public void ForwardLogGroups_WrongValue_IsAnError(string groups) =>
        Run(Group, $"\"forwardLogGroups\":{groups}").Errors.Count.ShouldBe(groups == "7" ? 0 : 1);

    [Fact]
    public void ForwarderPermission_AnyFilter_DependsOnIt()
    {
        var run = Run(Function + "," + Machine, $"\"forwarderPermission\":true,\"stepFunctionForwarderArn\":\"{Arn}\"");

        var permission = run.Fragment.GetProperty("Resources").EnumerateObject()
            .Where(resource => resource.Value.GetProperty("Type").ValueEquals("AWS::Lambda::Permission")).ShouldHaveSingleItem();
        permission.Value.GetProperty("Properties").GetProperty("FunctionName").GetString().ShouldBe(Arn);
        permission.Value.GetProperty("Properties").GetProperty("SourceAccount").GetRawText().ShouldBe("""{"Ref":"AWS::AccountId"}""");
        foreach (var id in (string[])["FDatadogLogSubscription", "MLogGroupDatadogSubscriptionFilter"])
            run.Resource(id).GetProperty("DependsOn").GetRawText().ShouldContain(permission.Name);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData(
        """
        ,"P":{"Type":"AWS::Lambda::Permission","Properties":{"FunctionName":{"Ref":"Fwd"},"Action":"lambda:InvokeFunction",
          "Principal":"logs.amazonaws.com"}}
        """, 0)]
    public void ForwarderPermission_ForwarderOfTheTemplate_HasOne(string permission, int added)
    {
        var forwarder = ""","Fwd":{"Type":"AWS::Lambda::Function","Condition":"C","Properties":{"Runtime":"python3.13","Handler":"a.b"}}""";

        var run = MacroRun.Of(
            $$$"""
            {"Conditions":{"C":{"Fn::Equals":["a",{"Ref":"AWS::StackId"}]}},
              "Resources":{{{{Function}}}{{{forwarder}}}{{{permission}}}}}
            """,
            """{"forwarderArn":{"Fn::GetAtt":["Fwd","Arn"]},"forwarderPermission":true}""");

        var ours = run.Fragment.GetProperty("Resources").EnumerateObject()
            .Where(resource => resource.Name.StartsWith("DatadogForwarderPermission", StringComparison.Ordinal)).ToList();
        ours.Count.ShouldBe(added);
        foreach (var one in ours) one.Value.GetProperty("Condition").GetString().ShouldBe("C");
    }

    [Fact]
    public void Revert_FiltersAndPermission_AreGone()
    {
        var fragment = $$$"""{"Resources":{{{{Group}}}}}""";

        RevertRun.Of(fragment, $$"""{"forwarderArn":"{{Arn}}","forwarderPermission":true,"forwardLogGroups":["Own"]}""").ShouldBe(fragment);
    }

    private const string Machine =
        """
        "M":{"Type":"AWS::StepFunctions::StateMachine",
          "Properties":{"Definition":{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}}}
        """;

    private static MacroRun Run(string resources, string parameters) => MacroRun.Of(
        $$$"""{"Parameters":{"Name":{"Type":"String","Default":"/aws/lambda/x"}},"Resources":{{{{resources}}}}}""",
        $$"""{"forwarderArn":"{{Arn}}",{{parameters}}}""");

    private static List<(string Name, string Group)> Filters(MacroRun run) => [.. run.Fragment.GetProperty("Resources").EnumerateObject()
        .Where(resource => resource.Value.GetProperty("Type").ValueEquals("AWS::Logs::SubscriptionFilter"))
        .Select(filter => (filter.Name, filter.Value.GetProperty("Properties").GetProperty("LogGroupName").GetRawText()))];
}
