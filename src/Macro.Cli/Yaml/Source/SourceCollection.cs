using Macro.Cli.Yaml.Syntax;

namespace Macro.Cli.Yaml.Source;

/// <summary>A sequence or a mapping.</summary>
internal abstract class SourceCollection : SourceNode
{
    /// <summary>The members or items, in the file's order.</summary>
    public required IReadOnlyList<SourceEntry> Entries { get; init; }

    /// <summary>The lines of a block collection's entries; null when entries cannot be replaced line by line.</summary>
    public required BlockLayout? Layout { get; init; }

    public override bool CanBeCopied => Entries.All(entry => entry.CanBeCopied);

    public override Chomping? FinalChomping => Entries.Count > 0 ? Entries[^1].FinalChomping : null;
}

/// <summary>An ordered list of values.</summary>
internal sealed class SourceSequence : SourceCollection;

/// <summary>Values by name.</summary>
internal sealed class SourceMapping : SourceCollection
{
    /// <summary>The entries without those that a later one of the same name replaces.</summary>
    public IReadOnlyList<SourceEntry> EffectiveEntries =>
        Entries.Any(entry => entry.Winner is not null) ? [.. Entries.Where(entry => entry.Winner is null)] : Entries;
}
