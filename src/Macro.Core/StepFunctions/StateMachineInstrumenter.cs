using Macro.Core.Pipeline;
using Macro.Core.StepFunctions.StateMachines;
using Macro.Core.StepFunctions.Steps;

namespace Macro.Core.StepFunctions;

/// <summary>Instruments Step Functions state machines.</summary>
internal sealed class StateMachineInstrumenter(InstrumentationContext context) : IResourceInstrumenter
{
    private static readonly ResourceKind Kind = new("state machine", "state machines", [ChangeKind.State]);

    /// <summary>The log group is added before the role policy and the subscription, which depend on it.</summary>
    private readonly IReadOnlyList<IInstrumentationStep<StateMachine>> _steps =
        [new SetLogLevel(), new AddLogGroup(), new AllowLogDelivery(), new SubscribeForwarder(), new AddTags(), new AddTraceContext()];

    private IReadOnlyList<StateMachine> _machines = [];

    public IReadOnlyList<FoundResource> Find()
    {
        var finder = new StateMachineFinder(context);
        _machines = [.. finder.Find()];
        var instrumented = _machines.Select(machine => machine.LogicalId).ToHashSet();
        return [.. finder.All.Select(found =>
            new FoundResource(found.LogicalId, found.Type, Kind, null, instrumented.Contains(found.LogicalId)))];
    }

    public void Validate()
    {
        foreach (var machine in _machines) context.ConfigValidator.CheckResource(machine.Config, machine.LogicalId);
    }

    public void Instrument()
    {
        foreach (var machine in _machines)
        {
            foreach (var step in _steps) step.Apply(machine, context, context.Journal.MemoryOf(machine.LogicalId));
        }
    }

    /// <summary>Nothing to add, since each state machine has its own log group.</summary>
    public void Complete() { }

    public void Revert()
    {
        foreach (var machine in _machines)
        {
            foreach (var step in _steps.Reverse()) step.Revert(machine, context, context.Journal.MemoryOf(machine.LogicalId));
        }
    }
}
