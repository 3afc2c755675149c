using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Pipeline;
using Macro.Core.StepFunctions.StateMachines;
using Macro.Json;

namespace Macro.Core.StepFunctions.Steps;

/// <summary>Adds a log group for a state machine without a log destination.</summary>
internal sealed class AddLogGroup : IInstrumentationStep<StateMachine>
{
    private const string Destinations = "Destinations";
    private const string NoDestinations = "none";
    private const string EmptyDestinations = "empty";

    public void Apply(StateMachine machine, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (!Logging.CanEdit(machine) || !Logging.LacksDestination(machine) && !HasManagedGroup(machine, context.Template)) return;
        var logicalId = ManagedLogGroup.AddOrUpdate(machine, context);
        ConditionalValue.Edit(machine.Properties, machine.Shape.Logging, logging =>
        {
            ConditionalValue.Edit((ObjectNode)logging!, Destinations, (destinations, parent, segment) =>
            {
                if (!Logging.IsNoDestination(destinations)) return destinations;
                machine.Editor.Record(ChangeKind.Logging, $"{machine.Shape.Logging}.{Destinations}", parent, segment);
                memory.Remember(Destinations, destinations is null ? NoDestinations : EmptyDestinations);
                return new ArrayNode { ManagedLogGroup.Destination(logicalId) };
            });
            return logging;
        });
    }

    /// <summary>Removes the destination; the log group is kept, since it contains the state machine's history.</summary>
    public void Revert(StateMachine machine, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (memory.Recall(Destinations) is not { } before) return;
        if (machine.Properties[(MemberName)machine.Shape.Logging] is not ObjectNode logging) return;
        var destinations = before == NoDestinations ? null : new ArrayNode();
        machine.Editor.Set(ChangeKind.Logging, $"{machine.Shape.Logging}.{Destinations}", logging, Destinations, destinations);
    }

    /// <summary>Whether the macro added a log group for this state machine, in this run or an earlier one.</summary>
    public static bool HasManagedGroup(StateMachine machine, Template template) =>
        ManagedLogGroup.Find(machine, template) is not null;
}
