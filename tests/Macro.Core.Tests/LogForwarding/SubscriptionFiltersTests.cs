using Macro.Core.Tests.Support;
using static Macro.Core.Tests.LogForwarding.Stack;

namespace Macro.Core.Tests.LogForwarding;

public class SubscriptionFiltersTests
{
    private const string Forwarder = $"\"{Deployed.Forwarder}\"";
    private const string Stream = "\"arn:aws:kinesis:us-east-1:123456789012:stream/s\"";
    private static readonly string Declared = LogGroup("G", """{"Fn::Sub":"/aws/lambda/${F}"}""");

    [Theory]
    [InlineData("""{"Ref":"G"}""", Forwarder)]
    [InlineData("""{"Fn::Sub":"/aws/lambda/${F}"}""", Forwarder)]
    [InlineData("\"/aws/lambda/orders\"", Forwarder)]
    [InlineData("""{"Fn::GetAtt":["Retention","LogGroupName"]}""", Forwarder)]
    [InlineData("""{"Ref":"G"}""", """{"Fn::Sub":"arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:datadog-forwarder"}""")]
    public void Of_FilterForTheForwarder_IsEnough(string group, string destination)
    {
        const string retention =
            """ "Retention":{"Type":"Custom::LogRetention","Properties":{"LogGroupName":{"Fn::Join":["",["/aws/lambda/",{"Ref":"F"}]]}}}""";

        var deployed = Of(Function("F", "\"FunctionName\":\"orders\""), Declared, retention, Filter("S", group, destination)).Deploy();

        deployed.Filters.ShouldBeEmpty();
        deployed.LogGroups.ShouldBeNull();
        deployed.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Of_OneFilterForSomethingElse_LeavesRoomForOurs() =>
        Of(Function("F"), Declared, Filter("S", """{"Ref":"G"}""", Stream)).Deploy().Filters
            .ShouldBe(["""FDatadogLogSubscription: {"Ref":"G"}"""]);

    [Fact]
    public void Of_TwoFiltersForSomethingElse_LeaveNoRoom()
    {
        var deployed = Of(Function("F"), Declared, Filter("S", """{"Ref":"G"}""", Stream), Filter("T", """{"Ref":"G"}""", Stream)).Deploy();

        deployed.Filters.ShouldBeEmpty();
        deployed.Warnings.ShouldBe(["DD402 F"]);
        deployed.Messages.ShouldHaveSingleItem()
            .ShouldStartWith("Log group G already has two subscription filters in this template (S, T),");
    }

    [Fact]
    public void Of_TwoFiltersOfAnUndeclaredGroup_NameTheGroup()
    {
        const string name = "\"/aws/lambda/orders\"";

        Of(Function("F", "\"FunctionName\":\"orders\""), Filter("S", name, Stream), Filter("T", name, Stream)).Deploy()
            .Messages.ShouldHaveSingleItem()
            .ShouldStartWith("Log group /aws/lambda/orders already has two subscription filters in this template (S, T),");
    }

    /// <summary>The name alone makes no filter ours: it is the user's unless its logical id is of ours.</summary>
    [Fact]
    public void Of_FilterOfOurNameUnderAnotherId_IsTheTemplatesOwn()
    {
        var own = Filter("S", """{"Ref":"G"}""", Forwarder)
            .Replace("\"FilterPattern\"", "\"FilterName\":\"datadog-forwarder\",\"FilterPattern\"", StringComparison.Ordinal);

        Of(Function("F"), Declared, own).Deploy().Filters.ShouldBe(["""S: {"Ref":"G"}"""]);
    }

    [Fact]
    public void Of_FilterThatIsLeftOut_DoesNotCount()
    {
        var filter = Filter("S", """{"Ref":"G"}""", Forwarder, "\"Condition\":\"No\",");

        var stack = Of(Function("F"), Declared, filter) with { Sections = """ "Conditions":{"No":{"Fn::Equals":["a","b"]}},""" };

        stack.Deploy().Filters.ShouldBe(["""FDatadogLogSubscription: {"Ref":"G"}"""]);
    }

    [Fact]
    public void Put_IdOfTheTemplatesOwn_GetsAnother()
    {
        var deployed = Of(Function("F"), Declared, LogGroup("FDatadogLogSubscription", "\"/x\"")).Deploy();

        deployed.Filters.ShouldBe(["""FDatadogLogSubscriptionE227F7AE: {"Ref":"G"}"""]);
        deployed.Fragment.ShouldContain("""
            "FDatadogLogSubscription":{"Type":"AWS::Logs::LogGroup"
            """);
    }

    [Fact]
    public void Put_Filter_IsWhatCloudFormationTakes() =>
        Of(Function("F"), Declared).Deploy().Fragment.ShouldContain(
            JsonText.OneLine("""
                "FDatadogLogSubscription":{"Type":"AWS::Logs::SubscriptionFilter",
                  "Properties":{"LogGroupName":{"Ref":"G"},"FilterName":"datadog-forwarder","FilterPattern":"",
                    "DestinationArn":"arn:aws:lambda:us-east-1:123456789012:function:datadog-forwarder"}}
                """));
}
