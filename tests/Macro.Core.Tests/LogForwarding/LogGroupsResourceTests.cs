using Macro.Core.Tests.Support;
using static Macro.Core.Tests.LogForwarding.Stack;

namespace Macro.Core.Tests.LogForwarding;

public class LogGroupsResourceTests
{
    [Fact]
    public void Put_Groups_AreListedOnceForTheStack() =>
        (Of(Function("A"), Function("B")) with { Parameters = ",\"logRetentionInDays\":14" }).Deploy().LogGroups.ShouldBe(
            JsonText.OneLine($$"""
                "{{Deployed.CustomResource}}":{"Type":"Custom::DatadogLogGroups","DeletionPolicy":"Retain","UpdateReplacePolicy":"Retain",
                  "Properties":{"ServiceToken":"{{Deployed.MacroFunction}}",
                    "LogGroupNames":[{"Fn::Sub":"/aws/lambda/${A}"},{"Fn::Sub":"/aws/lambda/${B}"}],"RetentionInDays":"14"}
                """) + "}");

    [Fact]
    public void Put_RemoveLegacySubscriptions_ListsDeclaredGroupsToo()
    {
        var stack = Of(Function("A"), Function("B"), LogGroup("G", """{"Fn::Sub":"/aws/lambda/${B}"}"""));

        var deployed = (stack with { Parameters = ",\"removeLegacySubscriptions\":true" }).Deploy();

        deployed.LogGroups!.ShouldContain(
            JsonText.OneLine($$"""
                "LogGroupNames":[{"Fn::Sub":"/aws/lambda/${A}"}],"LegacyForwarderArn":"{{Deployed.Forwarder}}",
                "LegacyLogGroupNames":[{"Fn::Sub":"/aws/lambda/${A}"},{"Ref":"G"}]
                """));
        deployed.Filters.Last().ShouldBe($$"""BDatadogLogSubscription: {"Ref":"G"} after {{Deployed.CustomResource}}""");
    }

    [Fact]
    public void Put_RemoveLegacySubscriptionsOutsideThePrefixes_IsLeftToTheUser()
    {
        var stack = Of(Function("A", """ "LoggingConfig":{"LogGroup":{"Ref":"G"}}"""), LogGroup("G", "\"/app\""));

        var deployed = (stack with { Parameters = ",\"removeLegacySubscriptions\":true" }).Deploy();

        deployed.LogGroups.ShouldBeNull();
        deployed.Warnings.ShouldBe(["DD404 A"]);
    }

    [Fact]
    public void Put_OtherServiceToken_ReplacesTheOneThatIsThere()
    {
        var before = Of(Function("A")).Deploy();

        var after = (Of() with { Fragment = before.Fragment, MacroFunction = "arn:aws:lambda:us-east-1:123456789012:function:Other" })
            .Deploy();

        after.LogGroups!.ShouldStartWith("\"DatadogLogGroupsBE16FDFF\"");
        after.Filters.ShouldBe(["""ADatadogLogSubscription: {"Fn::Sub":"/aws/lambda/${A}"} after DatadogLogGroupsBE16FDFF"""]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(":7")]
    [InlineData(":live")]
    [InlineData(":$LATEST")]
    public void Put_MacroFunctionWithQualifier_NamesTheFunctionOnly(string qualifier) =>
        (Of(Function("A")) with { MacroFunction = Deployed.MacroFunction + qualifier }).Deploy().LogGroups!
            .ShouldContain($"\"ServiceToken\":\"{Deployed.MacroFunction}\"");

    [Fact]
    public void Put_AccountThatTheEventDoesNotTell_IsLeftToTheDeployment() =>
        MacroRun.OfEvent(
            $$"""
            {"region":"us-east-1","fragment":{"Resources":{{{Function("A")}}} },
              "params":{"pythonLayerVersion":1,"forwarderArn":"{{Deployed.Forwarder}}"} }
            """)
            .Text
            .ShouldContain(
            """
            "ServiceToken":{"Fn::Sub":"arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:DatadogServerlessMacro"}
            """);

    [Fact]
    public void Put_GovCloud_IsOfItsPartition()
    {
        const string arn = "arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:";

        var deployed = (Of(Function("A")) with { Region = "us-gov-west-1", ForwarderArn = $"\"{arn}datadog-forwarder\"" }).Deploy();

        deployed.LogGroups!.ShouldContain($"\"ServiceToken\":\"{arn}DatadogServerlessMacro\"");
    }
}
