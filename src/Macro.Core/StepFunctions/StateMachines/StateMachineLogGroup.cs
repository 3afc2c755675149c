using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Json;

namespace Macro.Core.StepFunctions.StateMachines;

/// <summary>A log group that a state machine writes to.</summary>
/// <param name="Name">Its name as the value of a property: a reference to the declared group, or the name from its ARN.</param>
/// <param name="Condition">The condition under which it exists; null for always.</param>
/// <param name="Declared">The resource in the template; null when it is declared elsewhere.</param>
internal sealed record StateMachineLogGroup(Node Name, string? Condition, Resource? Declared)
{
    private const int NameIndexInArn = 6;

    /// <summary>The group with an ARN in the format of <c>LogGroupArn</c>.</summary>
    public static StateMachineLogGroup From(Node arn, StateMachine machine, Template template)
    {
        var referred = template.Find(References.Target(arn));
        var declared = referred?.Type == ResourceTypes.LogGroup ? referred : null;
        return new(NameOf(arn, machine.Evaluator, template), referred is null ? machine.Condition : referred.Condition, declared);
    }

    private static Node NameOf(Node arn, Evaluator evaluator, Template template)
    {
        if (Intrinsic.If(arn) is { } branches)
        {
            var (then, otherwise) = (NameOf(branches[1], evaluator, template), NameOf(branches[2], evaluator, template));
            return new ObjectNode { { "Fn::If", new ArrayNode { branches[0], then, otherwise } } };
        }
        if (template.Find(References.Target(arn), ResourceTypes.LogGroup) is { } declared) return Intrinsic.MakeRef(declared.LogicalId);
        if (evaluator.Text(arn)?.Split(':') is { Length: > NameIndexInArn } parts) return parts[NameIndexInArn];
        var split = new ObjectNode { { "Fn::Split", new ArrayNode { ":", arn } } };
        return new ObjectNode { { "Fn::Select", new ArrayNode { $"{NameIndexInArn}", split } } };
    }
}
