using Macro.Json;

namespace Macro.Core.StepFunctions.TraceContext;

/// <summary>
/// Finds states whose input may not be an object, so that merging the trace context into it would fail at run time: an item of a
/// <c>Map</c>, or the array that a <c>Map</c> or <c>Parallel</c> returns, also when other states pass it on unchanged.
/// </summary>
/// <remarks>Source: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html</remarks>
internal static class InputShape
{
    /// <summary>Names of the states whose input may not be an object.</summary>
    /// <param name="start">Name of the first state.</param>
    /// <param name="states">All states of the state machine, branch or processor.</param>
    /// <param name="mayStartWithNoObject">Whether the input of the first state may not be an object.</param>
    public static HashSet<string> MayBeNoObject(string? start, ObjectNode states, bool mayStartWithNoObject)
    {
        var found = new HashSet<string>();
        var open = new Stack<string>();
        if (mayStartWithNoObject && start is not null) open.Push(start);
        foreach (var (_, node) in states)
        {
            if (node is ObjectNode state && GivesNoObject(state)) PushAll(open, Successors(state));
        }
        while (open.TryPop(out var name))
        {
            if (found.Add(name) && states[name] is ObjectNode state && PassesInputOn(state)) PushAll(open, Successors(state));
        }
        return found;
    }

    /// <summary>Whether the input of a <c>Map</c>'s processor may not be an object.</summary>
    public static bool ItemMayBeNoObject(State map) =>
        !map.Body.Contains("ItemBatcher"u8)
        && (map.Body["ItemSelector"u8] ?? (map.IsJsonata ? null : map.Body["Parameters"u8])) is not ObjectNode;

    /// <summary>Whether the input of the branches of a <c>Parallel</c> may not be an object.</summary>
    public static bool BranchInputMayBeNoObject(State parallel) =>
        parallel.InputMayBeNoObject && parallel.Body[parallel.IsJsonata ? "Arguments" : "Parameters"] is not ObjectNode;

    private static bool GivesNoObject(ObjectNode state) => ReplacesInput(state) && state["Type"u8]?.Text switch
    {
        "Map" or "Parallel" => !state.Contains("ResultSelector"u8) && state["Output"u8] is not ObjectNode,
        "Pass" => state["Result"u8] is { } result and not ObjectNode,
        _ => false,
    };

    private static bool PassesInputOn(ObjectNode state) =>
        state["ResultPath"u8] is ScalarNode { Spelling: null } || state["Type"u8]?.Text switch
        {
            "Choice" or "Wait" => !state.Contains("Output"u8),
            "Pass" => !state.Contains("Result"u8) && !state.Contains("Parameters"u8) && !state.Contains("Output"u8),
            _ => false,
        };

    /// <summary>Whether the result replaces the input, instead of being merged into it or discarded.</summary>
    private static bool ReplacesInput(ObjectNode state) => state["ResultPath"u8] is null or { Text: "$" };

    private static IEnumerable<string> Successors(ObjectNode state)
    {
        var rules = state["Choices"u8] as ArrayNode ?? [];
        return rules.OfType<ObjectNode>().Select(rule => rule["Next"u8]).Append(state["Next"u8]).Append(state["Default"u8])
            .Select(next => next?.Text).OfType<string>();
    }

    private static void PushAll(Stack<string> open, IEnumerable<string> names)
    {
        foreach (var name in names) open.Push(name);
    }
}
