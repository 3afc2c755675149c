using Macro.Cli.Templates.Reading;

namespace Macro.Cli.Yaml.Syntax;

/// <summary>The kinds of tokens. Where a block collection begins or ends, there is no text, only indentation.</summary>
internal enum TokenKind
{
    StreamEnd,
    Directive,
    DocumentStart,
    DocumentEnd,
    BlockSequenceStart,
    BlockMappingStart,
    BlockEnd,
    FlowSequenceStart,
    FlowSequenceEnd,
    FlowMappingStart,
    FlowMappingEnd,
    FlowEntry,
    BlockEntry,
    Key,
    Value,
    Alias,
    Anchor,
    Tag,
    Scalar,
}

/// <summary>How a scalar is written.</summary>
internal enum ScalarStyle
{
    Plain,
    Quoted,
    Block,
}

/// <summary>A part of a YAML text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character after it.</param>
/// <param name="Position">The line and column of <paramref name="Start"/>.</param>
internal sealed record Token(TokenKind Kind, int Start, int End, TextPosition Position)
{
    /// <summary>The value of a scalar; the name of an anchor, an alias or a tag; the parts of a directive.</summary>
    public string Value { get; init; } = "";

    /// <summary>How a scalar is written.</summary>
    public ScalarStyle Style { get; init; }

    /// <summary>The chomping of a block scalar; otherwise null.</summary>
    public Chomping? Chomping { get; init; }
}
