using System.Text;
using System.Text.Json;

namespace Macro.Fuzz;

/// <summary>Changes events: mostly one to four small changes of their values, sometimes of their bytes.</summary>
internal sealed class Mutator(Random random, IReadOnlyList<JsonTree> corpus)
{
    private const int MaxLevels = 900;
    private const int LongString = 70_000;
    private static readonly string[] Sections = ["Resources", "Parameters", "Conditions", "Mappings"];

    /// <summary>A changed event, without a newline and not blank.</summary>
    public byte[] Mutate(JsonTree seed)
    {
        var tree = seed.Copy();
        for (var changes = random.Next(10) == 0 ? random.Next(5, 20) : random.Next(1, 5); changes > 0; changes--) TryChange(tree);
        var json = Encoding.UTF8.GetBytes(tree.ToString());
        if (random.Next(8) == 0) json = ByteMutator.Mutate(json, random);
        return OneLine(json);
    }

    /// <summary>White space that ends no line, in place of what does.</summary>
    public static byte[] OneLine(byte[] json)
    {
        json.AsSpan().Replace((byte)'\n', (byte)' ');
        return json.AsSpan().IndexOfAnyExcept(" \t\r"u8) < 0 ? "x"u8.ToArray() : json;
    }

    /// <summary>
    /// A text that an earlier change broke cannot be put into a call, nor can a tree be deeper than it is read: it then stays as it was.
    /// </summary>
    private void TryChange(JsonTree tree)
    {
        try
        {
            Change(tree);
        }
        catch (JsonException)
        {
            // No change is a change too few, and nothing else.
        }
    }

    private void Change(JsonTree tree)
    {
        var nodes = tree.All.ToList();
        var node = Pick(nodes);
        switch (random.Next(18))
        {
            case 0: node.Become(JsonTree.OfText(Pick(Vocabulary.Values))); break;
            case 1: node.Become(Pick(Pick(corpus).All.ToList())); break;
            case 2: Swap(node, Pick(nodes)); break;
            case 3: Remove(node); break;
            case 4: Duplicate(node); break;
            case 5: Rename(node); break;
            case 6: node.Become(JsonTree.OfText(Pick(Vocabulary.Calls).Replace("#", node.ToString(), StringComparison.Ordinal))); break;
            case 7: Insert(node, JsonTree.OfText(Pick(Vocabulary.Values))); break;
            case 8: Insert(node, Pick(nodes)); break;
            case 9: EditText(PickText(nodes)); break;
            case 10: Deepen(node); break;
            case 11: SetParameter(tree); break;
            case 12: Retype(tree); break;
            case 13: ChangeInside(nodes); break;
            case 14: Retarget(tree, PickText(nodes)); break;
            case 15: CopyResource(tree); break;
            case 16: ShuffleChildren(node); break;
            default: PickText(nodes).Become(JsonTree.OfText(Pick(Vocabulary.Values))); break;
        }
    }

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    private JsonTree PickText(List<JsonTree> nodes) => nodes.FindAll(IsText) is { Count: > 0 } texts ? Pick(texts) : Pick(nodes);

    private static bool IsText(JsonTree node) => node.Kind == 's' && node.Scalar.StartsWith('"');

    private static void Swap(JsonTree a, JsonTree b)
    {
        var copy = a.Copy();
        a.Become(b);
        b.Become(copy);
    }

    private void Remove(JsonTree node)
    {
        if (node.Children.Count > 0) node.Children.RemoveAt(random.Next(node.Children.Count));
    }

    private void Duplicate(JsonTree node)
    {
        if (node.Children.Count == 0) return;
        var (name, value) = Pick(node.Children);
        node.Children.Insert(random.Next(node.Children.Count + 1), (name, value.Copy()));
    }

    private void Rename(JsonTree node)
    {
        if (node.Kind != '{' || node.Children.Count == 0) return;
        var i = random.Next(node.Children.Count);
        node.Children[i] = (Name(Vocabulary.Names), node.Children[i].Value);
    }

