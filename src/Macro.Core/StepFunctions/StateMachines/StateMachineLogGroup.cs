using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Json;

namespace Macro.Core.StepFunctions.StateMachines;

/// <summary>A log group that a state machine writes to.</summary>
/// <param name="Name">Its name as a property takes it: a reference to the declared group, or what can be told from its ARN.</param>
/// <param name="Condition">The condition under which it is there; null: always.</param>
/// <param name="Declared">The resource of the template; null when it is declared elsewhere.</param>
internal sealed record StateMachineLogGroup(Node Name, string? Condition, Resource? Declared)
{
    private const int NameInArn = 6;

    /// <summary>The group of an ARN as <c>LogGroupArn</c> takes it.</summary>
    public static StateMachineLogGroup From(Node arn, StateMachine machine, Template template)
    {
        var referred = template.Find(References.Target(arn));
        var declared = referred?.Type == "AWS::Logs::LogGroup" ? referred : null;
        return new(NameOf(arn, machine.Evaluator, template), referred is null ? machine.Condition : referred.Condition, declared);
    }

    /// <summary>Whether a subscription filter is one of this group.</summary>
    public bool Has(Resource filter) => filter.Property("LogGroupName"u8) is { } name && (Declared is null
        ? name.IsSameAs(Name)
        : References.Target(name) == Declared.LogicalId || Declared.Property("LogGroupName"u8)?.IsSameAs(name) is true);

    private static Node NameOf(Node arn, Evaluator evaluator, Template template)
    {
        if (Intrinsic.If(arn) is { } branches)
        {
            var (then, otherwise) = (NameOf(branches[1], evaluator, template), NameOf(branches[2], evaluator, template));
            return new ObjectNode { { "Fn::If", new ArrayNode { branches[0], then, otherwise } } };
        }
        if (template.Find(References.Target(arn), "AWS::Logs::LogGroup") is { } declared) return Intrinsic.MakeRef(declared.LogicalId);
        if (evaluator.Text(arn)?.Split(':') is { Length: > NameInArn } parts) return parts[NameInArn];
        return new ObjectNode { { "Fn::Select", new ArrayNode { $"{NameInArn}", new ObjectNode { { "Fn::Split", new ArrayNode { ":", arn } } } } } };
    }
}
