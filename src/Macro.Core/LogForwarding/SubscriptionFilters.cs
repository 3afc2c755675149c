using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Templates;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.LogForwarding;

/// <summary>The subscription filters that a template declares, and the one that the macro adds for a log group.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-subscriptionfilter.html
/// </remarks>
internal sealed class SubscriptionFilters
{
    /// <summary>The maximum number of subscription filters of a log group.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html</remarks>
    public const int MaxPerLogGroup = 2;

    private const string Suffix = "DatadogLogSubscription";

    private readonly Evaluator _evaluator;
    private readonly SymbolicEvaluator _names;
    private readonly ILookup<string, Resource> _declared;

    public SubscriptionFilters(Template template, Evaluator evaluator, SymbolicEvaluator names)
    {
        (_evaluator, _names) = (evaluator, names);
        _declared = template.OfType(ResourceTypes.SubscriptionFilter)
            .Where(filter => !IsMacroOwned(filter) && filter.Property("LogGroupName"u8) is not null)
            .ToLookup(filter => names.Read(filter.Property("LogGroupName"u8)!));
    }

    /// <summary>
    /// Finds the template's own filters of a group, except those whose condition is false in this deployment and differs from the group's.
    /// </summary>
    public IReadOnlyList<Resource> Find(LogGroup group) => [.. _declared[group.Name].Where(filter =>
        filter.Condition is not { } condition || condition == group.Condition || _evaluator.Condition(condition) != false)];

    public bool HasDestination(Resource filter, Node destination) =>
        filter.Property("DestinationArn"u8) is { } arn && _names.Read(arn) == _names.Read(destination);

    /// <summary>Adds or updates the macro's filter for a group.</summary>
    /// <param name="context">Records and makes the edit.</param>
    /// <param name="group">The group.</param>
    /// <param name="destination">ARN of the destination.</param>
    /// <param name="dependsOn">
    /// Logical id of the custom resource that creates the group or removes its old filter; null when the filter depends on the group only.
    /// </param>
    public static void AddOrUpdate(InstrumentationContext context, LogGroup group, Node destination, string? dependsOn)
    {
        var filter = new ObjectNode { { "Type", ResourceTypes.SubscriptionFilter } };
        if (group.Condition is not null) filter.Add("Condition", group.Condition);
        if (dependsOn is not null) filter.Add("DependsOn", dependsOn);
        filter.Add("Properties", new ObjectNode
        {
            { "LogGroupName", group.Reference },
            { "FilterName", FilterNames.Own },
            { "FilterPattern", "" },
            { "DestinationArn", destination },
        });
        var logicalId = context.AddOrUpdate(group.LogicalIdPrefix + Suffix, filter, IsMacroOwned);
        if (!context.Template.IsAdded(logicalId)) return;
        foreach (var function in group.Functions)
        {
            context.Journal.Record(
                ChangeKind.LogSubscription, function, logicalId, context.Template.ResourceSection, logicalId, destination);
        }
    }

    /// <summary>Whether a resource is one of the macro's filters.</summary>
    public static bool IsMacroOwned(Resource resource) =>
        resource.Type == ResourceTypes.SubscriptionFilter && resource.LogicalId.Contains(Suffix, StringComparison.Ordinal)
        && resource.Property("FilterName"u8)?.Text == FilterNames.Own;
}
