using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Templates;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.LogForwarding;

/// <summary>The subscription filters that a template declares, and the one that we add for a log group.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-subscriptionfilter.html</remarks>
internal sealed class SubscriptionFilters
{
    /// <summary>How many a log group may have.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html</remarks>
    public const int MaxPerLogGroup = 2;

    private const string Type = "AWS::Logs::SubscriptionFilter";
    private const string Suffix = "DatadogLogSubscription";

    private readonly Evaluator _evaluator;
    private readonly SymbolicEvaluator _names;
    private readonly ILookup<string, Resource> _declared;

    public SubscriptionFilters(Template template, Evaluator evaluator, SymbolicEvaluator names)
    {
        (_evaluator, _names) = (evaluator, names);
        _declared = template.OfType(Type).Where(filter => !IsMacroOwned(filter) && filter.Property("LogGroupName"u8) is not null)
            .ToLookup(filter => names.Read(filter.Property("LogGroupName"u8)!));
    }

    /// <summary>The template's own filters of a group, less those that are known to be left out of this deployment while the group is not.</summary>
    public IReadOnlyList<Resource> Of(LogGroup group) => [.. _declared[group.Name].Where(filter =>
        filter.Condition is not { } condition || condition == group.Condition || _evaluator.Condition(condition) != false)];

    public bool HasDestination(Resource filter, Node destination) =>
        filter.Property("DestinationArn"u8) is { } arn && _names.Read(arn) == _names.Read(destination);

    /// <summary>Adds our filter for a group.</summary>
    /// <param name="context">Records and makes the edit.</param>
    /// <param name="group">The group.</param>
    /// <param name="destination">ARN of what it feeds.</param>
    /// <param name="dependsOn">Logical id of the resource that makes the group or clears its way; null when the reference to the group says it all.</param>
    public static void AddOrUpdate(InstrumentationContext context, LogGroup group, Node destination, string? dependsOn)
    {
        var filter = new ObjectNode { { "Type", Type } };
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
            context.Journal.Record(ChangeKind.LogSubscription, function, logicalId, context.Template.ResourceSection, logicalId, destination);
    }

    private static bool IsMacroOwned(Resource resource) =>
        resource.Type == Type && resource.LogicalId.Contains(Suffix, StringComparison.Ordinal) && resource.Property("FilterName"u8)?.Text == FilterNames.Own;
}
