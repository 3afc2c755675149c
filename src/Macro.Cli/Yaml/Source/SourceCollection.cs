namespace Macro.Cli.Yaml.Source;

/// <summary>A sequence or a mapping.</summary>
internal abstract class SourceCollection : SourceNode
{
    /// <summary>The members or items, in the file's order.</summary>
    public required IReadOnlyList<SourceEntry> Entries { get; init; }

    /// <summary>Where the lines of a block collection's entries are; null where entries cannot be exchanged line by line.</summary>
    public required BlockLayout? Layout { get; init; }

    public override bool IsPortable => Entries.All(entry => entry.IsPortable);

    public override Chomping? FinalChomping => Entries.Count > 0 ? Entries[^1].Value.FinalChomping : null;
}

/// <summary>An ordered list of values.</summary>
internal sealed class SourceSequence : SourceCollection;

/// <summary>Values by name.</summary>
internal sealed class SourceMapping : SourceCollection;
