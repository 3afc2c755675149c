using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Templates;
using Macro.Core.Pipeline;
using Macro.Core.Resources;
using Macro.Json;

namespace Macro.Core.LogForwarding;

/// <summary>
/// The function that receives the logs, where the template itself declares it. It must not be subscribed to its own logs, since it would
/// invoke itself forever, and CloudWatch Logs tests the permission to invoke it when a filter is created.
/// </summary>
internal sealed class Forwarder
{
    private readonly HashSet<Resource> _functions = [];
    private readonly HashSet<string> _logGroups = [];
    private readonly InvokePermissions? _permissions;

    public Forwarder(InstrumentationContext context, SymbolicEvaluator names, Func<LogGroupFinder> groups, Node arn)
    {
        var (template, name) = (context.Template, new ForwarderName(context.Template, names, arn));
        foreach (var resource in template.Resources)
        {
            if (FunctionShape.For(resource.Type, template) is null) continue;
            var match = name.Compare(resource);
            if (match == NameMatch.No) continue;
            _functions.Add(resource);
            name.Add(resource);
            if (match == NameMatch.Maybe) Possible.Add(resource);
        }
        if (_functions.Count == 0) return;
        var finder = groups();
        foreach (var function in _functions)
        {
            foreach (var use in finder.Find(function)) _logGroups.Add(use.Group.Name);
        }
        _permissions = new InvokePermissions(template, names, name);
    }

    /// <summary>Functions that may be the forwarder, but whose names or the forwarder's are not known before the deployment.</summary>
    public HashSet<Resource> Possible { get; } = [];

    /// <summary>Whether a function is, or may be, the forwarder.</summary>
    public bool Is(Resource function) => _functions.Contains(function);

    /// <summary>Whether the forwarder itself writes to a log group.</summary>
    public bool WritesTo(string logGroupName) => _logGroups.Contains(logGroupName);

    /// <summary>Logical ids of the permissions that allow CloudWatch Logs to invoke the forwarder for a log group.</summary>
    public IEnumerable<string> PermissionsFor(string logGroupName) => _permissions?.For(logGroupName) ?? [];
}
