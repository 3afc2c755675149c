using Macro.Cli.Templates.Reading;
using YamlDotNet.Core;

namespace Macro.Cli.Yaml.Source;

/// <summary>The anchored values met so far.</summary>
/// <remarks>
/// CloudFormation itself refuses aliases; <c>aws cloudformation package</c> and SAM expand them beforehand, and so does this reader.
/// </remarks>
internal sealed class AnchorTable(ProblemLog problems)
{
    private readonly Dictionary<AnchorName, SourceNode?> _nodes = [];

    /// <summary>Notes that a value with an anchor begins; a later anchor of the same name replaces an earlier one.</summary>
    public void Open(AnchorName anchor)
    {
        if (!anchor.IsEmpty)
            _nodes[anchor] = null;
    }

    /// <summary>Notes that the value is complete.</summary>
    public void Close(AnchorName anchor, SourceNode node)
    {
        if (!anchor.IsEmpty)
            _nodes[anchor] = node;
    }

    /// <summary>Finds what an alias stands for.</summary>
    /// <exception cref="TemplateFileException">There is no such anchor, or the alias is inside the value it stands for.</exception>
    public SourceNode Resolve(AnchorName alias, TextPosition position)
    {
        if (!_nodes.TryGetValue(alias, out var node))
            throw problems.Fatal(position, $"No anchor &{alias} comes before the alias *{alias}.", "Define it further up, or quote the text.");
        return node
            ?? throw problems.Fatal(position, $"The alias *{alias} is part of the value that it stands for.", "Write the value out.");
    }
}
