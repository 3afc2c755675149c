using Macro.Cli.Templates.Reading;
using Macro.Json;

namespace Macro.Cli.Yaml.Source;

/// <summary>Lists the keys of a file that a later one replaces.</summary>
internal static class DuplicateKeys
{
    /// <summary>Finds the replaced keys of a value and of all values in it, in the file's order.</summary>
    /// <param name="node">The value.</param>
    /// <param name="path">Its path.</param>
    public static IEnumerable<ReplacedKey> Find(SourceNode node, JsonPath path)
    {
        if (node is not SourceCollection collection)
            return [];
        var inside = node.Function is null ? path : path.Append(node.Function);
        return collection.Entries.SelectMany((entry, index) =>
            FindIn(entry, collection is SourceMapping ? inside.Append(entry.Name) : inside.Append(index)));
    }

    private static IEnumerable<ReplacedKey> FindIn(SourceEntry entry, JsonPath path) => entry.Winner is null
        ? Find(entry.Value, path)
        : [new(path, entry.Name, entry.Position.Line)];
}
