using Macro.Core.Templates;

namespace Macro.Core.StepFunctions.Steps;

/// <summary>Makes a log group for a state machine whose logs go nowhere.</summary>
internal sealed class AddLogGroup : IStateMachineStep
{
    public void Apply(StateMachine machine, Deployment deployment)
    {
        if (!Logging.CanEdit(machine) || !Logging.LacksDestination(machine) && !HasGroupOfOurs(machine, deployment.Template)) return;
        var logicalId = VendedLogGroup.Put(machine, deployment.Template);
        Conditional.Edit(machine.Properties, machine.Shape.Logging, logging =>
        {
            Conditional.Edit((ObjectNode)logging!, "Destinations", destinations =>
                Logging.IsNoDestination(destinations) ? new ArrayNode { VendedLogGroup.Destination(logicalId) } : destinations);
            return logging;
        });
    }

    /// <summary>Whether the macro made a group for this state machine, in this run or an earlier one.</summary>
    public static bool HasGroupOfOurs(StateMachine machine, Template template) =>
        Logging.LogGroupArns(machine).Any(arn => VendedLogGroup.Is(template.Find(References.Target(arn)), machine));
}
