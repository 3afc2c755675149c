using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.LogForwarding;
using Macro.Json;

namespace Macro.Core.StepFunctions.StateMachines;

/// <summary>A log group that a state machine writes to.</summary>
/// <param name="Name">Its name as the value of a property: a reference to the declared group, or the name from its ARN.</param>
/// <param name="Condition">The condition under which it exists; null for always.</param>
/// <param name="Declared">The resource in the template; null when it is declared elsewhere.</param>
internal sealed record StateMachineLogGroup(Node Name, string? Condition, Resource? Declared)
{
    /// <summary>The group with an ARN in the format of <c>LogGroupArn</c>.</summary>
    public static StateMachineLogGroup From(Node arn, StateMachine machine, Template template)
    {
        var referred = template.Find(References.Target(arn));
        var declared = referred?.Type == ResourceTypes.LogGroup ? referred : null;
        var name = LogGroupArn.NameOf(arn, machine.Evaluator, template);
        return new(name, referred is null ? machine.Condition : referred.Condition, declared);
    }
}
