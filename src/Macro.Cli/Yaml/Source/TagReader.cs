using Macro.Cli.Templates.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Macro.Cli.Yaml.Source;

/// <summary>Understands tags: short forms of functions, and YAML's own types.</summary>
internal sealed class TagReader(ProblemLog problems)
{
    private const string Core = "tag:yaml.org,2002:";

    /// <summary>Whether a short form was met so far.</summary>
    public bool UsesShortForm { get; private set; }

    /// <summary>The function that a tag calls; null where there is none.</summary>
    /// <param name="node">What the tag stands before.</param>
    /// <param name="types">The types of YAML that the node may be tagged with.</param>
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

    /// <summary>What a scalar is in JSON: plain text means what it looks like, quoted or tagged text is a string.</summary>
    /// <exception cref="TemplateFileException">The text does not fit the type that its tag names.</exception>
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
        return fits ? kind : throw Unsupported(scalar, "Remove the tag, or spell the value as JSON does.");
    }

    private TemplateFileException Unsupported(NodeEvent node, string remedy) => problems.Fatal(
        new((int)node.Start.Line, (int)node.Start.Column), $"CloudFormation cannot read this value as {node.Tag.Value}.", remedy);
}
