using Macro.CloudFormation.Templates;
using Macro.Json;

namespace Macro.Core.Pipeline;

/// <summary>
/// Receives every edit before it is made. This class records nothing, for hosts that need only the fragment. The native compiler then
/// omits <see cref="RecordingJournal"/> from programs that do not use it.
/// </summary>
internal class ChangeJournal
{
    private static readonly Dictionary<string, InstrumentationMemory> NoMemories = [];

    /// <summary>Whether edits are recorded.</summary>
    public virtual bool IsRecording => false;

    /// <summary>The data for reverting each resource, by logical id.</summary>
    public virtual IReadOnlyDictionary<string, InstrumentationMemory> Memories => NoMemories;

    /// <summary>Returns the data for reverting a resource, which its steps write.</summary>
    public virtual InstrumentationMemory MemoryOf(string logicalId) => InstrumentationMemory.None;

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
    /// <param name="hasValue">Whether there is already a value, set or inherited, which the new one may contain.</param>
    public virtual void Record(
        ChangeKind kind, string logicalId, string? name, Node parent, PathSegment segment, ValueVisibility visibility,
        bool hasValue = false)
    {
    }

    /// <summary>
    /// Records a change whose value is not the value at its place: an edited state of a definition, or a subscription of a function.
    /// </summary>
    public virtual void Record(ChangeKind kind, string logicalId, string name, Node parent, PathSegment segment, Node after)
    {
    }

    /// <summary>Returns the changes of the edited template in the order of recording, without edits that changed nothing.</summary>
    public virtual IReadOnlyList<Change> Seal(Template template) => [];
}
