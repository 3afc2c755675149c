using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Core.LogForwarding;
using Macro.Core.Pipeline;
using Macro.Core.StepFunctions.StateMachines;
using Macro.Json;

namespace Macro.Core.StepFunctions.Steps;

/// <summary>Subscribes the forwarder to the state machine's log groups, unless the template does so already.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-subscriptionfilter.html</remarks>
internal sealed class SubscribeForwarder : IInstrumentationStep<StateMachine>
{
    private const string Type = "AWS::Logs::SubscriptionFilter";
    private const string Suffix = "LogGroupDatadogSubscriptionFilter";

    public void Apply(StateMachine machine, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (context.Config.Value(ParameterCatalog.StepFunctionForwarderArn) is not { } forwarder) return;
        foreach (var arn in Logging.LogGroupArns(machine).Where(arn => !IsDangling(arn, context.Template)))
        {
            var group = StateMachineLogGroup.From(arn, machine, context.Template);
            var others = context.Template.OfType(Type).Where(filter => group.Has(filter) && !IsMacroOwned(filter)).ToList();
            if (others.Exists(filter => filter.Property("DestinationArn"u8)?.IsSameAs(forwarder) is true)) continue;
            if (others.Count < SubscriptionFilters.MaxPerLogGroup) AddFilter(group, machine, forwarder, context);
            else context.Diagnostics.Add(StateMachineDiagnostics.StateMachineTwoFilters.For(new ResourceTarget(machine.LogicalId), others[0].LogicalId, others[1].LogicalId));
        }
    }

    /// <summary>Removes the filters that carry the state machine's name.</summary>
    public void Revert(StateMachine machine, InstrumentationContext context, InstrumentationMemory memory)
    {
        foreach (var filter in context.Template.OfType(Type).Where(filter => IsMacroOwned(filter) && IsOf(machine, filter)).ToList())
            context.Remove(filter);
    }

    private static bool IsOf(StateMachine machine, Resource filter) => filter.LogicalId.StartsWith($"{machine.LogicalId}{Suffix}", StringComparison.Ordinal);

    /// <summary>
    /// A group that several state machines share is subscribed once, by the first of them; it is declared elsewhere when their conditions
    /// differ, and so there whatever they say.
    /// </summary>
    private static void AddFilter(StateMachineLogGroup group, StateMachine machine, Node forwarder, InstrumentationContext context)
    {
        var template = context.Template;
        var shared = template.OfType(Type).FirstOrDefault(known => group.Has(known) && IsMacroOwned(known));
        var filter = new ObjectNode { { "Type", Type } };
        if (group.Condition is { } condition && (shared is null || shared.Condition == condition)) filter.Add("Condition", condition);
        filter.Add("Properties", new ObjectNode { { "LogGroupName", group.Name }, { "DestinationArn", forwarder }, { "FilterPattern", "" } });
        var logicalId = context.AddOrUpdate(
            shared?.LogicalId ?? $"{machine.LogicalId}{Suffix}", filter, known => IsMacroOwned(known) && group.Has(known));
        if (template.IsAdded(logicalId))
            context.Journal.Record(ChangeKind.LogSubscription, machine.LogicalId, logicalId, template.ResourceSection, logicalId, forwarder);
    }

    /// <summary>An attribute of a resource that is not there: CloudFormation rejects the template, and one such error is enough.</summary>
    private static bool IsDangling(Node arn, Template template) =>
        Intrinsic.Argument(arn, "Fn::GetAtt"u8) is not null && template.Find(References.Target(arn)) is null;

    private static bool IsMacroOwned(Resource filter) =>
        filter.Type == Type && filter.LogicalId.Contains(Suffix, StringComparison.Ordinal) && filter.Property("FilterName"u8) is null;
}
