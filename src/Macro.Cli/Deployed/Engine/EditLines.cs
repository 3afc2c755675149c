using Macro.Cli.Changes;
using Macro.Core.Pipeline;

namespace Macro.Cli.Deployed.Engine;

/// <summary>Describes edits in the words of <c>macro diff</c>.</summary>
internal static class EditLines
{
    /// <summary>The lines of a resource, each once, by kind.</summary>
    /// <param name="result">The result of the transform.</param>
    /// <param name="name">The logical id of the resource.</param>
    /// <param name="more">Lines of edits that the transform does not make.</param>
    public static IReadOnlyList<ChangeLine> Create(InstrumentationResult result, string name, IEnumerable<ChangeLine> more)
    {
        var lines = new ChangeLines(result.Secrets);
        return
        [
            .. result.Changes.Where(change => change.LogicalId == name && change.Kind != ChangeKind.LogSubscription)
                .SelectMany(lines.Of).Select(line => line with { Paths = [] }).Concat(more).Distinct().OrderBy(line => line.Kind),
        ];
    }

    /// <summary>The lines of the tags that remember an instrumentation.</summary>
    public static IEnumerable<ChangeLine> OfMemory(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after)
    {
        string? Value(IReadOnlyDictionary<string, string> tags, string key) =>
            tags.TryGetValue(key, out var value) ? MemoryTags.Display(key, value, ValueText.Mask) : null;
        return before.Keys.Union(after.Keys).Where(key => before.GetValueOrDefault(key) != after.GetValueOrDefault(key))
            .Select(key => new ChangeLine(ChangeKind.Tag, key, Value(before, key), Value(after, key)));
    }

    /// <summary>The lines of a log group.</summary>
    /// <param name="edits">The edits.</param>
    /// <param name="group">The group before.</param>
    /// <param name="isUsual">Whether its name follows from that of the resource, so that it need not be said.</param>
    public static IEnumerable<ChangeLine> OfLogs(LogEdits edits, LogGroupState group, bool isUsual)
    {
        var name = isUsual ? null : edits.LogGroup;
        string? Destination(string filter) => group.Filters?.FirstOrDefault(known => known.Name == filter)?.DestinationArn;
        if (edits.CreatesGroup) yield return new(ChangeKind.Logging, "log group", null, isUsual ? "created" : edits.LogGroup);
        if (edits.Filter is { } filter) yield return new(ChangeKind.LogSubscription, name, Destination(filter.Name), filter.DestinationArn);
        foreach (var removed in edits.RemovedFilters)
            yield return new(ChangeKind.LogSubscription, name, Destination(removed) ?? removed, null);
    }
}
