using System.Text;
using System.Text.Json;
using Macro.Cli.Templates.Reading;
using Macro.Json;

namespace Macro.Cli.Changes;

/// <summary>
/// Reduces a value before and after the transform to what changes and the names around it. Values that do not change, such as the code in
/// <c>ZipFile</c>, are the user's, and are not shown.
/// </summary>
internal static class ChangedParts
{
    /// <summary>Stands for a value that does not change.</summary>
    public const string Unchanged = "…";

    /// <summary>Returns both bodies of a resource with every value that is in both replaced by <see cref="Unchanged"/>.</summary>
    public static (Node Before, Node After) Compare(ObjectNode before, ObjectNode after)
    {
        var (old, now) = (new ObjectNode(), new ObjectNode());
        foreach (var (name, value) in before)
        {
            if (after[(MemberName)name] is not { } counterpart) old.Add(name, Copy(value));
            else old.Add(name, Compare(value, counterpart).Before);
        }
        foreach (var (name, value) in after)
            now.Add(name, before[(MemberName)name] is { } counterpart ? Compare(counterpart, value).After : Copy(value));
        return (old, now);
    }

    private static (Node Before, Node After) Compare(Node before, Node after) => (before, after) switch
    {
        _ when before.IsSameAs(after) => (Unchanged, Unchanged),
        (ObjectNode old, ObjectNode now) => Compare(old, now),
        (ArrayNode old, ArrayNode now) => Compare(old, now),
        (ScalarNode { Text: { } old }, ScalarNode { Text: { } now }) => Compare(old, now),
        _ => (Without(before, after), Without(after, before)),
    };

    /// <summary>Items that are in both lists do not change; the others are compared in their order.</summary>
    private static (Node Before, Node After) Compare(ArrayNode before, ArrayNode after)
    {
        var inBefore = before.Select(item => item.ToString()).ToHashSet();
        var inAfter = after.Select(item => item.ToString()).ToHashSet();
        var old = before.Where(item => !inAfter.Contains(item.ToString())).ToList();
        var now = after.Where(item => !inBefore.Contains(item.ToString())).ToList();
        var pairs = old.Zip(now, Compare).ToList();
        return (
            List(before, old, [.. pairs.Select(pair => pair.Before), .. old.Skip(pairs.Count).Select(Copy)]),
            List(after, now, [.. pairs.Select(pair => pair.After), .. now.Skip(pairs.Count).Select(Copy)]));
    }

    private static ArrayNode List(ArrayNode items, List<Node> changed, Node[] shown)
    {
        var next = 0;
        return ArrayNode.From(
            items.Select(item => next < changed.Count && ReferenceEquals(item, changed[next]) ? shown[next++] : Unchanged));
    }

    /// <summary>Texts are compared as JSON if both are, such as definitions of state machines, and otherwise line by line.</summary>
    private static (Node Before, Node After) Compare(string before, string after)
    {
        if (Parse(before) is { } old && Parse(after) is { } now) return Compare(old, now);
        var (oldLines, nowLines) = (before.Split('\n'), after.Split('\n'));
        return oldLines.Length == 1 && nowLines.Length == 1 ? (before, after) : (Lines(oldLines, nowLines), Lines(nowLines, oldLines));
    }

    private static Node Lines(string[] lines, string[] others)
    {
        var same = others.Select(WithoutComma).ToHashSet();
        return string.Join('\n', lines.Select(line => same.Contains(WithoutComma(line)) ? Unchanged : line));

        static string WithoutComma(string line) => line.TrimEnd().TrimEnd(',');
    }

    private static ObjectNode? Parse(string text)
    {
        if (!text.StartsWith('{')) return null;
        try
        {
            return Node.Create(JsonIndex.Read(Encoding.UTF8.GetBytes(text), FileLimits.MaxDepth).Root) as ObjectNode;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A copy in which a value that is also elsewhere, such as in a list around it, is left out.</summary>
    private static Node Without(Node node, Node value)
    {
        if (node.IsSameAs(value)) return Unchanged;
        if (node is ArrayNode list) return ArrayNode.From(list.Select(item => Without(item, value)));
        if (node is not ObjectNode members) return Copy(node);
        var copy = new ObjectNode();
        foreach (var (name, member) in members) copy.Add(name, Without(member, value));
        return copy;
    }

    private static Node Copy(Node node) => node.Detach();
}
