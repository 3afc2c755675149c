namespace Macro.Core.Pipeline;

/// <summary>
/// The data for reverting one resource that cannot be derived from the instrumented resource. Names and values are plain text, so that a
/// host can store them, for example in tags.
/// </summary>
public sealed class InstrumentationMemory
{
    private readonly HashSet<string> _ours = [];

    /// <summary>The instance used if the host did not request this data; it records nothing.</summary>
    internal static readonly InstrumentationMemory None = new() { IsRecording = false };

    /// <summary>Whether the host requested this data; if not, steps need not write it.</summary>
    internal bool IsRecording { get; private init; } = true;

    /// <summary>Names of variables that the macro would set, but that the user had already set.</summary>
    public ISet<string> KeptVariables { get; } = new HashSet<string>();

    /// <summary>Keys of tags that the macro would set, but that the user had already set.</summary>
    public ISet<string> KeptTags { get; } = new HashSet<string>();

    /// <summary>Names of variables that the macro added from the setting <c>extraEnv</c>.</summary>
    public ISet<string> AddedVariables { get; } = new HashSet<string>();

    /// <summary>Keys of tags that the macro added from the settings.</summary>
    public ISet<string> AddedTags { get; } = new HashSet<string>();

    /// <summary>Layer version ARNs that the macro added and whose layer names are not Datadog's.</summary>
    public ISet<string> AddedLayers { get; } = new HashSet<string>();

    /// <summary>Layer version ARNs of Datadog's layers from before the instrumentation.</summary>
    public ISet<string> PreviousLayers { get; } = new HashSet<string>();

    /// <summary>Values from before the instrumentation, by name; an absent name means that there was no value.</summary>
    public IDictionary<string, string> PreviousValues { get; } = new Dictionary<string, string>();

    /// <summary>
    /// Records a variable before the macro sets it if absent. It counts as kept if the user had set it, but not if the macro had.
    /// </summary>
    internal void NoteVariable(string name, bool isSet)
    {
        if (!isSet) _ours.Add(name);
        else if (!_ours.Contains(name)) KeptVariables.Add(name);
    }

    /// <summary>Stores a value before it is changed; null when there was none.</summary>
    internal void Remember(string name, string? value)
    {
        if (IsRecording && value is not null) PreviousValues.TryAdd(name, value);
    }

    /// <summary>The stored value; null when there was none.</summary>
    internal string? Recall(string name) => PreviousValues.TryGetValue(name, out var value) ? value : null;
}
