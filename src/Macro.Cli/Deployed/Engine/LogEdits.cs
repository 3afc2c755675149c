using Macro.Aws.CloudWatchLogs;

namespace Macro.Cli.Deployed.Engine;

/// <summary>What changes about the log group of a resource.</summary>
/// <param name="LogGroup">The name of the group.</param>
internal sealed record LogEdits(string LogGroup)
{
    /// <summary>Whether the group is created.</summary>
    public bool CreatesGroup { get; init; }

    /// <summary>The retention of a new group in days; null for none.</summary>
    public int? RetentionInDays { get; init; }

    /// <summary>The filter that is created, or that replaces the one of its name; null for none.</summary>
    public SubscriptionFilter? Filter { get; init; }

    /// <summary>The names of filters that are removed.</summary>
    public IReadOnlyList<string> RemovedFilters { get; init; } = [];

    /// <summary>Whether nothing changes.</summary>
    public bool IsEmpty => !CreatesGroup && Filter is null && RemovedFilters.Count == 0;

    /// <summary>The group after the edits.</summary>
    public LogGroupState? ApplyTo(LogGroupState? group)
    {
        if (group is null || group.Filters is null && !CreatesGroup) return group;
        var kept = (group.Filters ?? []).Where(filter => !RemovedFilters.Contains(filter.Name) && filter.Name != Filter?.Name);
        return group with { Filters = Filter is { } added ? [.. kept, added] : [.. kept] };
    }
}
