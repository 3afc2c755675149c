using Macro.CloudFormation.Templates;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.LogForwarding;

/// <summary>The subscription filter that the macro adds for one log group.</summary>
/// <param name="Group">The log group.</param>
/// <param name="Condition">The condition under which it is written to; null for always.</param>
/// <param name="Writers">
/// Logical ids of the functions and other resources that write to it; empty when only the user names the group.
/// </param>
internal sealed record Subscription(LogGroup Group, string? Condition, IReadOnlyList<string> Writers)
{
    private const string Suffix = "DatadogLogSubscription";
    private static readonly MemberName LogGroupName = "LogGroupName";
    private static readonly MemberName FilterName = "FilterName";
    private static readonly MemberName FilterPattern = "FilterPattern";
    private static readonly MemberName DestinationArn = "DestinationArn";
    private static readonly Node OwnName = new ScalarNode(FilterNames.Own).Freeze();
    private static readonly Node Everything = new ScalarNode("").Freeze();

    /// <summary>Adds the filter, or updates the one of an earlier run.</summary>
    /// <param name="context">Records and makes the edit.</param>
    /// <param name="destination">ARN of the destination.</param>
    /// <param name="dependsOn">Logical ids of the resources that CloudFormation has to create before.</param>
    /// <param name="used">Logical ids of the filters of other log groups; receives this one's.</param>
    public void AddOrUpdate(InstrumentationContext context, Node destination, IReadOnlyList<string> dependsOn, HashSet<string> used)
    {
        var filter = SubscriptionFilters.Create(Condition, dependsOn, new ObjectNode
        {
            { LogGroupName, Group.Reference },
            { FilterName, OwnName },
            { FilterPattern, Everything },
            { DestinationArn, destination },
        });
        var logicalId = context.AddOrUpdate(
            Group.LogicalIdPrefix + Suffix, filter, known => IsSubscription(known) && !used.Contains(known.LogicalId));
        used.Add(logicalId);
        if (!context.Journal.IsRecording || !context.Template.IsAdded(logicalId)) return;
        foreach (var writer in Writers)
        {
            context.Journal.Record(
                ChangeKind.LogSubscription, writer, logicalId, context.Template.ResourceSection, logicalId, destination);
        }
    }

    /// <summary>Whether a resource that the macro added is such a filter.</summary>
    public static bool IsSubscription(Resource resource) =>
        resource.Type == ResourceTypes.SubscriptionFilter
        && resource.Property("FilterName"u8)?.Text == FilterNames.Own;
}
