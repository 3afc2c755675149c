using Macro.CloudFormation.Intrinsics;
using Macro.Core.Diagnostics;
using Macro.Json;

namespace Macro.Core.StepFunctions.TraceContext;

/// <summary>Injects the trace context into states in JSONPath. Each method gives null when the state hands the context on, now or before.</summary>
/// <remarks>
/// Source: https://docs.datadoghq.com/serverless/step_functions/merge-step-functions-lambda/, under "With JSONPath" and "Custom". The
/// context object: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html
/// </remarks>
internal static class JsonPathContext
{
    private const string Context = "$$['Execution', 'State', 'StateMachine']";
    private const string InputAndContext = "States.JsonMerge($$, $, false)";
    private static readonly string[] ContextKeys = ["Execution", "State", "StateMachine"];

    /// <summary>A function by the optimized integration: its event is <c>Payload</c>.</summary>
    public static SkipReason? IntoPayload(State state)
    {
        if (Parameters(state) is not { } parameters) return NoObject("Parameters");
        if (parameters["Payload.$"u8] is { } path) return Merge(path, state, parameters);
        if (parameters["Payload"u8] is { } payload) return AddKeys(payload, "Payload", state);
        state.Set(parameters, "Payload.$", Context);
        return null;
    }

    /// <summary>A nested execution: the forwarder looks for <c>CONTEXT</c> in its input.</summary>
    public static SkipReason? IntoInput(State state)
    {
        if (Parameters(state) is not { } parameters) return NoObject("Parameters");
        if (parameters.Contains("Input.$"u8)) return NoObject("Input.$");
        if (parameters["Input"u8] is not { } input) state.Set(parameters, "Input", new ObjectNode { { "CONTEXT.$", Context } });
        else if (input is not ObjectNode members || Intrinsic.Is(input)) return NoObject("Input");
        else if (!Has(members, "CONTEXT"))
        {
            state.HadEmptyField = members.Count == 0;
            state.Set(members, "CONTEXT.$", Context);
        }
        return null;
    }

    /// <summary>A function that is the resource itself: its event is <c>Parameters</c>.</summary>
    public static SkipReason? IntoParameters(State state) => state.Body["Parameters"u8] is { } payload ? AddKeys(payload, "Parameters", state) : NoObject("Parameters");

    /// <summary>Takes back what <see cref="IntoPayload"/> set.</summary>
    public static void RemoveFromPayload(State state)
    {
        if (Parameters(state) is not { } parameters) return;
        if (parameters["Payload.$"u8]?.Text == Context) state.Set(parameters, "Payload.$", null);
        else if (parameters["Payload.$"u8]?.Text == InputAndContext) state.Set(parameters, "Payload.$", "$");
        else RemoveKeys(parameters["Payload"u8], state);
    }

    /// <summary>Takes back what <see cref="IntoInput"/> set.</summary>
    /// <param name="state">The state.</param>
    /// <param name="hadEmptyInput">Whether the input was an empty object before.</param>
    public static void RemoveFromInput(State state, bool hadEmptyInput)
    {
        if (Parameters(state) is not { } parameters || parameters["Input"u8] is not ObjectNode input) return;
        if (input["CONTEXT.$"u8]?.Text != Context) return;
        if (input.Count == 1 && !hadEmptyInput) state.Set(parameters, "Input", null);
        else state.Set(input, "CONTEXT.$", null);
    }

    /// <summary>Takes back what <see cref="IntoParameters"/> set.</summary>
    public static void RemoveFromParameters(State state) => RemoveKeys(state.Body["Parameters"u8], state);

    private static void RemoveKeys(Node? payload, State state)
    {
        if (payload is not ObjectNode members || !Array.TrueForAll(ContextKeys, key => members[$"{key}.$"]?.Text == $"$$.{key}")) return;
        foreach (var key in ContextKeys) state.Set(members, $"{key}.$", null);
    }

    private static ObjectNode? Parameters(State state) => state.Body["Parameters"u8] is ObjectNode parameters && !Intrinsic.Is(parameters) ? parameters : null;

    private static SkipReason? Merge(Node path, State state, ObjectNode parameters)
    {
        if (path.Text is Context or InputAndContext or "$$") return null;
        if (path.Text != "$") return NoObject("Payload.$");
        if (state.InputMayBeNoObject) return new SkipReason(StateMachineDiagnostics.InputMayNotBeAnObject, "Payload.$");
        state.Set(parameters, "Payload.$", InputAndContext);
        return null;
    }

    private static SkipReason? AddKeys(Node payload, string field, State state)
    {
        if (payload is not ObjectNode members || Intrinsic.Is(payload)) return NoObject(field);
        if (Array.TrueForAll(ContextKeys, key => members[$"{key}.$"]?.Text == $"$$.{key}")) return null;
        if (Array.Exists(ContextKeys, key => Has(members, key))) return new SkipReason(StateMachineDiagnostics.OwnContextKeys, field);
        foreach (var key in ContextKeys) state.Set(members, $"{key}.$", $"$$.{key}");
        return null;
    }

    private static bool Has(ObjectNode members, string key) => members[key] is not null || members[$"{key}.$"] is not null;

    private static SkipReason NoObject(string field) => new(StateMachineDiagnostics.FieldIsNotAnObject, field);
}
