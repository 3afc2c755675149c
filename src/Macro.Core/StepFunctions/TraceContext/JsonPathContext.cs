using Macro.CloudFormation.Intrinsics;
using Macro.Core.Diagnostics;
using Macro.Json;

namespace Macro.Core.StepFunctions.TraceContext;

/// <summary>
/// Injects the trace context into JSONPath states. Each <c>Into</c> method returns null when the state passes the context on, or else the
/// reason why it cannot.
/// </summary>
/// <remarks>
/// Source: https://docs.datadoghq.com/serverless/step_functions/merge-step-functions-lambda/, under "With JSONPath" and "Custom". The
/// context object: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html
/// </remarks>
internal static class JsonPathContext
{
    private const string Context = "$$['Execution', 'State', 'StateMachine']";
    private const string InputAndContext = "States.JsonMerge($$, $, false)";
    private static readonly string[] ContextKeys = ["Execution", "State", "StateMachine"];

    /// <summary>A function called by the optimized integration: its event is <c>Payload</c>.</summary>
    public static SkipReason? IntoPayload(State state)
    {
        if (Parameters(state) is not { } parameters) return NotAnObject("Parameters");
        if (parameters["Payload.$"u8] is { } path) return Merge(path, state, parameters);
        if (parameters["Payload"u8] is { } payload) return AddKeys(payload, "Payload", state);
        state.Set(parameters, "Payload.$", Context);
        return null;
    }

    /// <summary>A nested execution: the forwarder looks for <c>CONTEXT</c> in its input.</summary>
    public static SkipReason? IntoInput(State state)
    {
        if (Parameters(state) is not { } parameters) return NotAnObject("Parameters");
        if (parameters.Contains("Input.$"u8)) return NotAnObject("Input.$");
        if (parameters["Input"u8] is not { } input) state.Set(parameters, "Input", new ObjectNode { { "CONTEXT.$", Context } });
        else if (input is not ObjectNode members || Intrinsic.Is(input)) return NotAnObject("Input");
        else if (!Has(members, "CONTEXT"))
        {
            state.HadEmptyField = members.Count == 0;
            state.Set(members, "CONTEXT.$", Context);
        }
        return null;
    }

    /// <summary>A function whose ARN is the resource itself: its event is <c>Parameters</c>.</summary>
    public static SkipReason? IntoParameters(State state) =>
        state.Body["Parameters"u8] is { } payload ? AddKeys(payload, "Parameters", state) : NotAnObject("Parameters");

    /// <summary>Reverts <see cref="IntoPayload"/>.</summary>
    public static void RemoveFromPayload(State state)
    {
        if (Parameters(state) is not { } parameters) return;
        if (parameters["Payload.$"u8]?.Text == Context) state.Set(parameters, "Payload.$", null);
        else if (parameters["Payload.$"u8]?.Text == InputAndContext) state.Set(parameters, "Payload.$", "$");
        else RemoveKeys(parameters["Payload"u8], state);
    }

    /// <summary>Reverts <see cref="IntoInput"/>.</summary>
    /// <param name="state">The state.</param>
    /// <param name="hadEmptyInput">Whether the input was an empty object before.</param>
    public static void RemoveFromInput(State state, bool hadEmptyInput)
    {
        if (Parameters(state) is not { } parameters || parameters["Input"u8] is not ObjectNode input) return;
        if (input["CONTEXT.$"u8]?.Text != Context) return;
        if (input.Count == 1 && !hadEmptyInput) state.Set(parameters, "Input", null);
        else state.Set(input, "CONTEXT.$", null);
    }

    /// <summary>Reverts <see cref="IntoParameters"/>.</summary>
    public static void RemoveFromParameters(State state) => RemoveKeys(state.Body["Parameters"u8], state);

    private static void RemoveKeys(Node? payload, State state)
    {
        if (payload is not ObjectNode members || !HasContext(members)) return;
        foreach (var key in ContextKeys) state.Set(members, $"{key}.$", null);
    }

    private static bool HasContext(ObjectNode members) =>
        Array.TrueForAll(ContextKeys, key => members[$"{key}.$"]?.Text == $"$$.{key}");

    private static ObjectNode? Parameters(State state) =>
        state.Body["Parameters"u8] is ObjectNode parameters && !Intrinsic.Is(parameters) ? parameters : null;

    private static SkipReason? Merge(Node path, State state, ObjectNode parameters)
    {
        if (path.Text is Context or InputAndContext or "$$") return null;
        if (path.Text != "$") return NotAnObject("Payload.$");
        if (state.InputMayBeNoObject || !StateOutput.IsWhole(state.Body["InputPath"u8]))
            return new SkipReason(StateMachineDiagnostics.InputMayNotBeAnObject, "Payload.$");
        state.Set(parameters, "Payload.$", InputAndContext);
        return null;
    }

    private static SkipReason? AddKeys(Node payload, string field, State state)
    {
        if (payload is not ObjectNode members || Intrinsic.Is(payload)) return NotAnObject(field);
        if (HasContext(members)) return null;
        if (Array.Exists(ContextKeys, key => Has(members, key))) return new SkipReason(StateMachineDiagnostics.OwnContextKeys, field);
        foreach (var key in ContextKeys) state.Set(members, $"{key}.$", $"$$.{key}");
        return null;
    }

    private static bool Has(ObjectNode members, string key) => members[key] is not null || members[$"{key}.$"] is not null;

    private static SkipReason NotAnObject(string field) => new(StateMachineDiagnostics.FieldIsNotAnObject, field);
}
