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

    public void Apply(StateMachine machine, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (context.Config.Value(ParameterCatalog.StepFunctionForwarderArn) is not { } forwarder) return;
        foreach (var arn in Logging.LogGroupArns(machine).Where(arn => !IsDangling(arn, context.Template)))
        {
            var group = StateMachineLogGroup.From(arn, machine, context.Template);
            var others = context.Template.OfType(ResourceTypes.SubscriptionFilter)
                .Where(filter => group.Has(filter) && !IsMacroOwned(filter)).ToList();
            if (others.Exists(filter => filter.Property("DestinationArn"u8)?.IsSameAs(forwarder) is true)) continue;
            if (others.Count < SubscriptionFilters.MaxPerLogGroup) AddFilter(group, machine, forwarder, context);
            else context.Diagnostics.Add(TwoFilters(machine, others));
        }
    }

    private static Diagnostic TwoFilters(StateMachine machine, List<Resource> filters) =>
        StateMachineDiagnostics.StateMachineTwoFilters.For(
            new ResourceTarget(machine.LogicalId), filters[0].LogicalId, filters[1].LogicalId);

    /// <summary>Removes the filters whose logical ids have the state machine's prefix.</summary>
    public void Revert(StateMachine machine, InstrumentationContext context, InstrumentationMemory memory)
    {
        var filters = context.Template.OfType(ResourceTypes.SubscriptionFilter)
            .Where(filter => IsMacroOwned(filter) && BelongsTo(machine, filter)).ToList();
        foreach (var filter in filters) context.Remove(filter);
    }

    private static bool BelongsTo(StateMachine machine, Resource filter) =>
        filter.LogicalId.StartsWith($"{machine.LogicalId}{Suffix}", StringComparison.Ordinal);

    /// <summary>
    /// Adds one filter for a log group that several state machines share, at the first of them. The filter has no condition if theirs
    /// differ, since the group is then declared elsewhere and always exists.
    /// </summary>
    private static void AddFilter(StateMachineLogGroup group, StateMachine machine, Node forwarder, InstrumentationContext context)
    {
        var template = context.Template;
        var shared = template.OfType(ResourceTypes.SubscriptionFilter)
            .FirstOrDefault(known => group.Has(known) && IsMacroOwned(known));
        var filter = new ObjectNode { { "Type", ResourceTypes.SubscriptionFilter } };
        if (group.Condition is { } condition && (shared is null || shared.Condition == condition)) filter.Add("Condition", condition);
        filter.Add("Properties", new ObjectNode
        {
            { "LogGroupName", group.Name },
            { "DestinationArn", forwarder },
            { "FilterPattern", "" },
        });
        var logicalId = context.AddOrUpdate(
            shared?.LogicalId ?? $"{machine.LogicalId}{Suffix}", filter, known => IsMacroOwned(known) && group.Has(known));
        if (template.IsAdded(logicalId))
        {
            context.Journal.Record(
                ChangeKind.LogSubscription, machine.LogicalId, logicalId, template.ResourceSection, logicalId, forwarder);
        }
    }

    /// <summary>Whether the ARN refers to a missing resource. CloudFormation rejects such a template, so no filter is added.</summary>
    private static bool IsDangling(Node arn, Template template) =>
        Intrinsic.Argument(arn, "Fn::GetAtt"u8) is not null && template.Find(References.Target(arn)) is null;

    private static bool IsMacroOwned(Resource filter) =>
        filter.Type == ResourceTypes.SubscriptionFilter && filter.LogicalId.Contains(Suffix, StringComparison.Ordinal)
        && filter.Property("FilterName"u8) is null;
}
