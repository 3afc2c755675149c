using System.Text.Json;
using Macro.Aws.CloudWatchLogs;
using Macro.CloudFormation.Templates;
using Macro.Core.LogForwarding;
using Macro.Core.Pipeline;

namespace Macro.Cli.Deployed.Engine;

/// <summary>
/// Writes an existing log group and its subscription filters as resources, and reads what the transform adds and removes there.
/// </summary>
internal static class LogResources
{
    private const string Group = TransformEvent.LogGroup;
    private const string OwnFilter = TransformEvent.OwnFilter;

    /// <summary>Writes the group with its filters; nothing for a group that does not exist.</summary>
    /// <param name="json">The writer of the resources.</param>
    /// <param name="group">The group.</param>
    /// <param name="isOwn">Whether a filter with the macro's name is the macro's own, which the transform may edit and remove.</param>
    public static void Write(Utf8JsonWriter json, LogGroupState group, Func<SubscriptionFilter, bool> isOwn)
    {
        if (group.Filters is null) return;
        TransformEvent.StartResource(json, Group, ResourceTypes.LogGroup);
        json.WriteString("LogGroupName", group.Name);
        TransformEvent.EndResource(json);
        foreach (var filter in group.Filters)
        {
            var own = filter.Name == FilterNames.Own && isOwn(filter);
            TransformEvent.StartResource(json, own ? OwnFilter : $"filter {filter.Name}", ResourceTypes.SubscriptionFilter);
            json.WriteStartObject("LogGroupName");
            json.WriteString("Ref", Group);
            json.WriteEndObject();
            json.WriteString("FilterName", filter.Name);
            json.WriteString("FilterPattern", "");
            json.WriteString("DestinationArn", filter.DestinationArn);
            TransformEvent.EndResource(json);
        }
    }

    /// <summary>Reads what the transform did to the resources of a log group.</summary>
    /// <param name="changes">The changes of the transform.</param>
    /// <param name="resources">The resources after the transform.</param>
    /// <param name="group">The group before it.</param>
    public static LogEdits Read(IReadOnlyList<Change> changes, JsonElement resources, LogGroupState group)
    {
        var edits = new LogEdits(group.Name);
        foreach (var resource in resources.EnumerateObject())
        {
            var type = resource.Value.GetProperty("Type").GetString();
            var properties = resource.Value.GetProperty("Properties");
            if (type == ResourceTypes.DatadogLogGroups) edits = ReadCustom(edits, properties, group);
            else if (type == ResourceTypes.SubscriptionFilter && changes.Any(change => change.LogicalId == resource.Name))
                edits = edits with { Filter = new(FilterNames.Own, properties.GetProperty("DestinationArn").GetString()!) };
        }
        var removed = changes.Any(change => change is { LogicalId: OwnFilter, Kind: ChangeKind.Resource, After: null });
        return removed ? edits with { RemovedFilters = [FilterNames.Own] } : edits;
    }

    private static LogEdits ReadCustom(LogEdits edits, JsonElement properties, LogGroupState group)
    {
        var legacy = properties.TryGetProperty(LogGroupsProperties.LegacyForwarderArn, out var forwarder) ? forwarder.GetString() : null;
        return edits with
        {
            CreatesGroup = group.Filters is null,
            RetentionInDays = properties.TryGetProperty(LogGroupsProperties.RetentionInDays, out var days) ? int.Parse(days.ToString())
                : null,
            RemovedFilters =
            [
                .. (group.Filters ?? []).Where(filter => filter.Name == FilterNames.Legacy && filter.DestinationArn == legacy)
                    .Select(filter => filter.Name),
            ],
        };
    }
}
