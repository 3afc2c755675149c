using System.Text.Json;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests;

/// <summary>In the CDK's state machines, every state that calls a function or starts an execution passes the trace context on.</summary>
public class WorkflowExampleTests
{
    private static readonly string[] ContextMarks =
        ["$$.Execution", "States.JsonMerge($$, $, false)", "$$['Execution', 'State', 'StateMachine']", "_datadog"];

    [Fact]
    public void Transform_CdkWorkflow_InstrumentsEveryCallingState()
    {
        var run = CliRun.Of("transform", Repository.PathOf("examples/cdk/workflow.template.json"));
        run.Error.ShouldNotContain(" DD51");
        var states = JsonDocument.Parse(run.Output).RootElement.GetProperty("Resources").EnumerateObject()
            .Where(resource => resource.Value.GetProperty("Type").GetString() == "AWS::StepFunctions::StateMachine")
            .SelectMany(resource => States(Definition(resource.Value.GetProperty("Properties").GetProperty("DefinitionString"))))
            .Where(state => IsCall(state.Value)).ToList();

        states.Select(state => state.Name).ShouldBe(
            ["Check the trip", "Reserve a seat", "Note the seat", "Charge the card", "Tell the traveller", "Count the booking",
                "Send the documents", "Follow up later", "Ask for a review", "Send a batch", "Wait for the traveller",
                "Start the follow-up"],
            ignoreOrder: true, customMessage: "the states that call something");
        states.ShouldAllBe(state => HasContext(state.Value));
    }

    /// <summary>The definition with a word for each intrinsic function; the CDK joins strings and functions without a separator.</summary>
    private static JsonElement Definition(JsonElement definition)
    {
        var text = definition.ValueKind == JsonValueKind.String
            ? definition.GetString()!
            : string.Concat(definition.GetProperty("Fn::Join")[1].EnumerateArray().Select(TextOrWord));
        return JsonDocument.Parse(text).RootElement;

        static string? TextOrWord(JsonElement part) => part.ValueKind == JsonValueKind.String ? part.GetString() : "X";
    }

    private static IEnumerable<JsonProperty> States(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object => node.EnumerateObject().SelectMany(member => member.Name == "States"
            ? member.Value.EnumerateObject().SelectMany(state => States(state.Value).Prepend(state))
            : States(member.Value)),
        JsonValueKind.Array => node.EnumerateArray().SelectMany(States),
        _ => [],
    };

    private static bool IsCall(JsonElement state) => state.TryGetProperty("Resource", out var resource)
        && resource.GetString() is { } text
        && (text == "X" || Contains(text, ":lambda:invoke") || Contains(text, ":states:startExecution"));

    private static bool HasContext(JsonElement state) =>
        ContextMarks.Any(mark => Contains(state.GetRawText().Replace("\\u0027", "'", StringComparison.Ordinal), mark));

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.Ordinal);
}
