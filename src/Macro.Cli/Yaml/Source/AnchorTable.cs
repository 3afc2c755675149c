using Macro.Cli.Templates.Reading;

namespace Macro.Cli.Yaml.Source;

/// <summary>The values with anchors that were read so far.</summary>
/// <remarks>
/// CloudFormation itself rejects aliases; <c>aws cloudformation package</c> and SAM expand them first, and so does this reader.
/// </remarks>
internal sealed class AnchorTable(ProblemLog problems)
{
    private readonly Dictionary<string, SourceNode?> _nodes = [];

    /// <summary>Records the beginning of a value with an anchor. A later anchor with the same name replaces an earlier one.</summary>
    public void Open(string? anchor)
    {
        if (anchor is not null)
            _nodes[anchor] = null;
    }

    /// <summary>Records the end of the value.</summary>
    public void Close(string? anchor, SourceNode node)
    {
        if (anchor is not null)
            _nodes[anchor] = node;
    }

    /// <summary>Finds the value of an alias.</summary>
    /// <exception cref="TemplateFileException">There is no such anchor, or the alias is inside its own value.</exception>
    public SourceNode Resolve(string alias, TextPosition position)
    {
        if (!_nodes.TryGetValue(alias, out var node))
        {
            throw problems.Fatal(
                position, $"No anchor &{alias} precedes the alias *{alias}.", "Define the anchor further up, or quote the text.");
        }
        return node ?? throw problems.Fatal(position, $"The alias *{alias} is inside its own value.", "Write the value without the alias.");
    }
}
