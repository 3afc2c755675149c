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

    private const string Shared = """ "LoggingConfig":{"LogGroup":{"Fn::Sub":"/aws/lambda/${X}/shared"}}""";

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
    [InlineData("Yes", "Unknown", " if DatadogCondition123FEC31FAE452658EE5")]
    [InlineData("Unknown", "Unknown2", " if DatadogCondition0463C683BE49768600ED")]
    public void Add_SharedGroup_HasTheConditionUnderWhichItIsUsed(string first, string? second, string expected)
    {
        var deployed = Deploy(Function("X"), Function("A", Shared, If(first)), Function("B", Shared, If(second)));

        deployed.Filters.Last().ShouldBe(
            """LogGroup95D7BD18A9BF06072FF4DatadogLogSubscription: {"Fn::Sub":"/aws/lambda/${X}/shared"}"""
            + $"{expected} after {Deployed.CustomResource}");
    }

    [Theory]
    [InlineData("Yes", null, "{\"Ref\":\"G\"} if Yes", null)]
    [InlineData("No", "No", "{\"Ref\":\"G\"} if No", null)]
    [InlineData("No", null, "{\"Fn::Sub\":\"/aws/lambda/${F}\"}", "{\"Fn::Sub\":\"/aws/lambda/${F}\"}")]
    [InlineData(
        "Unknown", null, "{\"Fn::If\":[\"Unknown\",{\"Ref\":\"G\"},{\"Fn::Sub\":\"/aws/lambda/${F}\"}]}",
        "{\"Fn::If\":[\"Unknown\",{\"Ref\":\"AWS::NoValue\"},{\"Fn::Sub\":\"/aws/lambda/${F}\"}]}")]
    public void Add_ConditionalGroup_CountsWhereItMayBeThere(string group, string? function, string expected, string? toCreate)
    {
        var deployed = Deploy(Function("F", "", If(function)), LogGroup("G", """{"Fn::Sub":"/aws/lambda/${F}"}""", If(group)));

        deployed.Filters.ShouldBe([$"FDatadogLogSubscription: {expected}{(toCreate is null ? "" : $" after {Deployed.CustomResource}")}"]);
        deployed.NamesToMake.ShouldBe(toCreate is null ? [] : [toCreate]);
    }

    [Fact]
    public void Add_GroupDeclaredOncePerCondition_HasOneFilter()
    {
        const string name = """{"Fn::Sub":"/aws/lambda/${F}"}""";

        var deployed = Deploy(Function("F"), LogGroup("G", name, If("Unknown")), LogGroup("H", name, If("Unknown2")));

        deployed.Filters.ShouldHaveSingleItem().ShouldStartWith(
            """
            FDatadogLogSubscription: {"Fn::If":["Unknown",{"Ref":"G"},{"Fn::If":["Unknown2",{"Ref":"H"},{"Fn::Sub":"/aws/lambda/${F}"}]}]}
            """);
    }

    [Theory]
    [InlineData("Yes", """GDatadogLogSubscription: {"Ref":"G"}""")]
    [InlineData("No", "FDatadogLogSubscription: {\"Fn::Sub\":\"/aws/lambda/${F}\"} after " + Deployed.CustomResource)]
    public void Add_LoggingConfigUnderKnownCondition_IsThatOfTheDeployment(string condition, string expected)
    {
        var loggingConfig = $$"""{"Fn::If":["{{condition}}",{"LogGroup":{"Ref":"G"} },{"Ref":"AWS::NoValue"}]}""";

        Deploy(Function("F", $"\"LoggingConfig\":{loggingConfig}"), LogGroup("G")).Filters.ShouldBe([expected]);
    }

    /// <summary>Each group has one filter, when a function writes to it; the macro creates only groups that are used.</summary>
    [Theory]
    [InlineData("""{"LogGroup":{"Fn::If":["Unknown",{"Ref":"Shared"},{"Ref":"AWS::NoValue"}]}}""")]
    [InlineData("""{"Fn::If":["Unknown",{"LogGroup":{"Ref":"Shared"}},{"Ref":"AWS::NoValue"}]}""")]
    public void Add_LoggingConfigUnderUnknownCondition_HasFiltersThatExcludeEachOther(string loggingConfig)
    {
        const string unless = "DatadogConditionD289A5C2D1BD8C938DA0";
        var property = $"\"LoggingConfig\":{loggingConfig}";

        var deployed = Deploy(Function("A", property), Function("B", property), LogGroup("Shared"));

        deployed.Filters.ShouldBe(
        [
            """SharedDatadogLogSubscription: {"Ref":"Shared"} if Unknown""",
            $$"""ADatadogLogSubscription: {"Fn::Sub":"/aws/lambda/${A}"} if {{unless}} after {{Deployed.CustomResource}}""",
            $$"""BDatadogLogSubscription: {"Fn::Sub":"/aws/lambda/${B}"} if {{unless}} after {{Deployed.CustomResource}}""",
        ]);
        deployed.NamesToMake.ShouldBe(
        [
            $$$"""{"Fn::If":["{{{unless}}}",{"Fn::Sub":"/aws/lambda/${A}"},{"Ref":"AWS::NoValue"}]}""",
            $$$"""{"Fn::If":["{{{unless}}}",{"Fn::Sub":"/aws/lambda/${B}"},{"Ref":"AWS::NoValue"}]}""",
        ]);
        deployed.Fragment.ShouldContain($$$""","{{{unless}}}":{"Fn::Not":[{"Condition":"Unknown"}]}},""");
        deployed.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Add_GroupOfEitherBranch_HasNoCondition()
    {
        var deployed = Deploy(
            Function("A", """ "LoggingConfig":{"LogGroup":{"Fn::If":["Unknown",{"Ref":"G"},{"Ref":"H"}]}}"""),
            Function("B", """ "LoggingConfig":{"LogGroup":{"Fn::If":["Unknown",{"Ref":"H"},{"Ref":"G"}]}}"""),
            LogGroup("G"), LogGroup("H"));

        deployed.Filters.ShouldBe(["""GDatadogLogSubscription: {"Ref":"G"}""", """HDatadogLogSubscription: {"Ref":"H"}"""]);
    }

    [Fact]
    public void Add_ConditionalFunctionWithConditionalLogGroup_HasBothConditions()
    {
        var deployed = Deploy(
            Function("A", """ "LoggingConfig":{"LogGroup":{"Fn::If":["Unknown",{"Ref":"G"},{"Ref":"AWS::NoValue"}]}}""", If("Unknown2")),
            LogGroup("G", "", If("Yes")));

        deployed.Fragment.ShouldContain("""{"Fn::And":[{"Condition":"Unknown"},{"Condition":"Yes"}]}""");
        deployed.Fragment.ShouldContain("""{"Fn::And":[{"Fn::Not":[{"Condition":"Unknown"}]},{"Condition":"Unknown2"}]}""");
    }

    [Fact]
    public void Add_ConditionOfTheFunctionInItsLogGroup_IsDecided()
    {
        const string loggingConfig = """ "LoggingConfig":{"LogGroup":{"Fn::If":["Unknown",{"Ref":"G"},{"Ref":"AWS::NoValue"}]}}""";

        Deploy(Function("A", loggingConfig, If("Unknown")), LogGroup("G")).Filters
            .ShouldBe(["""GDatadogLogSubscription: {"Ref":"G"}"""]);
    }

    [Fact]
    public void Add_MoreConditionsThanTheBound_IsAGroupThatNobodyKnows()
    {
        var name = string.Concat(Enumerable.Repeat("""{"Fn::If":["Unknown2",{"Ref":"G"},""", 17)) + "\"x\""
            + string.Concat(Enumerable.Repeat("]}", 17));

        Deploy(Function("A", $"\"LoggingConfig\":{{\"LogGroup\":{name}}}"), LogGroup("G")).Warnings.ShouldBe(["DD405 A"]);
    }

    private static Deployed Deploy(params string[] resources) => (Of(resources) with { Sections = Conditions }).Deploy();

    private static string If(string? condition) => condition is null ? "" : $"\"Condition\":\"{condition}\",";
}
