using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Identifiers;
using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Core.LogForwarding;
using Macro.Core.Pipeline;
using Macro.Core.StepFunctions.StateMachines;
using Macro.Json;

namespace Macro.Core.StepFunctions.Steps;

/// <summary>Subscribes the forwarder to the state machine's log groups, unless the template already does.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-subscriptionfilter.html
/// </remarks>
internal sealed class SubscribeForwarder : IInstrumentationStep<StateMachine>
{
    private const string Suffix = "LogGroupDatadogSubscriptionFilter";

    private Lookup? _lookup;

    public void Apply(StateMachine machine, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (context.Config.Value(ParameterCatalog.StepFunctionForwarderArn) is not { } forwarder) return;
        var lookup = _lookup ??= new Lookup(context, forwarder);
        var logicalId = $"{machine.LogicalId}{Suffix}";
        foreach (var arn in Logging.LogGroupArns(machine).Where(arn => !IsDangling(arn, context.Template)))
        {
            var group = StateMachineLogGroup.From(arn, machine, context.Template);
            var name = lookup.Names.Read(group.Name);
            if (!NeedsFilter(name, group, machine, lookup, context)) continue;
            AddFilter(logicalId, name, group, machine, lookup, context);
            logicalId = $"{machine.LogicalId}{Suffix}{LogicalId.LongHash(lookup.Key(group.Name))}";
        }
    }

    /// <summary>Removes the filters whose logical ids have the state machine's prefix.</summary>
    public void Revert(StateMachine machine, InstrumentationContext context, InstrumentationMemory memory)
    {
        var filters = context.Template.OfType(ResourceTypes.SubscriptionFilter)
            .Where(filter => IsMacroOwned(filter, context) && BelongsTo(machine, filter)).ToList();
        foreach (var filter in filters) context.Remove(filter);
    }

    private static bool BelongsTo(StateMachine machine, Resource filter) =>
        filter.LogicalId.StartsWith($"{machine.LogicalId}{Suffix}", StringComparison.Ordinal);

    private static bool NeedsFilter(
        string name, StateMachineLogGroup group, StateMachine machine, Lookup lookup, InstrumentationContext context)
    {
        var target = new ResourceTarget(machine.LogicalId);
        if (lookup.Forwarder.WritesTo(name))
        {
            context.Diagnostics.Add(LogGroupDiagnostics.ForwarderLogGroup.For(target, group.Declared?.LogicalId ?? LogGroup.Shorten(name)));
            return false;
        }
        var others = lookup.Others.Find(name, group.Condition);
        if (others.Any(filter => lookup.Others.HasDestination(filter, lookup.Destination))) return false;
        if (others.Count < SubscriptionFilters.MaxPerLogGroup) return true;
        context.Diagnostics.Add(
            StateMachineDiagnostics.StateMachineTwoFilters.For(target, others[0].LogicalId, others[1].LogicalId));
        return false;
    }

    /// <summary>
    /// Adds one filter for a log group that several state machines share, at the first of them. The filter has no condition if theirs
    /// differ, since the group is then declared elsewhere and always exists.
    /// </summary>
    private static void AddFilter(
        string wanted, string name, StateMachineLogGroup group, StateMachine machine, Lookup lookup, InstrumentationContext context)
    {
        var (template, key) = (context.Template, lookup.Key(group.Name));
        var shared = template.Find(lookup.Own.GetValueOrDefault(key));
        var condition = shared is null || shared.Condition == group.Condition ? group.Condition : null;
        var permission = lookup.Permission ??= ForwarderAccess.AddOrUpdate(context, lookup.Destination, lookup.Names, lookup.Forwarder);
        List<string> dependsOn = [.. lookup.Forwarder.PermissionsFor(name).Where(known => known != permission)];
        if (permission is not null) dependsOn.Insert(0, permission);
        var filter = SubscriptionFilters.Create(condition, dependsOn, new ObjectNode
        {
            { "LogGroupName", group.Name },
            { "DestinationArn", lookup.Destination },
            { "FilterPattern", "" },
        });
        var logicalId = context.AddOrUpdate(shared?.LogicalId ?? wanted, filter, known =>
            IsMacroOwned(known, context) && lookup.Key(known.Property("LogGroupName"u8)!) == key);
        lookup.Own[key] = logicalId;
        if (template.IsAdded(logicalId))
        {
            context.Journal.Record(
                ChangeKind.LogSubscription, machine.LogicalId, logicalId, template.ResourceSection, logicalId, lookup.Destination);
        }
    }

    /// <summary>Whether the ARN refers to a missing resource. CloudFormation rejects such a template, so no filter is added.</summary>
    private static bool IsDangling(Node arn, Template template) =>
        Intrinsic.Argument(arn, "Fn::GetAtt"u8) is not null && template.Find(References.Target(arn)) is null;

    private static bool IsMacroOwned(Resource filter, InstrumentationContext context) => context.Additions.Owns(filter)
        && filter.Type == ResourceTypes.SubscriptionFilter
        && filter.Property("FilterName"u8) is null && filter.Property("LogGroupName"u8) is not null;

    /// <summary>What the template says of filters and the forwarder, read once for all state machines.</summary>
    private sealed class Lookup
    {
        private readonly Template _template;

        public Lookup(InstrumentationContext context, Node destination)
        {
            var (template, evaluator) = (context.Template, context.Evaluator);
            (_template, Destination, Names) = (template, destination, new SymbolicEvaluator(template, evaluator));
            Others = new SubscriptionFilters(template, evaluator, Names, filter => !IsMacroOwned(filter, context));
            Forwarder = new Forwarder(context, Names, () => new LogGroupFinder(context, Names), destination);
            foreach (var filter in template.OfType(ResourceTypes.SubscriptionFilter).Where(filter => IsMacroOwned(filter, context)))
                Own.TryAdd(Key(filter.Property("LogGroupName"u8)!), filter.LogicalId);
        }

        public Node Destination { get; }

        public SymbolicEvaluator Names { get; }

        /// <summary>The filters that this step did not add.</summary>
        public SubscriptionFilters Others { get; }

        /// <summary>Logical ids of the filters that this step added, by log group.</summary>
        public Dictionary<string, string> Own { get; } = [];

        public Forwarder Forwarder { get; }

        /// <summary>Logical id of the permission that the macro added; null for none.</summary>
        public string? Permission { get; set; }

        /// <summary>
        /// What one filter is for: a log group by its name, and one of several declared under conditions also by its logical id.
        /// </summary>
        public string Key(Node logGroupName) =>
            _template.Find(References.Target(logGroupName), ResourceTypes.LogGroup) is { Condition: not null } declared
                ? $"{declared.LogicalId} {Names.Read(logGroupName)}"
                : Names.Read(logGroupName);
    }
}
