using Macro.Json;

namespace Macro.Core.Pipeline;

/// <summary>Edits one resource: records every edit in the journal, then makes it.</summary>
internal readonly struct ResourceEditor(string logicalId, ChangeJournal journal)
{
    /// <summary>Logical id of the resource.</summary>
    public string LogicalId => logicalId;

    /// <summary>Sets a member, or removes it (null).</summary>
    /// <param name="kind">The kind of change.</param>
    /// <param name="name">Display name of the variable, tag or property; null if the kind is sufficient.</param>
    /// <param name="parent">The object.</param>
    /// <param name="member">The member's name.</param>
    /// <param name="value">The new value.</param>
    /// <param name="visibility">Whether the value may be displayed.</param>
    /// <param name="hasValue">Whether there is already a value, set or inherited, which the new one may contain.</param>
    public void Set(
        ChangeKind kind, string? name, ObjectNode parent, MemberName member, Node? value,
        ValueVisibility visibility = ValueVisibility.Shown, bool hasValue = false)
    {
        journal.Record(kind, logicalId, name, parent, member.Text, visibility, hasValue);
        parent[member] = value;
    }

    /// <summary>Adds an item at the end of a list.</summary>
    public void Append(ChangeKind kind, string? name, ArrayNode list, Node item)
    {
        journal.Record(kind, logicalId, name, list, list.Count, ValueVisibility.Shown);
        list.Add(item);
    }

    /// <summary>Replaces an item of a list.</summary>
    public void Replace(ChangeKind kind, string? name, ArrayNode list, int index, Node item)
    {
        journal.Record(kind, logicalId, name, list, index, ValueVisibility.Shown);
        list[index] = item;
    }

    /// <summary>Records an edit that the caller makes itself; its value may be shown.</summary>
    public void Record(ChangeKind kind, string? name, Node parent, PathSegment segment) =>
        journal.Record(kind, logicalId, name, parent, segment, ValueVisibility.Shown);

    /// <summary>Records an edit that the caller makes itself.</summary>
    public void Record(ChangeKind kind, string? name, ObjectNode parent, MemberName member, ValueVisibility visibility) =>
        journal.Record(kind, logicalId, name, parent, member.Text, visibility);

    /// <summary>Records a change whose value is not the value at its place.</summary>
    public void Record(ChangeKind kind, string name, ObjectNode parent, MemberName member, Node after) =>
        journal.Record(kind, logicalId, name, parent, member.Text, after);

    /// <summary>Whether edits are recorded.</summary>
    public bool IsRecording => journal.IsRecording;
}
