using Macro.Json;

namespace Macro.Cli.Yaml.Source;

/// <summary>Follows a path in a template's JSON through the tree of its YAML.</summary>
internal static class YamlPathLocator
{
    /// <summary>Finds the position of a path, or of its nearest parent in the file.</summary>
    public static SourceLocation Locate(SourceNode root, JsonPath path)
    {
        var (node, found) = (root, new SourceLocation(root.Position, root.Position));
        var segments = new Queue<PathSegment>(path.Segments);
        while (NextEntry(node, segments) is { } entry)
            (node, found) = (entry.Value, new SourceLocation(entry.Position, entry.Value.Position));
        return found;
    }

    /// <summary>Goes one level into a node. Consumes one segment, or two for an item or member of a function in short form.</summary>
    private static SourceEntry? NextEntry(SourceNode node, Queue<PathSegment> segments)
    {
        while (node is SourceAlias alias)
            node = alias.Target;
        // A short form such as !Sub is a member in JSON and a tag in the file.
        if (node.Function is not null && (!segments.TryDequeue(out var function) || function.Name != node.Function))
            return null;
        if (!segments.TryDequeue(out var segment))
            return null;
        return node switch
        {
            SourceMapping mapping when segment.Name is { } name =>
                mapping.Entries.FirstOrDefault(entry => entry is { IsMerge: false, Winner: null } && entry.Name == name),
            SourceSequence sequence when segment.Name is null => sequence.Entries.ElementAtOrDefault(segment.Index),
            _ => null,
        };
    }
}
