using static Macro.Core.Tests.LogForwarding.Stack;

namespace Macro.Core.Tests.LogForwarding;

public class ConditionTests
{
    private const string Conditions =
        """
        "Parameters":{"Secret":{"Type":"String","NoEcho":true}},
        "Conditions":{"Yes":{"Fn::Equals":["a","a"]},"No":{"Fn::Equals":["a","b"]},
        "Unknown":{"Fn::Equals":[{"Ref":"Secret"},"x"]},"Unknown2":{"Fn::Equals":[{"Ref":"Secret"},"y"]}},
        """;

    private const string Shared = "\"LoggingConfig\":{\"LogGroup\":\"/aws/lambda/shared\"}";

    [Fact]
    public void Add_ConditionalFunction_HasItsFilterAndNameUnderTheCondition()
    {
        var deployed = Deploy(Function("F", "", If("No")), Function("H"));

        deployed.Filters.ShouldBe(
        [
            $$"""FDatadogLogSubscription: {"Fn::Sub":"/aws/lambda/${F}"} if No after {{Deployed.CustomResource}}""",
            $$"""HDatadogLogSubscription: {"Fn::Sub":"/aws/lambda/${H}"} after {{Deployed.CustomResource}}""",
        ]);
        deployed.NamesToMake.ShouldBe(
        [
            """{"Fn::If":["No",{"Fn::Sub":"/aws/lambda/${F}"},{"Ref":"AWS::NoValue"}]}""",
            """{"Fn::Sub":"/aws/lambda/${H}"}""",
        ]);
    }

    [Theory]
    [InlineData("Yes", "Yes", " if Yes")]
    [InlineData("No", "No", " if No")]
    [InlineData("Unknown", "Unknown", " if Unknown")]
    [InlineData("Yes", null, "")]
    [InlineData("No", null, "")]
    [InlineData("Unknown", null, "")]
    [InlineData("Yes", "No", " if Yes")]
    [InlineData("No", "Unknown", " if Unknown")]
    [InlineData("Yes", "Unknown", "")]
    [InlineData("Unknown", "Unknown2", "")]
    public void Add_SharedGroup_HasTheConditionUnderWhichItIsUsed(string first, string? second, string expected)
    {
        var deployed = Deploy(Function("A", Shared, If(first)), Function("B", Shared, If(second)));

        deployed.Filters
            .ShouldBe([$"LogGroup416868C5DatadogLogSubscription: \"/aws/lambda/shared\"{expected} after {Deployed.CustomResource}"]);
    }

    [Theory]
    [InlineData("Yes", null, "GDatadogLogSubscription")]
    [InlineData("Unknown", null, "GDatadogLogSubscription")]
    [InlineData("No", "No", "GDatadogLogSubscription")]
    [InlineData("No", null, "FDatadogLogSubscription")]
    public void Add_ConditionalGroup_CountsWhereItMayBeThere(string group, string? function, string expected)
    {
        var deployed = Deploy(Function("F", "", If(function)), LogGroup("G", """{"Fn::Sub":"/aws/lambda/${F}"}""", If(group)));

        deployed.Filters.ShouldHaveSingleItem().ShouldStartWith(expected);
    }

    [Fact]
    public void Add_GroupDeclaredOncePerCondition_HasAFilterForEach()
    {
        const string name = """{"Fn::Sub":"/aws/lambda/${F}"}""";

        var deployed = Deploy(Function("F"), LogGroup("G", name, If("Unknown")), LogGroup("H", name, If("Unknown2")));

        deployed.Filters.ShouldBe(
        [
            """GDatadogLogSubscription: {"Ref":"G"} if Unknown""",
            """HDatadogLogSubscription: {"Ref":"H"} if Unknown2""",
        ]);
    }

    [Theory]
    [InlineData("Yes", """GDatadogLogSubscription: {"Ref":"G"}""")]
    [InlineData("No", "FDatadogLogSubscription: {\"Fn::Sub\":\"/aws/lambda/${F}\"} after " + Deployed.CustomResource)]
    public void Add_LoggingConfigUnderKnownCondition_IsThatOfTheDeployment(string condition, string expected)
    {
        var loggingConfig = $$"""{"Fn::If":["{{condition}}",{"LogGroup":{"Ref":"G"} },{"Ref":"AWS::NoValue"}]}""";

        Deploy(Function("F", $"\"LoggingConfig\":{loggingConfig}"), LogGroup("G")).Filters.ShouldBe([expected]);
    }

    [Fact]
    public void Add_LoggingConfigUnderUnknownCondition_TravelsWithTheFunctionsOwnGroup()
    {
        const string loggingConfig = """ "LoggingConfig":{"LogGroup":{"Fn::If":["Unknown","/aws/lambda/x",{"Ref":"AWS::NoValue"}]}} """;

        var deployed = Deploy(Function("F", loggingConfig));

        deployed.Filters
            .ShouldHaveSingleItem().ShouldEndWith(""": {"Fn::If":["Unknown","/aws/lambda/x",{"Fn::Sub":"/aws/lambda/${F}"}]}""");
    }

    private static Deployed Deploy(params string[] resources) => (Of(resources) with { Sections = Conditions }).Deploy();

    private static string If(string? condition) => condition is null ? "" : $"\"Condition\":\"{condition}\",";
}
