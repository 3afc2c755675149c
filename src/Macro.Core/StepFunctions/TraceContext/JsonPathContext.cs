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
        if (parameters["Payload"u8] is { } payload) return AddKeys(payload, "Payload");
        parameters["Payload.$"] = Context;
        return null;
    }

    /// <summary>A nested execution: the forwarder looks for <c>CONTEXT</c> in its input.</summary>
    public static SkipReason? IntoInput(State state)
    {
        if (Parameters(state) is not { } parameters) return NoObject("Parameters");
        if (parameters.Contains("Input.$"u8)) return NoObject("Input.$");
        if (parameters["Input"u8] is not { } input) parameters["Input"] = new ObjectNode { { "CONTEXT.$", Context } };
        else if (input is not ObjectNode members || Intrinsic.Is(input)) return NoObject("Input");
        else if (!Has(members, "CONTEXT")) members["CONTEXT.$"] = Context;
        return null;
    }

    /// <summary>A function that is the resource itself: its event is <c>Parameters</c>.</summary>
    public static SkipReason? IntoParameters(State state) => state.Body["Parameters"u8] is { } payload ? AddKeys(payload, "Parameters") : NoObject("Parameters");

    private static ObjectNode? Parameters(State state) => state.Body["Parameters"u8] is ObjectNode parameters && !Intrinsic.Is(parameters) ? parameters : null;

    private static SkipReason? Merge(Node path, State state, ObjectNode parameters)
    {
        if (path.Text is Context or InputAndContext or "$$") return null;
        if (path.Text != "$") return NoObject("Payload.$");
        if (state.InputMayBeNoObject) return new SkipReason(StateMachineDiagnostics.InputMayNotBeAnObject, "Payload.$");
        parameters["Payload.$"] = InputAndContext;
        return null;
    }

    private static SkipReason? AddKeys(Node payload, string field)
    {
        if (payload is not ObjectNode members || Intrinsic.Is(payload)) return NoObject(field);
        if (Array.TrueForAll(ContextKeys, key => members[$"{key}.$"]?.Text == $"$$.{key}")) return null;
        if (Array.Exists(ContextKeys, key => Has(members, key))) return new SkipReason(StateMachineDiagnostics.OwnContextKeys, field);
        foreach (var key in ContextKeys) members[$"{key}.$"] = $"$$.{key}";
        return null;
    }

    private static bool Has(ObjectNode members, string key) => members[key] is not null || members[$"{key}.$"] is not null;

    private static SkipReason NoObject(string field) => new(StateMachineDiagnostics.FieldIsNotAnObject, field);
}
