using Macro.Core.Pipeline;
using Macro.Core.StepFunctions.StateMachines;
using Macro.Core.StepFunctions.Steps;

namespace Macro.Core.StepFunctions;

/// <summary>Instruments Step Functions state machines.</summary>
internal sealed class StateMachineInstrumenter(InstrumentationContext context) : IResourceInstrumenter
{
    private static readonly ResourceKind Kind = new("state machine", "state machines", [ChangeKind.State]);

    /// <summary>The log group is added before the role policy and the subscription, which depend on it.</summary>
    private readonly StepSequence<StateMachine> _steps = new(
        new SetLogLevel(), new AddLogGroup(), new CheckLogEncryption(), new AllowLogDelivery(), new SubscribeForwarder(), new AddTags(),
        new AddTraceContext());

    private readonly List<StateMachine> _machines = [];

    public IReadOnlyList<FoundResource> Find()
    {
        var found = new List<FoundResource>();
        foreach (var (resource, machine, skip) in new StateMachineFinder(context).Find())
        {
            if (machine is not null) _machines.Add(machine);
            found.Add(new FoundResource(resource.LogicalId, resource.Type, Kind, Description: null, IsInstrumented: machine is not null)
            {
                SkipReason = skip?.Code,
            });
        }
        return found;
    }

    public void Validate()
    {
        foreach (var machine in _machines) context.ConfigValidator.CheckResource(machine.Config, machine.LogicalId);
        _machines.RemoveAll(machine => Logging.HasTooManyDestinations(machine, context.Diagnostics));
    }

    public void Instrument()
    {
        foreach (var machine in _machines) _steps.Apply(machine, machine.LogicalId, context);
    }

    /// <summary>Nothing to add, since each state machine has its own log group.</summary>
    public void Complete() { }

    public void Revert()
    {
        foreach (var machine in _machines) _steps.Revert(machine, machine.LogicalId, context);
    }
}
