using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Resources;
using Macro.Json;

namespace Macro.Core.LogForwarding;

/// <summary>Finds the forwarder where the template itself declares it: subscribed to its own logs, it would never come to rest.</summary>
internal sealed class ForwarderFunction(Template template, SymbolicEvaluator names)
{
    private const string BeforeName = ":function:";

    /// <summary>The functions that an ARN names or refers to, also by a version or an alias.</summary>
    public IEnumerable<Resource> Find(Node arn)
    {
        var wanted = ConditionalValue.Leaves(arn).OfType<Node>().Select(leaf => FunctionName(names.Read(OfVersion(leaf) ?? leaf))).ToHashSet();
        return template.Resources.Where(resource => FunctionShape.For(resource.Type, template) is not null && wanted.Contains(names.Ref(resource.LogicalId)));
    }

    /// <summary>The function of which the value is a version or an alias; null when it is neither.</summary>
    private Node? OfVersion(Node arn) => template.Find(References.Target(arn)) is { Type: "AWS::Lambda::Version" or "AWS::Lambda::Alias" } version
        ? version.Property("FunctionName"u8)
        : null;

    /// <summary>The name inside an ARN, or of the function that <c>${Function.Arn}</c> refers to.</summary>
    private string FunctionName(string arn)
    {
        var start = arn.IndexOf(BeforeName, StringComparison.Ordinal);
        if (start >= 0) return arn[(start + BeforeName.Length)..].Split(':')[0];
        return arn.StartsWith("${", StringComparison.Ordinal) ? names.Ref(arn.Trim('$', '{', '}').Split('.')[0]) : arn;
    }
}
