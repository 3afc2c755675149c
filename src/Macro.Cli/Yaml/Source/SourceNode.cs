using Macro.Cli.Templates.Reading;
using Macro.Cli.Yaml.Syntax;

namespace Macro.Cli.Yaml.Source;

/// <summary>A value in a file: a scalar, a sequence, a mapping or an alias.</summary>
internal abstract class SourceNode
{
    /// <summary>The text of the value, with its tag and anchor.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The position of the start of <see cref="Span"/>.</summary>
    public required TextPosition Position { get; init; }

    /// <summary>The function that a short form such as <c>!Sub</c> calls with this value; null without one.</summary>
    public string? Function { get; init; }

    /// <summary>Whether the text has the same meaning when it is copied into a changed file.</summary>
    public abstract bool CanBeCopied { get; }

    /// <summary>The chomping of the block scalar at the end of the value; null when the value ends in another way.</summary>
    public abstract Chomping? FinalChomping { get; }
}

/// <summary>A reference to a value that an anchor names.</summary>
internal sealed class SourceAlias : SourceNode
{
    /// <summary>The value with the anchor.</summary>
    public required SourceNode Target { get; init; }

    /// <summary>False: the anchor may have changed, and CloudFormation itself rejects aliases.</summary>
    public override bool CanBeCopied => false;

    public override Chomping? FinalChomping => null;
}
