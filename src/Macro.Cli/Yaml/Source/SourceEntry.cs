using Macro.Cli.Templates.Reading;
using Macro.Cli.Yaml.Syntax;

namespace Macro.Cli.Yaml.Source;

/// <summary>A member of a mapping or an item of a sequence.</summary>
internal sealed class SourceEntry
{
    /// <summary>The member's name; empty for an item.</summary>
    public required string Name { get; init; }

    /// <summary>The position of the key or of the item.</summary>
    public required TextPosition Position { get; init; }

    /// <summary>The key and its colon, if it has one; the dash of an item in a block sequence.</summary>
    public required TextSpan Head { get; init; }

    /// <summary>The value.</summary>
    public required SourceNode Value { get; init; }

    /// <summary>Whether the head has a colon or a dash. Explicit keys (<c>? key</c>) and items in brackets have neither.</summary>
    public required bool HasIndicator { get; init; }

    /// <summary>The member's key; null for an item.</summary>
    public SourceNode? Key { get; init; }

    /// <summary>Whether the key is an alias.</summary>
    public bool HasAliasKey => Key is SourceAlias;

    /// <summary>Whether the key is <c>&lt;&lt;</c>, which merges the members of other mappings.</summary>
    public bool IsMerge { get; init; }

    /// <summary>The last entry of the same name, which counts instead of this one; null where this one counts.</summary>
    public SourceEntry? Winner { get; set; }

    /// <summary>The chomping of the block scalar at the end of the entry: of its value, or of its key if the value is empty.</summary>
    public Chomping? FinalChomping =>
        Value.FinalChomping ?? (Value.Span.Start == Value.Span.End ? Key?.FinalChomping : null);

    /// <summary>Whether the text has the same meaning when it is copied into a changed file.</summary>
    public bool CanBeCopied => Key is not { CanBeCopied: false } && Value.CanBeCopied;
}
