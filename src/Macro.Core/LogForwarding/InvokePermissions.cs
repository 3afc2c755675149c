using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Templates;

namespace Macro.Core.LogForwarding;

/// <summary>The permissions in the template that allow CloudWatch Logs to invoke the forwarder.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html
/// </remarks>
internal sealed class InvokePermissions
{
    /// <summary>
    /// The maximum number of permissions for one log group, and of those for all log groups, that a filter depends on. One is enough.
    /// </summary>
    public const int Max = 8;

    private const string BeforeName = ":log-group:";

    private readonly List<string> _forAll = [];
    private readonly Dictionary<string, List<string>> _byLogGroup = [];

    public InvokePermissions(Template template, SymbolicEvaluator names, ForwarderName forwarder)
    {
        foreach (var permission in template.OfType(ResourceTypes.LambdaPermission))
        {
            if (permission.Property("FunctionName"u8) is not { } function || !forwarder.IsNamedBy(function)) continue;
            if (permission.Property("Principal"u8) is not { } principal) continue;
            if (!names.Read(principal).StartsWith("logs.", StringComparison.Ordinal)) continue;
            var source = permission.Property("SourceArn"u8) is { } arn ? LogGroup(names.Read(arn)) : null;
            var known = source is null ? _forAll : CollectionOf(source);
            if (known.Count < Max) known.Add(permission.LogicalId);
        }
    }

    /// <summary>Logical ids of the permissions that cover a log group.</summary>
    public IEnumerable<string> For(string logGroupName) =>
        _byLogGroup.TryGetValue(logGroupName, out var own) ? _forAll.Concat(own) : _forAll;

    private List<string> CollectionOf(string logGroupName) =>
        _byLogGroup.TryGetValue(logGroupName, out var known) ? known : _byLogGroup[logGroupName] = [];

    /// <summary>The name in the ARN of one log group; null for an ARN that several have.</summary>
    private static string? LogGroup(string arn)
    {
        var start = arn.IndexOf(BeforeName, StringComparison.Ordinal);
        if (start < 0) return null;
        var name = arn[(start + BeforeName.Length)..];
        if (name.EndsWith(":*", StringComparison.Ordinal)) name = name[..^2];
        return name.Contains('*', StringComparison.Ordinal) || name.Contains('?', StringComparison.Ordinal) ? null : name;
    }
}
