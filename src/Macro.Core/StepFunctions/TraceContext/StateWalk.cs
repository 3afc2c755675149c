using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;
using Macro.Core.StepFunctions.Definitions;
using Macro.Core.StepFunctions.StateMachines;
using Macro.Json;

namespace Macro.Core.StepFunctions.TraceContext;

/// <summary>Visits all states of a definition, and adds or removes the trace context of those that start something.</summary>
internal sealed class StateWalk(Definition definition, StateMachine machine, InstrumentationContext context, InstrumentationMemory memory)
{
    /// <summary>The value that is displayed for an edited state.</summary>
    private const string TraceContext = "trace context";

    private readonly bool _isJsonata = definition.Root["QueryLanguage"u8]?.Text == "JSONata";
    private readonly TaskTargets _targets = new(definition, machine.Evaluator, context.Template);
    private readonly StateNumbers _kept = new("states", memory);
    private readonly StateNumbers _empty = new("empty-inputs", memory);
    private int _number;

    /// <summary>Adds the trace context, and warns about states that cannot have it.</summary>
    public void Inject()
    {
        if (definition.Root["States"u8] is not ObjectNode)
        {
            var target = new ResourceTarget(machine.LogicalId);
            context.Diagnostics.Add(StateMachineDiagnostics.DefinitionUnreadable.For(target, "it has no States object"));
            return;
        }
        Walk(definition.Root, mayStartWithNoObject: false, Inject);
        _kept.Save();
        _empty.Save();
    }

    /// <summary>Removes the trace context from the states that did not have it before.</summary>
    public void Remove() => Walk(definition.Root, mayStartWithNoObject: false, Remove);

    private void Walk(ObjectNode states, bool mayStartWithNoObject, Action<State> visit)
    {
        if (states["States"u8] is not ObjectNode all) return;
        var unsure = InputShape.MayBeNoObject(states["StartAt"u8]?.Text, all, mayStartWithNoObject);
        foreach (var (name, node) in all)
        {
            if (node is not ObjectNode body) continue;
            var state = new State(name, body, State.UsesJsonata(body, _isJsonata), unsure.Contains(name));
            _number++;
            visit(state);
            if (state.IsEdited) Record(name);
            WalkInside(state, visit);
        }
    }

    private void Record(string name) =>
        machine.Editor.Record(ChangeKind.State, definition.Show(name), machine.Properties, definition.Property, TraceContext);

    private void WalkInside(State state, Action<State> visit)
    {
        if (state is { Type: "Map", Processor: { } processor }) Walk(processor, InputShape.ItemMayBeNoObject(state), visit);
        if (state.Type != "Parallel" || state.Body["Branches"u8] is not ArrayNode branches) return;
        foreach (var branch in branches.OfType<ObjectNode>()) Walk(branch, InputShape.BranchInputMayBeNoObject(state), visit);
    }

    private void Inject(State state)
    {
        var isTarget = true;
        var skipped = state.Type switch
        {
            "Task" => InjectTask(state, out isTarget),
            "Map" when state.IsDistributed => state.IsJsonata
                ? JsonataContext.IntoBatches(state)
                : new SkipReason(StateMachineDiagnostics.BatchesNotTraced),
            _ => null,
        };
        if (skipped is not null) context.Diagnostics.Add(skipped.For(new ResourceTarget(machine.LogicalId), definition.Show(state.Name)));
        else if (isTarget && !state.IsEdited) _kept.Add(_number);
        if (state.HadEmptyField) _empty.Add(_number);
    }

    private SkipReason? InjectTask(State state, out bool isTarget)
    {
        var target = _targets.Find(state.Body["Resource"u8]);
        isTarget = target is not TaskTarget.Other;
        return (target, state.IsJsonata) switch
        {
            (TaskTarget.LambdaInvoke, false) => JsonPathContext.IntoPayload(state),
            (TaskTarget.LambdaInvoke, true) => JsonataContext.IntoPayload(state),
            (TaskTarget.StartExecution, false) => JsonPathContext.IntoInput(state),
            (TaskTarget.StartExecution, true) => JsonataContext.IntoInput(state),
            (TaskTarget.Function, false) => JsonPathContext.IntoParameters(state),
            (TaskTarget.Function, true) => JsonataContext.IntoArguments(state),
            (TaskTarget.Unknown, _) => new SkipReason(StateMachineDiagnostics.UnknownTask),
            _ => null,
        };
    }

    private void Remove(State state)
    {
        if (_kept.Has(_number)) return;
        var wasEmpty = _empty.Has(_number);
        if (state.IsDistributed && state.IsJsonata)
            JsonataContext.Remove(state, state.Body["ItemBatcher"u8] as ObjectNode, "BatchInput", wasEmpty);
        if (state.Type != "Task") return;
        var arguments = state.Body["Arguments"u8] as ObjectNode;
        switch (_targets.Find(state.Body["Resource"u8]), state.IsJsonata)
        {
            case (TaskTarget.LambdaInvoke, false): JsonPathContext.RemoveFromPayload(state); break;
            case (TaskTarget.LambdaInvoke, true): JsonataContext.Remove(state, arguments, "Payload", wasEmpty); break;
            case (TaskTarget.StartExecution, false): JsonPathContext.RemoveFromInput(state, wasEmpty); break;
            case (TaskTarget.StartExecution, true): JsonataContext.Remove(state, arguments, "Input", wasEmpty); break;
            case (TaskTarget.Function, false): JsonPathContext.RemoveFromParameters(state); break;
            case (TaskTarget.Function, true): JsonataContext.Remove(state, state.Body, "Arguments", wasEmpty); break;
        }
    }
}
