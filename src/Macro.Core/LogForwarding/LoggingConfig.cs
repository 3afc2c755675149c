using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Intrinsics;
using Macro.Json;

namespace Macro.Core.LogForwarding;

/// <summary>Reads a function's property <c>LoggingConfig</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lambda-function-loggingconfig.html
/// </remarks>
internal sealed class LoggingConfig(Evaluator evaluator)
{
    /// <summary>The value of <c>LogGroup</c>, or <paramref name="standard"/> itself where none is set.</summary>
    /// <param name="properties">The function's properties, or those in SAM's <c>Globals</c>.</param>
    /// <param name="standard">The default name; also used for a branch of <c>Fn::If</c> that sets none.</param>
    public Node LogGroup(ObjectNode? properties, Node standard) =>
        Choose(properties?["LoggingConfig"u8], standard, config => Choose((config as ObjectNode)?["LogGroup"u8], standard, name => name));

    private Node Choose(Node? node, Node standard, Func<Node, Node> read)
    {
        if (node is null || Intrinsic.IsNoValue(node)) return standard;
        if (Intrinsic.If(node) is not { } branches) return read(node);
        if (branches[0].Text is { } condition && evaluator.Condition(condition) is { } truth)
            return Choose(branches[truth ? 1 : 2], standard, read);
        var (then, otherwise) = (Choose(branches[1], standard, read), Choose(branches[2], standard, read));
        return ReferenceEquals(then, otherwise) ? then : Intrinsic.MakeIf(branches[0], then, otherwise);
    }
}
