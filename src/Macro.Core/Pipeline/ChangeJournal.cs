using Macro.CloudFormation.Templates;
using Macro.Json;

namespace Macro.Core.Pipeline;

/// <summary>
/// Records the edits of the instrumentation, for hosts that show or apply them. Each edit is recorded before it is made;
/// <see cref="Seal"/> creates the list of changes from the edited template.
/// </summary>
/// <param name="isRecording">Whether the host asked for the changes. If not, recording costs nothing.</param>
internal sealed class ChangeJournal(bool isRecording)
{
    private readonly Dictionary<Place, Entry> _entries = [];

    /// <summary>Whether edits are recorded.</summary>
    public bool IsRecording => isRecording;

    /// <summary>
    /// Records that a value is about to be set, replaced or removed. The first record of a place keeps the original value; a later record
    /// can only make the value secret.
    /// </summary>
    /// <param name="kind">What the change is about.</param>
    /// <param name="logicalId">The resource that it belongs to.</param>
    /// <param name="name">Name of the variable, tag, policy or property; null for none.</param>
    /// <param name="parent">The object or array that holds the value.</param>
    /// <param name="segment">The member or item.</param>
    /// <param name="visibility">Whether the new value may be shown.</param>
    /// <param name="hasValue">Whether there is an own or inherited value, which the new one may contain.</param>
    public void Record(
        ChangeKind kind, string logicalId, string? name, Node parent, PathSegment segment, ValueVisibility visibility,
        bool hasValue = false)
    {
        if (!isRecording) return;
        var place = new Place(parent, segment, kind, name);
        if (!_entries.TryGetValue(place, out var known))
            _entries.Add(place, new Entry(logicalId, Value(parent, segment)?.Detach(), IsSecret(visibility, hasValue)));
        else if (visibility == ValueVisibility.Secret)
            _entries[place] = known with { IsSecret = true };
    }

    /// <summary>
    /// Records a change whose value is not the value at its place: an edited state of a definition, or a subscription of a function.
    /// </summary>
    public void Record(ChangeKind kind, string logicalId, string name, Node parent, PathSegment segment, Node after)
    {
        if (!isRecording) return;
        _entries.TryAdd(new Place(parent, segment, kind, name), new Entry(logicalId, null, IsSecret: false) { After = after.Detach() });
    }

    /// <summary>The changes of the edited template, in the order of recording, without edits that changed nothing.</summary>
    public IReadOnlyList<Change> Seal(Template template)
    {
        if (!isRecording) return [];
        var paths = new Dictionary<Node, JsonPath>();
        FindPaths(template.Root, JsonPath.Root, _entries.Keys.Select(place => place.Parent).ToHashSet(), paths);
        return [.. _entries.SelectMany(entry => Changes(entry.Key, entry.Value, paths))];
    }

    private static IEnumerable<Change> Changes(Place place, Entry entry, Dictionary<Node, JsonPath> paths)
    {
        var after = entry.After ?? Value(place.Parent, place.Segment)?.Detach();
        if (entry.Before is null && after is null) return [];
        if (entry.Before is not null && after is not null && entry.Before.IsSameAs(after)) return [];
        var path = paths[place.Parent].Append(place.Segment);
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

    /// <summary>The place of a change; nodes are compared by reference.</summary>
    private sealed record Place(Node Parent, PathSegment Segment, ChangeKind Kind, string? Name);

    /// <param name="LogicalId">The resource that the change belongs to.</param>
    /// <param name="Before">The value before the first edit.</param>
    /// <param name="IsSecret">Whether the new value may not be shown.</param>
    private sealed record Entry(string LogicalId, Node? Before, bool IsSecret)
    {
        /// <summary>The value to report instead of the one at the place.</summary>
        public Node? After { get; init; }
    }
}
