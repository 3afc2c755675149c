using Macro.Core.StepFunctions.Definitions;
using Macro.Json;

namespace Macro.Core.StepFunctions.TraceContext;

/// <summary>
/// Finds the states whose input may not be an object, so that merging the trace context into it could fail at run time. The input of the
/// whole execution counts as an object. Every state is visited at most twice.
/// </summary>
/// <remarks>
/// Sources: https://states-language.net/spec.html#filters,
/// https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html and
/// https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
/// </remarks>
internal sealed class InputFlow
{
    private readonly Definition _definition;
    private readonly Dictionary<string, ObjectNode> _states = [];
    private readonly HashSet<string> _found = [];
    private readonly Stack<ObjectNode> _open = new();
    private bool _hasAll;

    private InputFlow(Definition definition) => _definition = definition;

    /// <summary>Finds the states of one workflow: the state machine, a branch or a processor; nested workflows are not visited.</summary>
    /// <param name="workflow">The object with <c>StartAt</c> and <c>States</c>.</param>
    /// <param name="mayStartWithNoObject">Whether the input of the workflow may not be an object.</param>
    /// <param name="definition">The definition, which compares names.</param>
    /// <param name="output">Tells what each state passes on.</param>
    /// <returns>The names of the states in the spelling of <see cref="Definition.Canonical"/>.</returns>
    public static HashSet<string> Find(ObjectNode workflow, bool mayStartWithNoObject, Definition definition, StateOutput output)
    {
        var flow = new InputFlow(definition);
        foreach (var (name, node) in (ObjectNode)workflow["States"u8]!)
        {
            if (node is ObjectNode state) flow._states.TryAdd(definition.Canonical(name), state);
        }
        if (mayStartWithNoObject) flow.Mark(workflow["StartAt"u8]);
        foreach (var state in flow._states.Values) output.Follow(state, inputMayBeNoObject: false, flow.Mark);
        while (flow._open.TryPop(out var state)) output.Follow(state, inputMayBeNoObject: true, flow.Mark);
        return flow._found;
    }

    /// <summary>Whether the input of a <c>Map</c>'s processor may not be an object.</summary>
    public static bool ItemMayBeNoObject(State map) => !map.Body.Contains("ItemBatcher"u8)
        && !StateOutput.IsObject(map.Body["ItemSelector"u8] ?? (map.IsJsonata ? null : map.Body["Parameters"u8]));

    /// <summary>Whether the input of the branches of a <c>Parallel</c> may not be an object.</summary>
    public static bool BranchInputMayBeNoObject(State parallel) => parallel.IsJsonata
        ? StateOutput.MayBeNoObject(parallel.Body["Arguments"u8], parallel.InputMayBeNoObject)
        : StateOutput.MayBeNoObject(
            parallel.Body["Parameters"u8], StateOutput.Selected(parallel.Body["InputPath"u8], parallel.InputMayBeNoObject));

    /// <summary>Marks a state. A name that only the deployment knows may be that of any state.</summary>
    private void Mark(Node? next)
    {
        if (next is null || _hasAll) return;
        if (_definition.NameOf(next) is { } name && _states.ContainsKey(name))
        {
            Add(name);
            return;
        }
        _hasAll = true;
        foreach (var known in _states.Keys) Add(known);
    }

    private void Add(string name)
    {
        if (_found.Add(name)) _open.Push(_states[name]);
    }
}
