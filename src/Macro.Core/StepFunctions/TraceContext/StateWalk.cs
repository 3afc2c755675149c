using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;
using Macro.Core.StepFunctions.Definitions;
using Macro.Json;

namespace Macro.Core.StepFunctions.TraceContext;

/// <summary>Goes through the states of a definition at any depth, and injects the trace context into each that starts something.</summary>
internal sealed class StateWalk(Definition definition, StateMachine machine, InstrumentationContext context)
{
    private readonly bool _isJsonata = definition.Root["QueryLanguage"u8]?.Text == "JSONata";
    private readonly TaskTargets _targets = new(definition, machine.Evaluator, context.Template);

    public void Inject()
    {
        if (definition.Root["States"u8] is ObjectNode) Walk(definition.Root, mayStartWithNoObject: false);
        else context.Diagnostics.Add(StateMachineDiagnostics.DefinitionUnreadable.For(new ResourceTarget(machine.LogicalId), "it has no States object"));
    }

    private void Walk(ObjectNode states, bool mayStartWithNoObject)
    {
        if (states["States"u8] is not ObjectNode all) return;
        var unsure = InputShape.MayBeNoObject(states["StartAt"u8]?.Text, all, mayStartWithNoObject);
        foreach (var (name, node) in all)
        {
            if (node is ObjectNode body) Visit(new State(name, body, State.UsesJsonata(body, _isJsonata), unsure.Contains(name)));
        }
    }

    private void Visit(State state)
    {
        var obstacle = state.Type switch
        {
            "Task" => InjectTask(state),
            "Map" when state.IsDistributed => state.IsJsonata ? JsonataContext.IntoBatches(state) : new SkipReason(StateMachineDiagnostics.BatchesNotTraced),
            _ => null,
        };
        if (obstacle is not null) context.Diagnostics.Add(obstacle.For(new ResourceTarget(machine.LogicalId), state.Name));
        if (state is { Type: "Map", Processor: { } processor }) Walk(processor, InputShape.ItemMayBeNoObject(state));
        if (state.Type != "Parallel" || state.Body["Branches"u8] is not ArrayNode branches) return;
        foreach (var branch in branches.OfType<ObjectNode>()) Walk(branch, InputShape.BranchInputMayBeNoObject(state));
    }

    private SkipReason? InjectTask(State state) => (_targets.Of(state.Body["Resource"u8]), state.IsJsonata) switch
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
