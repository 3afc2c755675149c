using Macro.Core.LogForwarding;
using Macro.Core.Pipeline;

namespace Macro.Cli.Deployed.Engine;

/// <summary>Remembers the destination that the subscription filter of a log group had before, and restores it.</summary>
internal static class LogMemory
{
    /// <summary>The name under which the previous destination is remembered.</summary>
    private const string PreviousFilter = "filter";

    /// <summary>Remembered where there was no filter.</summary>
    private const string NoFilter = "none";

    /// <summary>Whether the macro's commands subscribed the log group of a resource.</summary>
    public static bool IsSubscribed(InstrumentationMemory memory) => memory.PreviousValues.ContainsKey(PreviousFilter);

    /// <summary>Whether the memory of a resource, as tags, says so.</summary>
    public static bool IsSubscribed(ResourceTags tags) => tags.Memory.Values.Any(value => value.Contains($"{PreviousFilter}=",
        StringComparison.Ordinal));

    /// <summary>The memory of a resource after a run, with the destination of its filter.</summary>
    /// <param name="tags">The tags of the resource.</param>
    /// <param name="layers">The layers of a function.</param>
    /// <param name="current">What this run noted.</param>
    /// <param name="logs">What changes about the log group.</param>
    /// <param name="group">The log group before.</param>
    public static InstrumentationMemory Remember(
        ResourceTags tags, IReadOnlyList<string> layers, InstrumentationMemory current, LogEdits? logs, LogGroupState? group)
    {
        var isFirst = !tags.IsOurs && tags.OtherTool is null;
        var memory = isFirst ? current : MemoryMerge.Merge(MemoryTags.Read(tags.Memory, layers), current);
        if (logs?.Filter is not { } filter) return memory;
        var before = group?.Filters?.FirstOrDefault(known => known.Name == filter.Name)?.DestinationArn;
        memory.PreviousValues.TryAdd(PreviousFilter, before ?? NoFilter);
        return memory;
    }

    /// <summary>Puts back the destination that the filter had before.</summary>
    public static LogEdits Resubscribe(LogEdits edits, InstrumentationMemory memory) =>
        edits.RemovedFilters.Contains(FilterNames.Own)
        && memory.PreviousValues.TryGetValue(PreviousFilter, out var destination) && destination != NoFilter
            ? edits with
            {
                Filter = new(FilterNames.Own, destination),
                RemovedFilters = [.. edits.RemovedFilters.Where(name => name != FilterNames.Own)],
            }
            : edits;
}