    private void Insert(JsonTree node, JsonTree value)
    {
        if (node.Kind == '{') node.Children.Insert(random.Next(node.Children.Count + 1), (Name(Vocabulary.Names), value.Copy()));
        else if (node.Kind == '[') node.Children.Insert(random.Next(node.Children.Count + 1), ("", value.Copy()));
        else node.Become(value);
    }

    private void EditText(JsonTree node)
    {
        if (!IsText(node)) return;
        var (text, at) = (node.Scalar, random.Next(1, node.Scalar.Length));
        var piece = random.Next(20) == 0 ? new string('x', random.Next(LongString)) : Pick(Vocabulary.Pieces);
        node.Scalar = random.Next(3) == 0 ? text[..at] + "\"" : text[..at] + piece + text[at..];
    }

    private void Deepen(JsonTree node)
    {
        var (call, text, inner) = (Pick(Vocabulary.Calls), new StringBuilder("#"), node.ToString());
        if (inner.Length > 2000 || call.Count(c => c == '#') > 1) return;
        for (var level = random.Next(4) == 0 ? random.Next(MaxLevels) : random.Next(8); level > 0; level--) text.Replace("#", call);
        node.Become(JsonTree.OfText(text.Replace("#", inner).ToString()));
    }

    private void SetParameter(JsonTree tree)
    {
        if (tree["params"] is not { Kind: '{' } parameters) return;
        var name = Name(Vocabulary.Parameters);
        parameters.Children.RemoveAll(child => child.Name == name);
        parameters.Children.Add((name, JsonTree.OfText(Pick(Vocabulary.Values))));
    }

    private void Retype(JsonTree tree)
    {
        if (tree["fragment"]?["Resources"] is not { Children: { Count: > 0 } resources }) return;
        if (Pick(resources).Value["Type"] is { } type) type.Become(JsonTree.OfScalar(Name(Vocabulary.Types)));
    }

    /// <summary>Changes the JSON that a string holds, such as a definition.</summary>
    private void ChangeInside(List<JsonTree> nodes)
    {
        var texts = nodes.FindAll(node => IsText(node) && node.Scalar.StartsWith("\"{", StringComparison.Ordinal));
        if (texts.Count == 0) return;
        var node = Pick(texts);
        try
        {
            using var text = JsonDocument.Parse(node.Scalar);
            var inside = JsonTree.OfText(text.RootElement.GetString()!);
            Change(inside);
            node.Scalar = $"\"{JsonEncodedText.Encode(inside.ToString())}\"";
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or ArgumentException)
        {
            EditText(node);
        }
    }

    /// <summary>Has a text name something that the template has.</summary>
    private void Retarget(JsonTree tree, JsonTree node)
    {
        var sections = Sections.Select(name => tree["fragment"]?[name]).OfType<JsonTree>().SelectMany(section => section.Children).ToList();
        if (sections.Count > 0) node.Become(JsonTree.OfScalar(Pick(sections).Name));
    }

    /// <summary>Brings a resource of another event in, or a second one of this one.</summary>
    private void CopyResource(JsonTree tree)
    {
        if (tree["fragment"]?["Resources"] is not { Kind: '{' } resources
            || Pick(corpus)["fragment"]?["Resources"] is not { Children: { Count: > 0 } others })
        {
            return;
        }

        var (name, value) = Pick(others);
        resources.Children.Insert(
            random.Next(resources.Children.Count + 1),
            (random.Next(2) == 0 ? name : $"\"R{random.Next(100)}\"", value.Copy()));
    }

    private void ShuffleChildren(JsonTree node)
    {
        for (var i = node.Children.Count - 1; i > 0; i--)
        {
            var j = random.Next(i + 1);
            (node.Children[i], node.Children[j]) = (node.Children[j], node.Children[i]);
        }
    }

    private string Name(IReadOnlyList<string> names) => $"\"{Pick(names)}\"";
}
