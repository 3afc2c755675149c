using Macro.Cli.Templates.Reading;
using Macro.Cli.Yaml.Syntax;

namespace Macro.Cli.Yaml.Source;

/// <summary>Reads tags: short forms of functions, and the types of YAML.</summary>
internal sealed class TagReader(ProblemLog problems)
{
    private const string Core = "tag:yaml.org,2002:";
    // The tag without a name leaves the type to the reader.
    private const string NonSpecific = "!";

    /// <summary>Whether any node so far has a short form.</summary>
    public bool UsesShortForm { get; private set; }

    /// <summary>Creates the node of a scalar.</summary>
    /// <exception cref="TemplateFileException">The text is not of the type that its tag names.</exception>
    public SourceScalar CreateScalar(Token token, NodeProperties properties, string text) => new()
    {
        Span = new((properties.First ?? token).Start, token.End),
        Position = (properties.First ?? token).Position,
        Function = FunctionOf(properties, "str", "int", "float", "bool", "null"),
        Kind = KindOf(token, properties),
        Value = token.Value,
        IsMergeIndicator = token is { Style: ScalarStyle.Plain, Value: "<<" } && properties.Tag is null,
        Chomping = token.Chomping,
        IsCutOff = token.End == text.Length && !Characters.IsBreak(text[^1]),
    };

    /// <summary>The function of a node's tag; null without one.</summary>
    /// <param name="properties">The tag.</param>
    /// <param name="types">The types of YAML that the tag may name.</param>
    /// <exception cref="TemplateFileException">The tag is neither a short form nor one of the types.</exception>
    public string? FunctionOf(NodeProperties properties, params string[] types)
    {
        if (properties.Tag is null or NonSpecific)
            return null;
        if (properties.Tag.StartsWith('!'))
        {
            UsesShortForm = true;
            return IntrinsicFunction.FromTag(properties.Tag);
        }
        return properties.Tag.StartsWith(Core, StringComparison.Ordinal) && types.Contains(properties.Tag[Core.Length..])
            ? null
            : throw Unsupported(properties, "Remove the tag, or write a function such as !Sub.");
    }

    /// <summary>The type of a scalar in JSON: plain text has the type of its content, quoted or tagged text is a string.</summary>
    private ScalarKind KindOf(Token token, NodeProperties properties)
    {
        if (properties.Tag is null)
            return token.Style == ScalarStyle.Plain ? PlainScalar.KindOf(token.Value) : ScalarKind.String;
        if (properties.Tag == NonSpecific)
            return PlainScalar.KindOf(token.Value);
        if (properties.Tag.StartsWith('!') || properties.Tag == Core + "str")
            return ScalarKind.String;
        var kind = PlainScalar.KindOf(token.Value);
        var fits = properties.Tag[Core.Length..] switch
        {
            "bool" => kind is ScalarKind.True or ScalarKind.False,
            "null" => kind is ScalarKind.Null,
            _ => kind is ScalarKind.Number,
        };
        return fits ? kind : throw Unsupported(properties, "Remove the tag, or write the value as in JSON.");
    }

    private TemplateFileException Unsupported(NodeProperties properties, string remedy) =>
        problems.Fatal(properties.First!.Position, $"CloudFormation cannot read this value as {properties.Tag}.", remedy);
}
