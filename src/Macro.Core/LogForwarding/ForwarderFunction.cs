using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Resources;
using Macro.Json;

namespace Macro.Core.LogForwarding;

/// <summary>
/// Finds the forwarder when the template itself declares it. It must not be subscribed to its own logs, since it would invoke itself
/// forever.
/// </summary>
internal sealed class ForwarderFunction(Template template, SymbolicEvaluator names)
{
    private const string BeforeName = ":function:";

    /// <summary>The functions that an ARN names or refers to, directly or by a version or alias.</summary>
    public IEnumerable<Resource> Find(Node arn)
    {
        var wanted = ConditionalValue.Leaves(arn).OfType<Node>()
            .Select(leaf => FunctionName(names.Read(FunctionOfVersion(leaf) ?? leaf))).ToHashSet();
        return template.Resources.Where(resource =>
            FunctionShape.For(resource.Type, template) is not null && wanted.Contains(names.Ref(resource.LogicalId)));
    }

    /// <summary>The function of a version or alias that the value refers to; null when it refers to neither.</summary>
    private Node? FunctionOfVersion(Node arn) =>
        template.Find(References.Target(arn)) is { Type: ResourceTypes.LambdaVersion or ResourceTypes.LambdaAlias } version
            ? version.Property("FunctionName"u8)
            : null;

    /// <summary>The function name in an ARN, or the name of the function that <c>${Function.Arn}</c> refers to.</summary>
    private string FunctionName(string arn)
    {
        var start = arn.IndexOf(BeforeName, StringComparison.Ordinal);
        if (start >= 0) return arn[(start + BeforeName.Length)..].Split(':')[0];
        return arn.StartsWith("${", StringComparison.Ordinal) ? names.Ref(arn.Trim('$', '{', '}').Split('.')[0]) : arn;
    }
}
