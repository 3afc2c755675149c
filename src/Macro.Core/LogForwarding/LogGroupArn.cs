using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Json;

namespace Macro.Core.LogForwarding;

/// <summary>ARNs of log groups, as expressions of a template.</summary>
internal static class LogGroupArn
{
    private const int NameIndexInArn = 6;

    /// <summary>The name as the value of a property: a reference to the declared group, or the name in the ARN.</summary>
    public static Node NameOf(Node arn, Evaluator evaluator, Template template)
    {
        if (Intrinsic.If(arn) is { } branches)
        {
            var (then, otherwise) = (NameOf(branches[1], evaluator, template), NameOf(branches[2], evaluator, template));
            return Intrinsic.MakeIf(branches[0], then, otherwise);
        }
        if (template.Find(References.Target(arn), ResourceTypes.LogGroup) is { } declared) return Intrinsic.MakeRef(declared.LogicalId);
        if (evaluator.Text(arn)?.Split(':') is { Length: > NameIndexInArn } parts) return parts[NameIndexInArn];
        var split = new ObjectNode { { "Fn::Split", new ArrayNode { ":", arn } } };
        return new ObjectNode { { "Fn::Select", new ArrayNode { $"{NameIndexInArn}", split } } };
    }
}
