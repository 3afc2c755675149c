using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Intrinsics;
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
    private readonly SymbolicEvaluator _names;
    private readonly LogGroupFinder _groups;
    private readonly SubscriptionFilters _filters;
    private readonly LogGroupPrefixes _prefixes;
    private readonly Forwarder _forwarder;

    private LogSubscriptions(InstrumentationContext context, Node destination)
    {
        var (template, evaluator) = (context.Template, context.Evaluator);
        var names = _names = new SymbolicEvaluator(template, evaluator);
        (_context, _destination, _prefixes) = (context, destination, new LogGroupPrefixes(context.Settings));
        _groups = new LogGroupFinder(context, names);
        _filters = new SubscriptionFilters(template, evaluator, names, filter => !context.Additions.Owns(filter));
        _forwarder = new Forwarder(context, names, () => _groups, destination);
    }

    /// <summary>Adds a subscription filter for each log group, and the custom resource that creates missing groups.</summary>
    /// <param name="functions">The functions whose logs are to be forwarded.</param>
    /// <param name="context">The deployment, with the other logs to forward.</param>
    public static void Add(IEnumerable<Resource> functions, InstrumentationContext context)
    {
        if (context.Config.Value(ParameterCatalog.ForwarderArn) is { } destination)
            new LogSubscriptions(context, destination).Add(functions);
        else if (context.Config.ForwardsOtherLogs)
            ReportNoForwarder(context);
    }

    /// <summary>Removes the macro's filters, permissions and custom resource; the log groups stay.</summary>
    public static void Remove(InstrumentationContext context)
    {
        var added = context.Template.Resources.Where(resource => context.Additions.Owns(resource)
            && (Subscription.IsSubscription(resource)
                || resource.Type is ResourceTypes.DatadogLogGroups or ResourceTypes.LambdaPermission)).ToList();
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
        var permission = subscriptions.Count > 0 ? ForwarderAccess.AddOrUpdate(_context, _destination, _names, _forwarder) : null;
        foreach (var subscription in subscriptions)
        {
            var group = subscription.Group;
            List<string> dependsOn = [.. group.Creators, .. _forwarder.PermissionsFor(group.Name).Where(known => known != permission)];
            if (permission is not null) dependsOn.Insert(0, permission);
            if (custom is not null && dependent.Contains(subscription)) dependsOn.Insert(0, custom);
            subscription.AddOrUpdate(_context, _destination, dependsOn, used);
        }
    }

    /// <summary>The filters to add, one for each log group, in the order of the first functions that write to them.</summary>
    private List<Subscription> Find(IEnumerable<Resource> functions)
    {
        var conditions = new GuardConditions(_context);
        return [.. functions.Where(IsToBeSubscribed).SelectMany(Uses).Concat(OtherUses())
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

    /// <summary>The uses by other resources than functions, and the groups that the user names.</summary>
    private IEnumerable<LogGroupUse> OtherUses()
    {
        foreach (var log in _context.ForwardedLogs.Concat(NamedByUser()))
        {
            var groups = _groups.Find(log);
            if (groups.Count == 0)
            {
                var kind = log.Writer is null ? LogGroupDiagnostics.NotALogGroup : LogGroupDiagnostics.LogGroupOfOthers;
                Warn(kind.For(Target(log.Writer), LogGroup.Shorten($"{log.Name}")));
            }
            foreach (var group in groups)
                yield return new LogGroupUse(group, Guard.And(null, log.Condition), log.Writer) { IsCreatedLate = log.IsCreatedLate };
        }
    }

    private IEnumerable<ForwardedLog> NamedByUser()
    {
        foreach (var node in _context.Config.Nodes(ParameterCatalog.ForwardLogGroups))
        {
            var declared = _context.Template.Find(node.Text);
            var isOther = declared is not null && declared.Type != ResourceTypes.LogGroup;
            if (isOther || node.Text is "" || node is ObjectNode && !Intrinsic.Is(node))
                Warn(LogGroupDiagnostics.NotALogGroup.For(Target(null), LogGroup.Shorten(node.Text ?? $"{node}")));
            else
                yield return new ForwardedLog(declared is null ? node : Intrinsic.MakeRef(declared.LogicalId), null, null);
        }
    }

    private static void ReportNoForwarder(InstrumentationContext context)
    {
        var parameter = context.Config.Nodes(ParameterCatalog.ForwardLogGroups).Count > 0
            ? ParameterCatalog.ForwardLogGroups
            : ParameterCatalog.ForwardApiLogs;
        context.Diagnostics.Add(ForwardingDiagnostics.NoForwarder.For(parameter.Target, parameter.Name));
    }

    private static DiagnosticTarget Target(string? writer) =>
        writer is null ? ParameterCatalog.ForwardLogGroups.Target : new ResourceTarget(writer);

    /// <summary>Merges the uses of one log group by several resources; null when it gets no filter.</summary>
    private Subscription? Merge(LogGroup group, List<LogGroupUse> uses, GuardConditions conditions)
    {
        var target = Target(uses[0].Writer);
        if (!NeedsFilter(group, target)) return null;
        if (group.ToCreate is not null && uses.TrueForAll(use => use.IsCreatedLate) && !_prefixes.Cover(group))
        {
            Warn(LogGroupDiagnostics.CreatedLater.For(target, group.Label));
            return null;
        }
        var condition = conditions.Any(uses.Select(use => Guard.And(Guard.And(null, group.Condition), use.When)));
        return new Subscription(group, condition, [.. uses.Select(use => use.Writer).OfType<string>().Distinct()]);
    }

    private bool NeedsFilter(LogGroup group, DiagnosticTarget target)
    {
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
        Warn(kind.For(Target(subscription.Writers is [var writer, ..] ? writer : null), subscription.Group.Label, $"{_prefixes}"));

    private bool Warn(Diagnostic warning)
    {
        _context.Diagnostics.Add(warning);
        return false;
    }
}
