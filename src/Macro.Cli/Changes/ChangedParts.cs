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

    private static readonly string[] Plain =
        ["Type", "Condition", "PackageType", "Runtime", "Architectures", "MemorySize", "Timeout", "StateMachineType", "RetentionInDays"];

    /// <summary>Returns both bodies of a resource with every value that is in both replaced by <see cref="Unchanged"/>.</summary>
    public static (Node Before, Node After) Compare(ObjectNode before, ObjectNode after) => Compare(before, after, depth: 0);

    private static (Node Before, Node After) Compare(ObjectNode before, ObjectNode after, int depth)
    {
        var (old, now) = (new ObjectNode(), new ObjectNode());
        foreach (var (name, value) in before)
        {
            var isCopied = after[(MemberName)name] is not { } counterpart || IsPlain(name, value, counterpart, depth);
            old.Add(name, isCopied ? Copy(value) : Compare(value, after[(MemberName)name]!, depth + 1).Before);
        }
        foreach (var (name, value) in after)
        {
            var isCopied = before[(MemberName)name] is not { } counterpart || IsPlain(name, counterpart, value, depth);
            now.Add(name, isCopied ? Copy(value) : Compare(before[(MemberName)name]!, value, depth + 1).After);
        }
        return (old, now);
    }

    /// <summary>Whether a value is shown though it does not change: one of the resource or its properties that says what it is.</summary>
    private static bool IsPlain(string name, Node before, Node after, int depth) =>
        depth <= 1 && Plain.Contains(name) && before.IsSameAs(after);

    private static (Node Before, Node After) Compare(Node before, Node after) => Compare(before, after, depth: 2);

    private static (Node Before, Node After) Compare(Node before, Node after, int depth) => (before, after) switch
    {
        _ when before.IsSameAs(after) => (Unchanged, Unchanged),
        (ObjectNode old, ObjectNode now) => Compare(old, now, depth),
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
        if (Parse(before) is { } old && Parse(after) is { } now) return Compare(old, now, depth: 2);
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
