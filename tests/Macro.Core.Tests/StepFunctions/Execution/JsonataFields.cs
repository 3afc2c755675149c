using System.Text.Json.Nodes;
using Macro.Core.Tests.StepFunctions.TraceContext;

namespace Macro.Core.Tests.StepFunctions.Execution;

/// <summary>Fields of states in JSONata.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html</remarks>
internal static class JsonataFields
{
    /// <summary>The cause contains no expression, since the macro's edit is in it.</summary>
    private const string NoCause = "the expression has no value";

    /// <summary>A loop of states may nest its input in its output each time.</summary>
    private const int MaxDepth = 1000;

    /// <summary>A field with each expression in it replaced by its value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="states">The variable <c>$states</c>.</param>
    public static JsonNode? Fill(JsonNode? field, JsonObject states) => field switch
    {
        JsonArray items => new JsonArray([.. items.Select(item => Fill(item, states)?.DeepClone())]),
        JsonObject members => new JsonObject(
            members.Select(member => KeyValuePair.Create(member.Key, Fill(member.Value, states)?.DeepClone()))),
        JsonValue value when value.TryGetValue<string>(out var text) && text.StartsWith("{%", StringComparison.Ordinal) =>
            Evaluate(text, states),
        _ => field,
    };

    private static JsonNode? Evaluate(string expression, JsonObject states)
    {
        try
        {
            return StepFunctionsJsonata.EvaluateOrNull(expression, states.ToJsonString()) is { } value
                ? JsonNode.Parse(value.GetRawText(), documentOptions: new() { MaxDepth = MaxDepth })
                : throw new ExecutionFailedException("States.QueryEvaluationError", NoCause);
        }
        catch (InvalidOperationException)
        {
            throw new ExecutionFailedException("States.QueryEvaluationError", NoCause);
        }
    }
}
