using Macro.Cli.Templates.Reading;
namespace Macro.Cli.Yaml.Source;

/// <summary>A value as the file writes it: a scalar, a sequence, a mapping or an alias.</summary>
internal abstract class SourceNode
{
    /// <summary>From the tag or anchor, else the value's first character, through its last one.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Where <see cref="Span"/> begins.</summary>
    public required TextPosition Position { get; init; }

    /// <summary>The function that a short form such as <c>!Sub</c> calls with this value; null without one.</summary>
    public string? Function { get; init; }

    /// <summary>Whether the text, copied into a changed file, still means the same.</summary>
    public abstract bool IsPortable { get; }

    /// <summary>How the block scalar ends whose lines are the value's last; null where the value ends otherwise.</summary>
    public abstract Chomping? FinalChomping { get; }
}

/// <summary>A reference to a value that an anchor names.</summary>
internal sealed class SourceAlias : SourceNode
{
    /// <summary>The anchored value, complete before the alias was met.</summary>
    public required SourceNode Target { get; init; }

    /// <summary>False: the anchor may have changed, and CloudFormation itself takes no aliases.</summary>
    public override bool IsPortable => false;

    public override Chomping? FinalChomping => null;
}
