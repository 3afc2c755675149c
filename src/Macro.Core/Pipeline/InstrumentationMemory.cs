namespace Macro.Core.Pipeline;

/// <summary>
/// What reverting one resource has to know and cannot tell from the instrumented resource. Names and values are plain text, so that a host can
/// keep them, for example in tags.
/// </summary>
public sealed class InstrumentationMemory
{
    private readonly HashSet<string> _ours = [];

    /// <summary>Where nobody asks for the memory.</summary>
    internal static readonly InstrumentationMemory None = new() { IsRecording = false };

    /// <summary>Whether anybody asks for it; if not, steps need not write to it.</summary>
    internal bool IsRecording { get; private init; } = true;

    /// <summary>Variables among those that the macro sets which the user had before.</summary>
    public ISet<string> KeptVariables { get; } = new HashSet<string>();

    /// <summary>Tag keys among those that the macro sets which the user had before.</summary>
    public ISet<string> KeptTags { get; } = new HashSet<string>();

    /// <summary>Variables that the macro added under names that only the settings know (<c>extraEnv</c>).</summary>
    public ISet<string> AddedVariables { get; } = new HashSet<string>();

    /// <summary>Keys of tags that the macro added from the settings.</summary>
    public ISet<string> AddedTags { get; } = new HashSet<string>();

    /// <summary>Layer version ARNs that the macro added under names that are not Datadog's.</summary>
    public ISet<string> AddedLayers { get; } = new HashSet<string>();

    /// <summary>Layer version ARNs of Datadog's layers that were there before.</summary>
    public ISet<string> PreviousLayers { get; } = new HashSet<string>();

    /// <summary>Values that were changed, by what they are; an absent key means that there was no value.</summary>
    public IDictionary<string, string> PreviousValues { get; } = new Dictionary<string, string>();

    /// <summary>Notes a variable that is about to be set where it is absent. One that the user has is kept; one that we set before is not.</summary>
    internal void NoteVariable(string name, bool isSet)
    {
        if (!isSet) _ours.Add(name);
        else if (!_ours.Contains(name)) KeptVariables.Add(name);
    }

    /// <summary>Remembers a value before it is changed; null: there was none.</summary>
    internal void Remember(string name, string? value)
    {
        if (IsRecording && value is not null) PreviousValues.TryAdd(name, value);
    }

    /// <summary>The remembered value; null: there was none.</summary>
    internal string? Recall(string name) => PreviousValues.TryGetValue(name, out var value) ? value : null;
}
