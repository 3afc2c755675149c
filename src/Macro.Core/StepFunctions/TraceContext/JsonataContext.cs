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
    private const string Attributes = "MessageAttributes";
    private const string Detail = "Detail";

    /// <summary>
    /// The maximum number of attributes of an SQS message, and of an SNS message that is delivered raw to a queue. Sources:
    /// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html,
    /// https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html
    /// </summary>
    private const int MaxAttributes = 10;

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

    /// <summary>A message to SQS or SNS: an attribute of it.</summary>
    public static SkipReason? IntoMessage(State state)
    {
        if (Arguments(state) is not { } arguments) return NotAnObject("Arguments");
        var attributes = arguments["MessageAttributes"u8];
        if (attributes is null) state.Set(arguments, Attributes, new ObjectNode { { Key, Attribute() } });
        else if (!StateOutput.IsObject(attributes)) return NotAnObject(Attributes);
        else if (attributes is ObjectNode members && !members.Contains("_datadog"u8))
        {
            if (members.Count >= MaxAttributes) return new SkipReason(StateMachineDiagnostics.TooManyAttributes);
            state.HadEmptyField = members.Count == 0;
            state.Set(members, Key, Attribute());
        }
        return null;
    }

    /// <summary>Events for EventBridge: the <c>Detail</c> of each that can have it.</summary>
    public static SkipReason? IntoEvents(State state)
    {
        if (Arguments(state)?["Entries"u8] is not ArrayNode entries) return NotAnObject("Entries");
        SkipReason? skipped = null;
        foreach (var entry in entries)
        {
            skipped = entry is ObjectNode members && members.Contains("Detail"u8)
                ? Into(state, members, Detail, JsonataExpression.OfTask) ?? skipped
                : NotAnObject(Detail);
        }
        return skipped;
    }

    private static ObjectNode Attribute() => new() { { "DataType", "String" }, { "StringValue", JsonataExpression.OfTask.Alone } };

    private static ObjectNode? Arguments(State state) =>
        state.Body["Arguments"u8] is ObjectNode arguments && !Intrinsic.Is(arguments) ? arguments : null;

    private static SkipReason? IntoArgument(State state, string name) => Arguments(state) is { } arguments
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

    /// <summary>Reverts <see cref="IntoMessage"/>.</summary>
    public static void RemoveFromMessage(State state, ObjectNode? arguments, bool wasEmpty)
    {
        if (arguments?["MessageAttributes"u8] is not ObjectNode attributes || attributes["_datadog"u8] is not ObjectNode attribute) return;
        if (!JsonataExpression.IsMacroOwned(attribute["StringValue"u8]?.Text)) return;
        if (attributes.Count == 1 && !wasEmpty) state.Set(arguments, Attributes, null);
        else state.Set(attributes, Key, null);
    }

    /// <summary>Reverts <see cref="IntoEvents"/>, which adds no <c>Detail</c>.</summary>
    public static void RemoveFromEvents(State state, ObjectNode? arguments)
    {
        foreach (var entry in arguments?["Entries"u8] as ArrayNode ?? []) Remove(state, entry as ObjectNode, Detail, wasEmpty: true);
    }

    private static SkipReason NotAnObject(string field) => new(StateMachineDiagnostics.FieldIsNotAnObject, field);
}
