using Macro.Core.Diagnostics;
using Macro.Core.Templates;

namespace Macro.Core.StepFunctions.Tracing;

/// <summary>Injects the trace context into states in JSONata. Each method gives null when the state hands the context on, now or before.</summary>
/// <remarks>
/// Sources: https://docs.datadoghq.com/serverless/step_functions/merge-step-functions-lambda/, under "With JSONata", and
/// https://docs.datadoghq.com/serverless/step_functions/distributed-maps/
/// </remarks>
internal static class JsonataContext
{
    private const string Key = "_datadog";

    /// <summary>A function by the optimized integration: its event is <c>Payload</c>.</summary>
    public static Obstacle? IntoPayload(State state) => IntoArgument(state, "Payload");

    /// <summary>A nested execution: its input is <c>Input</c>.</summary>
    public static Obstacle? IntoInput(State state) => IntoArgument(state, "Input");

    /// <summary>A function that is the resource itself: its event is <c>Arguments</c>, or the input where there are none.</summary>
    public static Obstacle? IntoArguments(State state) =>
        state.Body.Contains("Arguments"u8) ? Into(state.Body, "Arguments", JsonataExpression.OfTask) : NoObject("Arguments");

    /// <summary>A distributed <c>Map</c>: each batch brings <c>BatchInput</c> into the execution that it starts.</summary>
    public static Obstacle? IntoBatches(State state) => state.Body["ItemBatcher"u8] is ObjectNode batcher && !Intrinsic.Is(batcher)
        ? Into(batcher, "BatchInput", JsonataExpression.OfBatch)
        : new Obstacle(DiagnosticCatalog.BatchesNotTraced);

    private static Obstacle? IntoArgument(State state, string name) => state.Body["Arguments"u8] is ObjectNode arguments && !Intrinsic.Is(arguments)
        ? Into(arguments, name, JsonataExpression.OfTask)
        : NoObject("Arguments");

    private static Obstacle? Into(ObjectNode parent, string name, JsonataExpression context)
    {
        var value = parent[name];
        if (value is null) parent[name] = new ObjectNode { { Key, context.Alone } };
        else if (value is ObjectNode members && !Intrinsic.Is(value)) AddTo(members, context);
        else if (JsonataExpression.Inside(value.Text) is not { } expression) return NoObject(name);
        else if (!expression.Contains(Key, StringComparison.Ordinal)) parent[name] = context.MergedInto(expression);
        return null;
    }

    private static void AddTo(ObjectNode members, JsonataExpression context)
    {
        if (!members.Contains("_datadog"u8)) members[Key] = context.Alone;
    }

    private static Obstacle NoObject(string field) => new(DiagnosticCatalog.NoObjectForContext, field);
}
