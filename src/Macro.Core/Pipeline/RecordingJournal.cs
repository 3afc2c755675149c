using Macro.CloudFormation.Templates;
using Macro.Json;

namespace Macro.Core.Pipeline;

/// <summary>
/// Records the edits of the instrumentation, for hosts that show or apply them. <see cref="Seal"/> creates the list of changes from the
/// edited template.
/// </summary>
internal sealed class RecordingJournal : ChangeJournal
{
    private readonly Dictionary<Place, Entry> _entries = [];
    private readonly Dictionary<string, InstrumentationMemory> _memories;

    /// <summary>Creates a journal for instrumenting.</summary>
    public RecordingJournal() => _memories = [];

    /// <summary>Creates a journal for reverting, with the data that instrumenting recorded.</summary>
    public RecordingJournal(IReadOnlyDictionary<string, InstrumentationMemory> memories) => _memories = new(memories);

    /// <inheritdoc/>
    public override bool IsRecording => true;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, InstrumentationMemory> Memories => _memories;

    /// <inheritdoc/>
    public override InstrumentationMemory MemoryOf(string logicalId) =>
        _memories.TryGetValue(logicalId, out var known) ? known : _memories[logicalId] = new InstrumentationMemory();

    /// <inheritdoc/>
    public override void Record(
        ChangeKind kind, string logicalId, string? name, Node parent, PathSegment segment, ValueVisibility visibility,
        bool hasValue = false)
    {
        var place = new Place(parent, segment, kind, name);
        if (!_entries.TryGetValue(place, out var known))
            _entries.Add(place, new Entry(logicalId, Value(parent, segment)?.Detach(), IsSecret(visibility, hasValue)));
        else if (visibility == ValueVisibility.Secret)
            _entries[place] = known with { IsSecret = true };
    }

    /// <inheritdoc/>
    public override void Record(ChangeKind kind, string logicalId, string name, Node parent, PathSegment segment, Node after) =>
        _entries.TryAdd(new Place(parent, segment, kind, name), new Entry(logicalId, null, IsSecret: false) { After = after.Detach() });

    /// <inheritdoc/>
    public override IReadOnlyList<Change> Seal(Template template)
    {
        var paths = new Dictionary<Node, JsonPath>();
        FindPaths(template.Root, JsonPath.Root, _entries.Keys.Select(place => place.Parent).ToHashSet(), paths);
        return [.. _entries.SelectMany(entry => Changes(entry.Key, entry.Value, paths))];
    }

    private static IEnumerable<Change> Changes(Place place, Entry entry, Dictionary<Node, JsonPath> paths)
    {
        var after = entry.After ?? Value(place.Parent, place.Segment)?.Detach();
        if (entry.Before is null && after is null) return [];
        if (entry.Before is not null && after is not null && entry.Before.IsSameAs(after)) return [];
        // An object that was removed later is part of an entry of its own.
        if (!paths.TryGetValue(place.Parent, out var parent)) return [];
        var path = parent.Append(place.Segment);
        if (place.Kind == ChangeKind.Resource && entry.Before is ObjectNode old && after is ObjectNode now)
            return PropertyChanges.Between(entry.LogicalId, path, old, now);
        return
        [
            new Change(place.Kind, entry.LogicalId, place.Name, path, entry.Before, after)
            {
                IsBeforeSecret = place.Kind == ChangeKind.Variable,
                IsAfterSecret = entry.IsSecret,
            },
        ];
    }

    /// <summary>The value of a member or item; null when there is none.</summary>
    private static Node? Value(Node parent, PathSegment segment) => parent switch
    {
        ObjectNode members when segment.Name is { } name => members[(MemberName)name],
        ArrayNode items when segment.Name is null && segment.Index < items.Count => items[segment.Index],
        _ => null,
    };

    private static bool IsSecret(ValueVisibility visibility, bool hasValue) =>
        visibility == ValueVisibility.Secret || visibility == ValueVisibility.ShownIfNew && hasValue;

    /// <summary>Finds the paths of the wanted nodes. The parents of an edited node are edited too, so unedited nodes are skipped.</summary>
    private static void FindPaths(Node node, JsonPath path, HashSet<Node> wanted, Dictionary<Node, JsonPath> found)
    {
        if (wanted.Contains(node)) found.TryAdd(node, path);
        if (!node.IsEdited) return;
        if (node is ObjectNode members)
        {
            foreach (var (name, value) in members) FindPaths(value, path.Append(name), wanted, found);
        }
        else if (node is ArrayNode items)
        {
            for (var i = 0; i < items.Count; i++) FindPaths(items[i], path.Append(i), wanted, found);
        }
    }

    /// <summary>The location of a change; nodes are compared by reference.</summary>
    private sealed record Place(Node Parent, PathSegment Segment, ChangeKind Kind, string? Name);

    /// <param name="LogicalId">The resource that the change belongs to.</param>
    /// <param name="Before">The value before the first edit.</param>
    /// <param name="IsSecret">Whether the new value may not be shown.</param>
    private sealed record Entry(string LogicalId, Node? Before, bool IsSecret)
    {
        /// <summary>The value to report instead of the one at the location.</summary>
        public Node? After { get; init; }
    }
}
