using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Macro.Core.Tests.StepFunctions.Definitions;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.StepFunctions.Execution;

/// <summary>A definition in one of the forms that a template may use, and what its tasks return.</summary>
/// <param name="Text">The definition, with holes.</param>
/// <param name="Form">The form; null for an object.</param>
/// <param name="Results">The results of the tasks; see <see cref="FakeServices"/>.</param>
internal sealed record WorkflowCase(string Text, DefinitionForm? Form, IReadOnlyList<string> Results)
{
    private const string Substitutions = """
        "DefinitionSubstitutions":{"A":"aws","B":{"Ref":"AWS::NoValue"},"N":"30"}
        """;

    /// <summary>Texts that look like a trace context, where the expressions for JSONata look for one.</summary>
    private const string HostileBody = """
        {"a":{"body":"{_datadog: ey}"},"list":[{"body":"{\"_datadog\":{\"Value\":\"ey==\"}}"}],"value":{"_datadog":7}}
        """;

    private static readonly string[] Values =
    [
        "{}", """{"a":{"b":1},"list":[1,{"a":[2]},"t"]}""", """{"a":7,"list":[]}""", "[1,{\"a\":2}]", "[]", "\"text\"", "7", "true", "null",
    ];

    /// <summary>
    /// Inputs of executions: objects with values of every type. The value is what the first state of half of the cases selects.
    /// </summary>
    public static readonly IReadOnlyList<string> Inputs =
        [.. Values.Select(value => $$"""{"a":{{value}},"list":[{{value}},{"a":1}],"value":{{value}}}"""), "{}", HostileBody];

    public static Gen<WorkflowCase> Cases =>
        from isJsonata in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        from workflow in StateCases.Workflow(isJsonata, 2)
        from selects in Gen.Elements(true, false)
        from form in Gen.Elements<DefinitionForm?>([null, .. DefinitionForm.All])
        from results in Gen.ListOf(Gen.Elements([.. Values, FakeServices.Echo, FakeServices.Echo, FakeServices.Fails]), 3)
        select new WorkflowCase(
            selects && !isJsonata ? SelectingValue(workflow) : $"{{{(isJsonata ? "\"QueryLanguage\":\"JSONata\"," : "")}{workflow}}}",
            form, results);

    /// <summary>The definition as it is deployed without the macro.</summary>
    public JsonObject Before => Parse(Form is null ? Text : DefinitionForm.Resolve(JsonText.Read(Form.Write(Text))));

    /// <summary>The definition as it is deployed with the macro.</summary>
    public JsonObject After()
    {
        var definition = Form is null
            ? "\"Definition\":" + Text.Replace("<", "${", StringComparison.Ordinal).Replace(">", "}", StringComparison.Ordinal)
            : $"\"DefinitionString\":{Form.Write(Text)}";
        var properties = Workflow.Run($"{Workflow.LogsAndRole},{Substitutions},{definition}").Properties("M");
        return Parse(Form is null
            ? properties.GetProperty("Definition").GetRawText()
            : DefinitionForm.Resolve(JsonText.Read(properties.GetProperty("DefinitionString").GetRawText())));
    }

    public override string ToString() => $"{Form?.Name ?? "object"}: {Text}\nresults: {string.Join(' ', Results)}";

    /// <summary>The workflow after a state that passes on the value of the input, which may be of any type.</summary>
    private static string SelectingValue(string workflow)
    {
        var (start, states) = (workflow.IndexOf(','), workflow.IndexOf('{'));
        var first = workflow["\"StartAt\":".Length..start];
        return $$$"""
            {"StartAt":"First","States":{"First":{"Type":"Pass","InputPath":"$.value","Next":{{{first}}}},{{{workflow[(states + 1)..]}}}}
            """;
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json
        .Replace("<A>", "aws", StringComparison.Ordinal).Replace("${A}", "aws", StringComparison.Ordinal)
        .Replace("<B>", "b", StringComparison.Ordinal).Replace("${B}", "b", StringComparison.Ordinal))!.AsObject();
}
