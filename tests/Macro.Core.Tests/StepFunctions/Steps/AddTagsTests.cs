using Macro.Core.Configuration;

namespace Macro.Core.Tests.StepFunctions.Steps;

public sealed class AddTagsTests
{
    private const string Parameters =
        $$"""{"stepFunctionForwarderArn":"{{Workflow.Forwarder}}","service":"s","env":"e","version":"1.20","tags":"team:x"}""";

    [Fact]
    public void Apply_Tags_AreAddedWhereTheyAreMissing() =>
        Workflow.Run($$"""
            {{Workflow.LogsAndRole}},{{Workflow.Empty}},"Tags":[{"Key":"env","Value":"mine"},{"Key":"DD_TRACE_ENABLED","Value":"false"}]
            """, parameters: Parameters).Property("Tags", "M").ShouldBe(
            $$"""[{"Key":"env","Value":"mine"},{"Key":"DD_TRACE_ENABLED","Value":"false"},{"Key":"service","Value":"s"},"""
                + $$"""{"Key":"version","Value":"1.20"},{"Key":"team","Value":"x"},"""
                + $$"""{"Key":"dd_sls_macro","Value":"v{{MacroVersion.Text}}"}]""");

    [Theory]
    [InlineData(",\"enableDDTracing\":false", "")]
    [InlineData("", ",\"Metadata\":{\"Datadog\":{\"enableDDTracing\":\"false\"}}")]
    public void Apply_WithoutTracing_LeavesOutTheTagAndTheTraceContext(string stack, string own)
    {
        const string Definition = """
            "Definition":{"States":{"A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"Payload":1}}}}
            """;

        var run = Workflow.Run(
            $"{Workflow.LogsAndRole},{Definition.Trim()}",
            parameters: $$"""{"stepFunctionForwarderArn":"{{Workflow.Forwarder}}","env":"e"{{stack}}}""", attributes: own);

        run.Property("Tags", "M").ShouldBe(
            $$"""[{"Key":"env","Value":"e"},{"Key":"dd_sls_macro","Value":"v{{MacroVersion.Text}}"}]""");
        run.Text.ShouldContain(Definition.Trim());
        run.Text.ShouldContain("MLogGroupDatadogSubscriptionFilter");
        run.Codes.ShouldBeEmpty();
    }

    [Fact]
    public void Apply_TagsOfSam_AreAMap() => Workflow.RunSam(Workflow.Empty).Property("Tags", "S").ShouldBe(
        $$"""{"dd_sls_macro":"v{{MacroVersion.Text}}","dd_sls_macro_by":"SAM","DD_TRACE_ENABLED":"true"}""");

    [Fact]
    public void Apply_TagsThatAreAnExpression_AreLeftWithAWarning()
    {
        var run = Workflow.Run($$"""
            {{Workflow.LogsAndRole}},{{Workflow.Empty}},"Tags":{"Fn::FindInMap":["A","B","C"]}
            """);

        run.Warnings.ShouldHaveSingleItem().ShouldStartWith("DD502 M: Tags of the state machine is an expression");
        run.Property("Tags", "M").ShouldBe("""{"Fn::FindInMap":["A","B","C"]}""");
    }
}
