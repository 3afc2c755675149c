using Macro.Core.Templates;

namespace Macro.Cli.Changes;

/// <summary>Which of the added subscription filters carry the logs of a function or a state machine.</summary>
internal sealed class LogSubscriptions
{
    private readonly ObjectNode _resources;
    private readonly List<(string LogicalId, Node Group, Node? Destination)> _filters = [];

    public LogSubscriptions(ObjectNode before, ObjectNode after)
    {
        _resources = after;
        foreach (var (logicalId, body) in after)
        {
            if (before[logicalId] is null && body is ObjectNode filter && filter.TextOf("Type"u8) == "AWS::Logs::SubscriptionFilter"
                && filter["Properties"u8] is ObjectNode properties && properties["LogGroupName"u8] is { } group)
                _filters.Add((logicalId, group, properties["DestinationArn"u8]));
        }
    }

    /// <summary>The filters on the log group of a function or a state machine.</summary>
    public IEnumerable<Change> Of(string logicalId, ObjectNode body)
    {
        if (_filters.Count == 0 || body["Properties"u8] is not ObjectNode properties) return [];
        return _filters.Where(filter => IsLogGroupOf(filter.Group, logicalId, properties))
            .Select(filter => new Change(ChangeKind.LogSubscription, filter.LogicalId, null, ValueText.OfOptional(filter.Destination)));
    }

    private bool IsLogGroupOf(Node group, string logicalId, ObjectNode properties)
    {
        if (Mentions(group, logicalId) || OwnGroups(properties).Any(own => Intrinsic.Contains(own, group))) return true;
        if (References.Target(group) is not { } declared) return group.Text is { } name && name == DefaultName(properties);
        if (OwnGroups(properties).Any(own => Mentions(own, declared))) return true;
        return ((_resources[declared] as ObjectNode)?["Properties"u8] as ObjectNode)?["LogGroupName"u8] is { } declaredName
            && (Mentions(declaredName, logicalId) || declaredName.Text is { } text && text == DefaultName(properties));
    }

    private static IEnumerable<Node> OwnGroups(ObjectNode properties) =>
        new[] { properties["LoggingConfig"u8], properties["LoggingConfiguration"u8], properties["Logging"u8] }.OfType<Node>();

    private static string? DefaultName(ObjectNode properties) => properties["FunctionName"u8]?.Text is { } name ? $"/aws/lambda/{name}" : null;

    /// <summary>Whether a resource is referred to anywhere in a value.</summary>
    private static bool Mentions(Node value, string logicalId) => Intrinsic.Mentions(value, text =>
        text == logicalId || text.StartsWith($"{logicalId}.", StringComparison.Ordinal)
        || SubTemplate.Parse(text).Any(part => part.IsName && (part.Text == logicalId || part.Text.StartsWith($"{logicalId}.", StringComparison.Ordinal))));
}
