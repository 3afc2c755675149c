using Macro.Json;

namespace Macro.Core.StepFunctions.TraceContext;

/// <summary>
/// Tells where the input of a state may well be no object, so that merging something into it would fail at run time: an item of a
/// <c>Map</c>, or the array that a <c>Map</c> or <c>Parallel</c> gives, also when states hand it on that do not change it.
/// </summary>
/// <remarks>Source: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html</remarks>
internal static class InputShape
{
    /// <summary>Names of the states whose input may well be no object.</summary>
    /// <param name="start">The state that comes first.</param>
    /// <param name="states">All states beside it.</param>
    /// <param name="mayStartWithNoObject">Whether the first input may be none.</param>
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
            if (found.Add(name) && states[name] is ObjectNode state && HandsInputOn(state)) PushAll(open, Successors(state));
        }
        return found;
    }

    /// <summary>Whether an item of a <c>Map</c> may reach its processor as something else than an object made for it.</summary>
    public static bool ItemMayBeNoObject(State map) =>
        !map.Body.Contains("ItemBatcher"u8) && (map.Body["ItemSelector"u8] ?? (map.IsJsonata ? null : map.Body["Parameters"u8])) is not ObjectNode;

    /// <summary>Whether a branch of a <c>Parallel</c> may begin with something else than an object.</summary>
    public static bool BranchInputMayBeNoObject(State parallel) =>
        parallel.InputMayBeNoObject && parallel.Body[parallel.IsJsonata ? "Arguments" : "Parameters"] is not ObjectNode;

    private static bool GivesNoObject(ObjectNode state) => ReplacesInput(state) && state["Type"u8]?.Text switch
    {
        "Map" or "Parallel" => !state.Contains("ResultSelector"u8) && state["Output"u8] is not ObjectNode,
        "Pass" => state["Result"u8] is { } result and not ObjectNode,
        _ => false,
    };

    private static bool HandsInputOn(ObjectNode state) => state["ResultPath"u8] is ScalarNode { Spelling: null } || state["Type"u8]?.Text switch
    {
        "Choice" or "Wait" => !state.Contains("Output"u8),
        "Pass" => !state.Contains("Result"u8) && !state.Contains("Parameters"u8) && !state.Contains("Output"u8),
        _ => false,
    };

    /// <summary>Whether the result takes the place of the input, instead of going into it or being dropped.</summary>
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
