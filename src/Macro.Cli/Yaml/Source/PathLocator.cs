using System.Globalization;

namespace Macro.Cli.Yaml.Source;

/// <summary>Follows a JSON path through the tree of a template.</summary>
internal static class PathLocator
{
    /// <summary>Finds the place of a path, or of its nearest parent.</summary>
    public static SourceLocation Locate(SourceNode root, string path)
    {
        var found = new SourceLocation(root.Position, root.Position);
        var node = root;
        var rest = path.AsSpan();
        while (rest.Length > 0 && Step(node, ref rest) is { } entry)
        {
            node = entry.Value;
            found = new(entry.Position, node.Position);
        }
        return found;
    }

    private static SourceEntry? Step(SourceNode node, ref ReadOnlySpan<char> rest)
    {
        while (node is AliasNode alias)
            node = alias.Target;
        if (node.Function is not null)
            SkipFunction(node.Function, ref rest);
        var entry = node switch
        {
            MappingNode mapping => FindMember(mapping, ref rest),
            SequenceNode sequence => FindItem(sequence, ref rest),
            _ => null,
        };
        if (rest.StartsWith('.'))
            rest = rest[1..];
        return entry;
    }

    /// <summary>A short form is a member in JSON and a tag in the file.</summary>
    private static void SkipFunction(string function, ref ReadOnlySpan<char> rest)
    {
        if (!IsSegment(rest, function))
            return;
        rest = rest[function.Length..];
        if (rest.StartsWith('.'))
            rest = rest[1..];
    }

    /// <summary>Names may hold dots themselves, so the longest name that fits is the one meant.</summary>
    private static SourceEntry? FindMember(MappingNode mapping, ref ReadOnlySpan<char> rest)
    {
        SourceEntry? best = null;
        foreach (var member in mapping.Entries)
        {
            if (member.Name.Length > 0 && member.Name.Length >= (best?.Name.Length ?? 0) && IsSegment(rest, member.Name))
                best = member;
        }
        if (best is not null)
            rest = rest[best.Name.Length..];
        return best;
    }

    private static SourceEntry? FindItem(SequenceNode sequence, ref ReadOnlySpan<char> rest)
    {
        var close = rest.IndexOf(']');
        if (!rest.StartsWith('[') || close < 0
            || !int.TryParse(rest[1..close], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            || index >= sequence.Entries.Count)
            return null;
        rest = rest[(close + 1)..];
        return sequence.Entries[index];
    }

    private static bool IsSegment(ReadOnlySpan<char> rest, string name) =>
        rest.StartsWith(name, StringComparison.Ordinal) && (rest.Length == name.Length || rest[name.Length] is '.' or '[');
}
