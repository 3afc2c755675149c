using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.LogForwarding;

/// <summary>Subscribes the forwarder to the log groups of instrumented functions, with resources in the stack.</summary>
internal sealed class LogSubscriptions
{
    private readonly InstrumentationContext _context;
    private readonly Node _forwarder;
    private readonly LogGroupFinder _groups;
    private readonly SubscriptionFilters _filters;
    private readonly LogGroupPrefixes _prefixes;
    private readonly List<Resource> _forwarderFunctions;
    private readonly HashSet<string> _forwarderGroups;

    private LogSubscriptions(InstrumentationContext context, Node forwarder, LogGroupPrefixes prefixes)
    {
        var (template, evaluator) = (context.Template, context.Evaluator);
        var names = new SymbolicEvaluator(template, evaluator);
        (_context, _forwarder, _prefixes) = (context, forwarder, prefixes);
        _groups = new LogGroupFinder(template, evaluator, names);
        _filters = new SubscriptionFilters(template, evaluator, names);
        _forwarderFunctions = [.. new ForwarderFunction(template, names).Find(forwarder)];
        _forwarderGroups = [.. _forwarderFunctions.SelectMany(_groups.Find).Select(group => group.Name)];
    }

    /// <summary>Adds a subscription filter for each log group, and the custom resource that creates missing groups.</summary>
    /// <param name="functions">The functions whose logs are to be forwarded.</param>
    /// <param name="context">The deployment.</param>
    public static void Add(IEnumerable<Resource> functions, InstrumentationContext context)
    {
        if (context.Config.Value(ParameterCatalog.ForwarderArn) is not { } forwarder) return;
        var subscriptions = new LogSubscriptions(context, forwarder, new LogGroupPrefixes(context.Settings));
        var groups = subscriptions.Find(functions).ToList();
        var toCreate = groups.FindAll(subscriptions.MayBeMissing);
        var toClean = groups.FindAll(subscriptions.CanBeCleaned);
        var custom = LogGroupsResource.AddOrUpdate(context, toCreate, toClean);
        var dependent = toCreate.Concat(toClean).ToHashSet();
        foreach (var group in groups)
            SubscriptionFilters.AddOrUpdate(context, group, forwarder, dependsOn: dependent.Contains(group) ? custom : null);
    }

    /// <summary>Removes the macro's filters and its custom resource; the log groups stay.</summary>
    public static void Remove(InstrumentationContext context)
    {
        foreach (var resource in context.Template.Resources.Where(IsMacroOwned).ToList()) context.Remove(resource);
    }

    private static bool IsMacroOwned(Resource resource) =>
        SubscriptionFilters.IsMacroOwned(resource) || resource.Type == ResourceTypes.DatadogLogGroups;

    /// <summary>The groups that get a filter, each once, in the order of the first function that writes to them.</summary>
    private IEnumerable<LogGroup> Find(IEnumerable<Resource> functions) => functions
        .Except(_forwarderFunctions)
        .SelectMany(_groups.Find)
        .GroupBy(group => group.LogicalIdPrefix, (_, shared) => Merge([.. shared]))
        .Where(NeedsFilter);

    /// <summary>
    /// Merges the groups of all functions that share a log group. The result has the only condition that may be true in this deployment; it
    /// has no condition when several may be true, since the group then practically always exists.
    /// </summary>
    private LogGroup Merge(List<LogGroup> shared)
    {
        var possible = shared.Select(group => group.Condition).Distinct()
            .Where(condition => condition is null || _context.Evaluator.Condition(condition) != false).ToList();
        return shared[0] with
        {
            Condition = possible.Count == 0 ? shared[0].Condition : possible.Count == 1 ? possible[0] : null,
            Functions = _context.Journal.IsRecording ? [.. shared.Select(group => group.Function).Distinct()] : [],
        };
    }

    private bool NeedsFilter(LogGroup group)
    {
        var target = new ResourceTarget(group.Function);
        if (_forwarderGroups.Contains(group.Name)) return Warn(LogGroupDiagnostics.ForwarderLogGroup.For(target, group.Label));
        var filters = _filters.Find(group);
        if (filters.Any(filter => _filters.HasDestination(filter, _forwarder))) return false;
        if (filters.Count < SubscriptionFilters.MaxPerLogGroup) return true;
        return Warn(LogGroupDiagnostics.TwoFilters.For(target, group.Label, string.Join(", ", filters.Select(filter => filter.LogicalId))));
    }

    private bool MayBeMissing(LogGroup group)
    {
        if (group.IsDeclared) return false;
        if (_prefixes.Cover(group)) return true;
        return Warn(LogGroupDiagnostics.LogGroupElsewhere.For(new ResourceTarget(group.Function), group.Label, $"{_prefixes}"));
    }

    private bool CanBeCleaned(LogGroup group)
    {
        if (!_context.Config.IsTrue(ParameterCatalog.RemoveLegacySubscriptions)) return false;
        if (_prefixes.Cover(group)) return true;
        return Warn(LogGroupDiagnostics.LegacyOutOfReach.For(new ResourceTarget(group.Function), group.Label, $"{_prefixes}"));
    }

    private bool Warn(Diagnostic warning)
    {
        _context.Diagnostics.Add(warning);
        return false;
    }
}
