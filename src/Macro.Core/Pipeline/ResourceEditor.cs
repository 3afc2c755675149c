using Macro.Json;

namespace Macro.Core.Pipeline;

/// <summary>The way to edit one resource: every edit is recorded in the journal, then made.</summary>
internal sealed class ResourceEditor(string logicalId, ChangeJournal journal)
{
    /// <summary>Logical id of the resource.</summary>
    public string LogicalId => logicalId;

    /// <summary>Sets a member, or removes it (null).</summary>
    /// <param name="kind">What the change is about.</param>
    /// <param name="name">Name of the variable, tag or property for people; null where the kind says all.</param>
    /// <param name="parent">The object.</param>
    /// <param name="member">The member's name.</param>
    /// <param name="value">The new value.</param>
    /// <param name="visibility">Whether the value may be shown to people.</param>
    /// <param name="hasValue">Whether there is a value, at the place or inherited, that the new one may hold.</param>
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

    /// <summary>Records that states of a definition are edited, or that a filter forwards the resource's logs.</summary>
    public void Record(ChangeKind kind, string name, ObjectNode parent, MemberName member, Node after) =>
        journal.Record(kind, logicalId, name, parent, member.Text, after);

    /// <summary>Whether edits are recorded.</summary>
    public bool IsRecording => journal.IsRecording;
}
