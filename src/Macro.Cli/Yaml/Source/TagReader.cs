using Macro.Cli.Templates.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Macro.Cli.Yaml.Source;

/// <summary>Reads tags: short forms of functions, and the types of YAML.</summary>
internal sealed class TagReader(ProblemLog problems)
{
    private const string Core = "tag:yaml.org,2002:";

    /// <summary>Whether any node so far has a short form.</summary>
    public bool UsesShortForm { get; private set; }

    /// <summary>The function of a node's tag; null without one.</summary>
    /// <param name="node">The node.</param>
    /// <param name="types">The types of YAML that its tag may name.</param>
    /// <exception cref="TemplateFileException">The tag is neither a short form nor one of the types.</exception>
    public string? FunctionOf(NodeEvent node, params string[] types)
    {
        if (node.Tag.IsEmpty || node.Tag.IsNonSpecific)
            return null;
        var tag = node.Tag.Value;
        if (tag.StartsWith('!'))
        {
            UsesShortForm = true;
            return IntrinsicFunction.FromTag(tag);
        }
        return tag.StartsWith(Core, StringComparison.Ordinal) && types.Contains(tag[Core.Length..])
            ? null
            : throw Unsupported(node, "Remove the tag, or write a function such as !Sub.");
    }

    /// <summary>The type of a scalar in JSON: plain text has the type of its content, quoted or tagged text is a string.</summary>
    /// <exception cref="TemplateFileException">The text is not of the type that its tag names.</exception>
    public ScalarKind KindOf(Scalar scalar)
    {
        if (scalar.Tag.IsEmpty)
            return scalar.Style == ScalarStyle.Plain ? PlainScalar.KindOf(scalar.Value) : ScalarKind.String;
        if (scalar.Tag.IsNonSpecific || scalar.Tag.Value.StartsWith('!') || scalar.Tag.Value == Core + "str")
            return ScalarKind.String;
        var kind = PlainScalar.KindOf(scalar.Value);
        var fits = scalar.Tag.Value[Core.Length..] switch
        {
            "bool" => kind is ScalarKind.True or ScalarKind.False,
            "null" => kind is ScalarKind.Null,
            _ => kind is ScalarKind.Number,
        };
        return fits ? kind : throw Unsupported(scalar, "Remove the tag, or write the value as in JSON.");
    }

    private TemplateFileException Unsupported(NodeEvent node, string remedy) => problems.Fatal(
        new((int)node.Start.Line, (int)node.Start.Column), $"CloudFormation cannot read this value as {node.Tag.Value}.", remedy);
}
