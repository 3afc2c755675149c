namespace Macro.Cli.Yaml.Source;

/// <summary>What a scalar is in JSON.</summary>
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
    /// <summary>What it is in JSON.</summary>
    public required ScalarKind Kind { get; init; }

    /// <summary>The text after unquoting and folding; of a number, its spelling.</summary>
    public required string Value { get; init; }

    /// <summary>Whether this is the bare <c>&lt;&lt;</c> that, as a key, merges mappings.</summary>
    public required bool IsMergeIndicator { get; init; }

    /// <summary>The block scalar's style of ending; null for plain and quoted scalars.</summary>
    public required Chomping? Chomping { get; init; }

    /// <summary>Whether the file ends with the block scalar's last line and has no line break after it.</summary>
    public required bool IsCutOff { get; init; }

    /// <summary>False where a line break added after the scalar would become part of it.</summary>
    public override bool IsPortable => !IsCutOff || Chomping is null or Source.Chomping.Strip;

    public override Chomping? FinalChomping => Chomping;
}
