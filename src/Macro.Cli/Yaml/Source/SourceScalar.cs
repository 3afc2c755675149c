using Macro.Cli.Yaml.Syntax;

namespace Macro.Cli.Yaml.Source;

/// <summary>The type of a scalar in JSON.</summary>
internal enum ScalarKind
{
    String,
    Number,
    True,
    False,
    Null,
}

/// <summary>A single value: text, number, boolean or null.</summary>
internal sealed class SourceScalar : SourceNode
{
    /// <summary>Its type in JSON.</summary>
    public required ScalarKind Kind { get; init; }

    /// <summary>The text without quotes and after folding; for a number, its spelling.</summary>
    public required string Value { get; init; }

    /// <summary>Whether this is <c>&lt;&lt;</c> without quotes, which as a key merges mappings.</summary>
    public required bool IsMergeIndicator { get; init; }

    /// <summary>The chomping of a block scalar; null for plain and quoted scalars.</summary>
    public required Chomping? Chomping { get; init; }

    /// <summary>Whether the scalar is at the end of a file without a last line break.</summary>
    public required bool IsCutOff { get; init; }

    /// <summary>False when a line break after the scalar would become part of its value.</summary>
    public override bool CanBeCopied => !IsCutOff || Chomping is null or Syntax.Chomping.Strip;

    public override Chomping? FinalChomping => Chomping;
}
