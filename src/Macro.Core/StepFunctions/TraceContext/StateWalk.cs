using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;
using Macro.Core.StepFunctions.Definitions;
using Macro.Core.StepFunctions.StateMachines;
using Macro.Json;

namespace Macro.Core.StepFunctions.TraceContext;

/// <summary>Visits all states of a definition, and adds or removes the trace context of those that start something.</summary>
internal sealed class StateWalk
{
    /// <summary>The value that is displayed for an edited state.</summary>
    private const string TraceContext = "trace context";

    private readonly Definition _definition;
    private readonly StateMachine _machine;
    private readonly bool _isJsonata;
    private readonly TaskTargets _targets;
    private readonly StateOutput _output;
    private readonly StateNumbers _kept;
    private readonly StateNumbers _empty;
    private int _number;

    public StateWalk(Definition definition, StateMachine machine, InstrumentationContext context, InstrumentationMemory memory)
    {
        (_definition, _machine, Diagnostics) = (definition, machine, context.Diagnostics);
        _isJsonata = definition.Root["QueryLanguage"u8]?.Text == "JSONata";
        _targets = new TaskTargets(definition, machine.Evaluator, context.Template);
        _output = new StateOutput(_targets, _isJsonata);
        (_kept, _empty) = (new StateNumbers("states", memory), new StateNumbers("empty-inputs", memory));
    }

    /// <summary>Receives the warnings; by default those of the template.</summary>
    public DiagnosticBag Diagnostics { get; init; }

    /// <summary>Receives the names of the edited states instead of the journal. Default: null, the journal.</summary>
    public List<string>? Edited { get; init; }

    /// <summary>Adds the trace context, and warns about states that cannot have it.</summary>
    public void Inject()
    {
        if (_definition.Root["States"u8] is not ObjectNode)
        {
            var target = new PropertyTarget(_machine.LogicalId, _definition.Property);
            Diagnostics.Add(StateMachineDiagnostics.DefinitionUnreadable.For(target, "it has no States object"));
            return;
        }
        Walk(Whole, mayStartWithNoObject: false, Inject);
        _kept.Save();
        _empty.Save();
    }

    /// <summary>Removes the trace context from the states that did not have it before.</summary>
    public void Remove() => Walk(Whole, mayStartWithNoObject: false, (state, _) => Remove(state));

    private Workflow Whole => new(_definition.Root, () => _definition.Root.Path);

    private void Walk(Workflow workflow, bool mayStartWithNoObject, Action<State, Workflow> visit)
    {
        if (workflow.Body["States"u8] is not ObjectNode all) return;
        var unsure = InputFlow.Find(workflow.Body, mayStartWithNoObject, _definition, _output);
        foreach (var (name, node) in all)
        {
            if (node is not ObjectNode body) continue;
            var isUnsure = unsure.Count > 0 && unsure.Contains(_definition.Canonical(name));
            var state = new State(name, body, State.UsesJsonata(body, _isJsonata), isUnsure);
            _number++;
            visit(state, workflow);
            if (state.IsEdited) Record(name);
            WalkInside(state, workflow, visit);
        }
    }

    private void Record(string name)
    {
        if (Edited is not null) Edited.Add(name);
        else _machine.Editor.Record(ChangeKind.State, _definition.Show(name), _machine.Properties, _definition.Property, TraceContext);
    }

    private void WalkInside(State state, Workflow workflow, Action<State, Workflow> visit)
    {
        if (state is { Type: "Map", Processor: { } processor })
        {
            var nested = new Workflow(processor, () => workflow.PathOf(state.Name).Append(state.ProcessorName));
            Walk(nested, InputFlow.ItemMayBeNoObject(state), visit);
        }
        if (state.Type != "Parallel" || state.Body["Branches"u8] is not ArrayNode branches) return;
        for (var i = 0; i < branches.Count; i++)
        {
            var index = i;
            if (branches[i] is not ObjectNode branch) continue;
            var nested = new Workflow(branch, () => workflow.PathOf(state.Name).Append("Branches", index));
            Walk(nested, InputFlow.BranchInputMayBeNoObject(state), visit);
        }
    }

    private void Inject(State state, Workflow workflow)
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
        if (skipped is not null) Diagnostics.Add(skipped.For(TargetOf(state, workflow), _definition.Show(state.Name)));
        else if (isTarget && !state.IsEdited) _kept.Add(_number);
        if (state.HadEmptyField) _empty.Add(_number);
    }

    /// <summary>The state in the template; the whole definition when that is a text.</summary>
    private DiagnosticTarget TargetOf(State state, Workflow workflow) => _definition.IsInTemplate
        ? new ResourcePathTarget(_machine.LogicalId, workflow.PathOf(state.Name))
        : new PropertyTarget(_machine.LogicalId, _definition.Property);

    private SkipReason? InjectTask(State state, out bool isTarget)
    {
        var target = _targets.Find(state.Body["Resource"u8]);
        isTarget = target is not TaskTarget.Other && (state.IsJsonata || target is not (TaskTarget.Message or TaskTarget.Events));
        return (target, state.IsJsonata) switch
        {
            (TaskTarget.LambdaInvoke, false) => JsonPathContext.IntoPayload(state),
            (TaskTarget.LambdaInvoke, true) => JsonataContext.IntoPayload(state),
            (TaskTarget.StartExecution, false) => JsonPathContext.IntoInput(state),
            (TaskTarget.StartExecution, true) => JsonataContext.IntoInput(state),
            (TaskTarget.Function, false) => JsonPathContext.IntoParameters(state),
            (TaskTarget.Function, true) => JsonataContext.IntoArguments(state),
            (TaskTarget.Message, true) => JsonataContext.IntoMessage(state),
            (TaskTarget.Events, true) => JsonataContext.IntoEvents(state),
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
            case (TaskTarget.Message, true): JsonataContext.RemoveFromMessage(state, arguments, wasEmpty); break;
            case (TaskTarget.Events, true): JsonataContext.RemoveFromEvents(state, arguments); break;
        }
    }

    /// <summary>The state machine, a processor or a branch.</summary>
    /// <param name="Body">The object with <c>StartAt</c> and <c>States</c>.</param>
    /// <param name="Path">Finds its path in the template.</param>
    private sealed record Workflow(ObjectNode Body, Func<JsonPath> Path)
    {
        public JsonPath PathOf(string state) => Path().Append("States", state);
    }
}
