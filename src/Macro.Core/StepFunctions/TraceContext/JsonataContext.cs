using Macro.CloudFormation.Intrinsics;
using Macro.Core.Diagnostics;
using Macro.Json;

namespace Macro.Core.StepFunctions.TraceContext;

/// <summary>
/// Injects the trace context into JSONata states. Each <c>Into</c> method returns null when the state passes the context on, or else the
/// reason why it cannot.
/// </summary>
/// <remarks>
/// Sources: https://docs.datadoghq.com/serverless/step_functions/merge-step-functions-lambda/, under "With JSONata", and
/// https://docs.datadoghq.com/serverless/step_functions/distributed-maps/
/// </remarks>
internal static class JsonataContext
{
    private const string Key = "_datadog";

    /// <summary>A function called by the optimized integration: its event is <c>Payload</c>.</summary>
    public static SkipReason? IntoPayload(State state) => IntoArgument(state, "Payload");

    /// <summary>A nested execution: its input is <c>Input</c>.</summary>
    public static SkipReason? IntoInput(State state) => IntoArgument(state, "Input");

    /// <summary>A function whose ARN is the resource itself: its event is <c>Arguments</c>, or the input if there are none.</summary>
    public static SkipReason? IntoArguments(State state) =>
        state.Body.Contains("Arguments"u8) ? Into(state, state.Body, "Arguments", JsonataExpression.OfTask) : NotAnObject("Arguments");

    /// <summary>A distributed <c>Map</c>: the input of the execution of each batch contains <c>BatchInput</c>.</summary>
    public static SkipReason? IntoBatches(State state) => state.Body["ItemBatcher"u8] is ObjectNode batcher && !Intrinsic.Is(batcher)
        ? Into(state, batcher, "BatchInput", JsonataExpression.OfBatch)
        : new SkipReason(StateMachineDiagnostics.BatchesNotTraced);

    private static SkipReason? IntoArgument(State state, string name) =>
        state.Body["Arguments"u8] is ObjectNode arguments && !Intrinsic.Is(arguments)
            ? Into(state, arguments, name, JsonataExpression.OfTask)
            : NotAnObject("Arguments");

    private static SkipReason? Into(State state, ObjectNode parent, string name, JsonataExpression context)
    {
        var value = parent[name];
        if (value is null) state.Set(parent, name, new ObjectNode { { Key, context.Alone } });
        else if (value is ObjectNode members && !Intrinsic.Is(value)) AddTo(state, members, context);
        else if (JsonataExpression.Inside(value.Text) is not { } expression) return NotAnObject(name);
        else if (!expression.Contains(Key, StringComparison.Ordinal))
            state.Set(parent, name, context.MergedInto(expression));
        return null;
    }

    private static void AddTo(State state, ObjectNode members, JsonataExpression context)
    {
        if (members.Contains("_datadog"u8)) return;
        state.HadEmptyField = members.Count == 0;
        state.Set(members, Key, context.Alone);
    }

    /// <summary>Removes the context from a field: <c>Payload</c>, <c>Input</c>, <c>Arguments</c> or <c>BatchInput</c>.</summary>
    /// <param name="state">The state.</param>
    /// <param name="parent">The object with the field; null for none.</param>
    /// <param name="name">Name of the field.</param>
    /// <param name="wasEmpty">Whether the field was an empty object before.</param>
    public static void Remove(State state, ObjectNode? parent, string name, bool wasEmpty)
    {
        var value = parent?[(MemberName)name];
        if (value is ObjectNode members && JsonataExpression.IsMacroOwned(members[(MemberName)Key]?.Text))
        {
            if (members.Count == 1 && !wasEmpty) state.Set(parent!, name, null);
            else state.Set(members, Key, null);
        }
        else if (JsonataExpression.Unwrap(value?.Text) is { } field)
        {
            state.Set(parent!, name, field);
        }
    }

    private static SkipReason NotAnObject(string field) => new(StateMachineDiagnostics.FieldIsNotAnObject, field);
}
