using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.StepFunctions.Steps;

/// <summary>Makes a log group for a state machine whose logs go nowhere.</summary>
internal sealed class AddLogGroup : IStateMachineStep
{
    public void Apply(StateMachine machine, InstrumentationContext context)
    {
        if (!Logging.CanEdit(machine) || !Logging.LacksDestination(machine) && !HasGroupOfOurs(machine, context.Template)) return;
        var logicalId = VendedLogGroup.AddOrUpdate(machine, context.Template);
        ConditionalValue.Edit(machine.Properties, machine.Shape.Logging, logging =>
        {
            ConditionalValue.Edit((ObjectNode)logging!, "Destinations", destinations =>
                Logging.IsNoDestination(destinations) ? new ArrayNode { VendedLogGroup.Destination(logicalId) } : destinations);
            return logging;
        });
    }

    /// <summary>Whether the macro made a group for this state machine, in this run or an earlier one.</summary>
    public static bool HasGroupOfOurs(StateMachine machine, Template template) =>
        Logging.LogGroupArns(machine).Any(arn => VendedLogGroup.Is(template.Find(References.Target(arn)), machine));
}
