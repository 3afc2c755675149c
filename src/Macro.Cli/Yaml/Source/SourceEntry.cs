using Macro.Cli.Templates.Reading;
namespace Macro.Cli.Yaml.Source;

/// <summary>A member of a mapping or an item of a sequence.</summary>
internal sealed class SourceEntry
{
    /// <summary>The member's name; empty for an item.</summary>
    public required string Name { get; init; }

    /// <summary>Where the key, or the item, is.</summary>
    public required TextPosition Position { get; init; }

    /// <summary>The key and its colon, if it has one; the dash of an item in a block sequence.</summary>
    public required TextSpan Head { get; init; }

    /// <summary>The value.</summary>
    public required SourceNode Value { get; init; }

    /// <summary>Whether a colon ends the head, or a dash is it; explicit keys (<c>? key</c>) and items between brackets have neither.</summary>
    public required bool HasIndicator { get; init; }

    /// <summary>Whether the key is an alias.</summary>
    public bool HasAliasKey { get; init; }

    /// <summary>Whether the key is <c>&lt;&lt;</c>, which brings in the members of other mappings.</summary>
    public bool IsMerge { get; init; }

    /// <summary>Whether the head itself says the member's name, so that it may stay where the value changes.</summary>
    public bool SaysItsName => !HasAliasKey && !IsMerge;

    /// <summary>Whether the text, copied into a changed file, still means the same.</summary>
    public bool IsPortable => !HasAliasKey && Value.IsPortable;
}
