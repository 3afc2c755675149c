using Macro.CloudFormation.Templates;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.LogForwarding;

/// <summary>The subscription filter that the macro adds for one log group of functions.</summary>
/// <param name="Group">The log group.</param>
/// <param name="Condition">The condition under which functions write to it; null for always.</param>
/// <param name="Functions">Logical ids of the functions that write to it, at least one.</param>
internal sealed record Subscription(LogGroup Group, string? Condition, IReadOnlyList<string> Functions)
{
    private const string Suffix = "DatadogLogSubscription";

    /// <summary>Adds the filter, or updates the one of an earlier run.</summary>
    /// <param name="context">Records and makes the edit.</param>
    /// <param name="destination">ARN of the destination.</param>
    /// <param name="dependsOn">Logical ids of the resources that CloudFormation has to create before.</param>
    /// <param name="used">Logical ids of the filters of other log groups; receives this one's.</param>
    public void AddOrUpdate(InstrumentationContext context, Node destination, IReadOnlyList<string> dependsOn, HashSet<string> used)
    {
        var filter = SubscriptionFilters.Create(Condition, dependsOn, new ObjectNode
        {
            { "LogGroupName", Group.Reference },
            { "FilterName", FilterNames.Own },
            { "FilterPattern", "" },
            { "DestinationArn", destination },
        });
        var logicalId = context.AddOrUpdate(
            Group.LogicalIdPrefix + Suffix, filter, known => IsSubscription(known) && !used.Contains(known.LogicalId));
        used.Add(logicalId);
        if (!context.Journal.IsRecording || !context.Template.IsAdded(logicalId)) return;
        foreach (var function in Functions)
        {
            context.Journal.Record(
                ChangeKind.LogSubscription, function, logicalId, context.Template.ResourceSection, logicalId, destination);
        }
    }

    /// <summary>Whether a resource that the macro added is such a filter.</summary>
    public static bool IsSubscription(Resource resource) =>
        resource.Type == ResourceTypes.SubscriptionFilter
        && resource.Property("FilterName"u8)?.Text == FilterNames.Own;
}
