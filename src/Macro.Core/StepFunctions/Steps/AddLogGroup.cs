using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Pipeline;
using Macro.Core.StepFunctions.StateMachines;
using Macro.Json;

namespace Macro.Core.StepFunctions.Steps;

/// <summary>Makes a log group for a state machine whose logs go nowhere.</summary>
internal sealed class AddLogGroup : IInstrumentationStep<StateMachine>
{
    private const string Destinations = "Destinations";
    private const string NoDestinations = "none";
    private const string EmptyDestinations = "empty";

    public void Apply(StateMachine machine, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (!Logging.CanEdit(machine) || !Logging.LacksDestination(machine) && !HasGroupOfOurs(machine, context.Template)) return;
        var logicalId = VendedLogGroup.AddOrUpdate(machine, context);
        ConditionalValue.Edit(machine.Properties, machine.Shape.Logging, logging =>
        {
            ConditionalValue.Edit((ObjectNode)logging!, Destinations, (destinations, parent, segment) =>
            {
                if (!Logging.IsNoDestination(destinations)) return destinations;
                machine.Editor.Record(ChangeKind.Logging, $"{machine.Shape.Logging}.{Destinations}", parent, segment);
                memory.Remember(Destinations, destinations is null ? NoDestinations : EmptyDestinations);
                return new ArrayNode { VendedLogGroup.Destination(logicalId) };
            });
            return logging;
        });
    }

    /// <summary>Removes the destination; the log group stays, since it holds the state machine's history.</summary>
    public void Revert(StateMachine machine, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (memory.Recall(Destinations) is not { } before || machine.Properties[(MemberName)machine.Shape.Logging] is not ObjectNode logging) return;
        machine.Editor.Set(
            ChangeKind.Logging, $"{machine.Shape.Logging}.{Destinations}", logging, Destinations, before == NoDestinations ? null : new ArrayNode());
    }

    /// <summary>Whether the macro made a group for this state machine, in this run or an earlier one.</summary>
    public static bool HasGroupOfOurs(StateMachine machine, Template template) =>
        Logging.LogGroupArns(machine).Any(arn => VendedLogGroup.Is(template.Find(References.Target(arn)), machine));
}
