using System.Text.Json;
using Macro.CloudFormation.Intrinsics;
using Macro.Json;

namespace Macro.Core.StepFunctions.TraceContext;

/// <summary>Tells for each state whether the value that it passes on may not be an object.</summary>
/// <param name="targets">Determines what a task starts.</param>
/// <param name="isJsonata">Whether JSONata is the query language of the definition.</param>
internal sealed class StateOutput(TaskTargets targets, bool isJsonata)
{
    /// <summary>Finds the states that may follow a state with an input that may not be an object.</summary>
    /// <param name="state">The state.</param>
    /// <param name="inputMayBeNoObject">Whether the input of the state may not be an object.</param>
    /// <param name="mark">Receives the name of each such state; null when a field for it is absent.</param>
    public void Follow(ObjectNode state, bool inputMayBeNoObject, Action<Node?> mark)
    {
        var usesJsonata = State.UsesJsonata(state, isJsonata);
        var output = usesJsonata
            ? MayBeNoObject(state["Output"u8], Result(state, inputMayBeNoObject))
            : InJsonPath(state, inputMayBeNoObject);
        if (output) mark(state["Next"u8]);
        if (output) mark(state["Default"u8]);
        foreach (var rule in Items(state["Choices"u8]))
        {
            if (usesJsonata ? MayBeNoObject(rule["Output"u8], output || inputMayBeNoObject) : output) mark(rule["Next"u8]);
        }
        foreach (var catcher in Items(state["Catch"u8]))
        {
            var caught = usesJsonata
                ? MayBeNoObject(catcher["Output"u8], otherwise: false)
                : Placed(catcher["ResultPath"u8], result: false, inputMayBeNoObject);
            if (caught) mark(catcher["Next"u8]);
        }
    }

    /// <summary>Whether a value is surely an object: its members are written out.</summary>
    public static bool IsObject(Node? node) => node is ObjectNode && !Intrinsic.Is(node);

    /// <summary>Whether the value of a field may not be an object.</summary>
    /// <param name="field">The field; null when the state has none.</param>
    /// <param name="otherwise">Whether the value that is used without the field may not be an object.</param>
    public static bool MayBeNoObject(Node? field, bool otherwise) => field is null ? otherwise : !IsObject(field);

    /// <summary>Whether what a path selects from a value may not be an object. A path that is null selects an empty object.</summary>
    public static bool Selected(Node? path, bool value) => IsWhole(path) ? value : !IsNull(path);

    /// <summary>Whether a path is absent or selects the whole value.</summary>
    public static bool IsWhole(Node? path) => path is null or { Text: "$" };

    private static bool IsNull(Node? path) => path is ScalarNode { Kind: JsonTokenType.Null };

    private bool InJsonPath(ObjectNode state, bool input)
    {
        var effective = Selected(state["InputPath"u8], input);
        var output = state["Type"u8]?.Text is "Wait" or "Choice"
            ? effective
            : Placed(state["ResultPath"u8], MayBeNoObject(state["ResultSelector"u8], Result(state, effective)), input);
        return Selected(state["OutputPath"u8], output);
    }

    /// <summary>Whether the result of a state may not be an object. A <c>Map</c> and a <c>Parallel</c> return arrays.</summary>
    private bool Result(ObjectNode state, bool input) => state["Type"u8]?.Text switch
    {
        "Task" => !targets.ReturnsObject(state["Resource"u8]),
        "Pass" => MayBeNoObject(state["Result"u8] ?? state["Parameters"u8], input),
        "Wait" or "Choice" => input,
        _ => true,
    };

    /// <summary>
    /// Whether the combination of a result with the input may not be an object. A result can be placed only into an object, unless the path
    /// begins with an index.
    /// </summary>
    private static bool Placed(Node? path, bool result, bool input) =>
        IsWhole(path) ? result
        : IsNull(path) ? input
        : path!.Text is not { } text
            || !text.StartsWith("$.", StringComparison.Ordinal) && !text.StartsWith("$['", StringComparison.Ordinal);

    private static IEnumerable<ObjectNode> Items(Node? list) => (list as ArrayNode ?? []).OfType<ObjectNode>();
}
