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
    private readonly Node _destination;
    private readonly LogGroupFinder _groups;
    private readonly SubscriptionFilters _filters;
    private readonly LogGroupPrefixes _prefixes;
    private readonly Forwarder _forwarder;

    private LogSubscriptions(InstrumentationContext context, Node destination)
    {
        var (template, evaluator) = (context.Template, context.Evaluator);
        var names = new SymbolicEvaluator(template, evaluator);
        (_context, _destination, _prefixes) = (context, destination, new LogGroupPrefixes(context.Settings));
        _groups = new LogGroupFinder(context, names);
        _filters = new SubscriptionFilters(template, evaluator, names, filter => !context.Additions.Owns(filter));
        _forwarder = new Forwarder(context, names, () => _groups, destination);
    }

    /// <summary>Adds a subscription filter for each log group, and the custom resource that creates missing groups.</summary>
    /// <param name="functions">The functions whose logs are to be forwarded.</param>
    /// <param name="context">The deployment.</param>
    public static void Add(IEnumerable<Resource> functions, InstrumentationContext context)
    {
        if (context.Config.Value(ParameterCatalog.ForwarderArn) is { } destination)
            new LogSubscriptions(context, destination).Add(functions);
    }

    /// <summary>Removes the macro's filters and its custom resource; the log groups stay.</summary>
    public static void Remove(InstrumentationContext context)
    {
        var added = context.Template.Resources.Where(resource => context.Additions.Owns(resource)
            && (Subscription.IsSubscription(resource) || resource.Type == ResourceTypes.DatadogLogGroups)).ToList();
        foreach (var resource in added) context.Remove(resource);
    }

    private void Add(IEnumerable<Resource> functions)
    {
        var subscriptions = Find(functions);
        var toCreate = subscriptions.FindAll(MayBeMissing);
        var toClean = subscriptions.FindAll(CanBeCleaned);
        var custom = LogGroupsResource.AddOrUpdate(_context, toCreate, toClean);
        var dependent = toCreate.Concat(toClean).ToHashSet();
        var used = new HashSet<string>();
        foreach (var subscription in subscriptions)
        {
            var group = subscription.Group;
            List<string> dependsOn = [.. group.Creators, .. _forwarder.PermissionsFor(group.Name)];
            if (custom is not null && dependent.Contains(subscription)) dependsOn.Insert(0, custom);
            subscription.AddOrUpdate(_context, _destination, dependsOn, used);
        }
    }

    /// <summary>The filters to add, one for each log group, in the order of the first functions that write to them.</summary>
    private List<Subscription> Find(IEnumerable<Resource> functions)
    {
        var conditions = new GuardConditions(_context);
        return [.. functions.Where(IsToBeSubscribed).SelectMany(Uses)
            .GroupBy(use => use.Group, ReferenceEqualityComparer.Instance)
            .Select(uses => Merge(uses.First().Group, [.. uses], conditions))
            .OfType<Subscription>()];
    }

    private bool IsToBeSubscribed(Resource function)
    {
        if (!_forwarder.Is(function)) return true;
        if (_forwarder.Possible.Contains(function))
            _context.Diagnostics.Add(LogGroupDiagnostics.MayBeForwarder.For(new ResourceTarget(function.LogicalId)));
        return false;
    }

    private IEnumerable<LogGroupUse> Uses(Resource function) => _groups.Find(function, name => _context.Diagnostics.Add(
        LogGroupDiagnostics.LogGroupOfOthers.For(new ResourceTarget(function.LogicalId), LogGroup.Shorten(name))));

    /// <summary>Merges the uses of one log group by several functions; null when it gets no filter.</summary>
    private Subscription? Merge(LogGroup group, List<LogGroupUse> uses, GuardConditions conditions)
    {
        if (!NeedsFilter(group, uses[0].Function)) return null;
        var condition = conditions.Any(uses.Select(use => Guard.And(Guard.And(null, group.Condition), use.When)));
        return new Subscription(group, condition, [.. uses.Select(use => use.Function).Distinct()]);
    }

    private bool NeedsFilter(LogGroup group, string function)
    {
        var target = new ResourceTarget(function);
        if (_forwarder.WritesTo(group.Name)) return Warn(LogGroupDiagnostics.ForwarderLogGroup.For(target, group.Label));
        var filters = _filters.Find(group.Name, group.Condition);
        if (filters.Any(filter => _filters.HasDestination(filter, _destination))) return false;
        if (filters.FirstOrDefault(_filters.HasOwnName) is { } same)
            return Warn(LogGroupDiagnostics.FilterNameTaken.For(target, group.Label, same.LogicalId));
        if (filters.Count < SubscriptionFilters.MaxPerLogGroup) return true;
        return Warn(LogGroupDiagnostics.TwoFilters.For(target, group.Label, string.Join(", ", filters.Select(filter => filter.LogicalId))));
    }

    private bool MayBeMissing(Subscription subscription)
    {
        if (subscription.Group.ToCreate is null) return false;
        if (_prefixes.Cover(subscription.Group)) return true;
        return Warn(LogGroupDiagnostics.LogGroupElsewhere, subscription);
    }

    private bool CanBeCleaned(Subscription subscription)
    {
        if (!_context.Config.IsTrue(ParameterCatalog.RemoveLegacySubscriptions)) return false;
        return _prefixes.Cover(subscription.Group) || Warn(LogGroupDiagnostics.LegacyOutOfReach, subscription);
    }

    private bool Warn(DiagnosticKind<string, string> kind, Subscription subscription) =>
        Warn(kind.For(new ResourceTarget(subscription.Functions[0]), subscription.Group.Label, $"{_prefixes}"));

    private bool Warn(Diagnostic warning)
    {
        _context.Diagnostics.Add(warning);
        return false;
    }
}
