using Macro.Json;

namespace Macro.Core.StepFunctions.Definitions;

/// <summary>
/// A text that is an <c>Fn::Join</c>: CDK joins strings and intrinsic functions, SAM joins lines.
/// </summary>
internal sealed class JoinText : TextForm
{
    private readonly ArrayNode _call;
    private readonly Node _whole;
    private readonly string _separator;
    private readonly ObjectNode? _substitutions;

    private JoinText(ArrayNode call, Node whole, string separator, ObjectNode? substitutions) =>
        (_call, _whole, _separator, _substitutions) = (call, whole, separator, substitutions);

    public static JoinText? Parse(ArrayNode call, Node whole, ObjectNode? substitutions) =>
        call[0].Text is { } separator && call[1] is ArrayNode ? new(call, whole, separator, substitutions) : null;

    public override IEnumerable<TextPart> Read()
    {
        var items = (ArrayNode)_call[1];
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0 && _separator.Length > 0) yield return new TextPart(_separator);
            if (items[i].Text is not { } text) yield return new TextPart("", items[i]);
            else foreach (var part in Split(text, _substitutions)) yield return part;
        }
    }

    /// <summary>Writes the parts as a join; without a separator if an edit has removed one.</summary>
    public override Node Write(IReadOnlyList<TextPart> parts)
    {
        var runs = Runs(parts);
        if (Items(runs, _separator) is { } items)
        {
            _call[1] = items;
            return _whole;
        }
        _call[0] = "";
        _call[1] = Items(runs, "")!;
        return _whole;
    }

    /// <summary>The text before, between and after the items that are not text.</summary>
    private static List<(string Text, Node? Item)> Runs(IReadOnlyList<TextPart> parts)
    {
        var runs = new List<(string, Node?)>();
        var text = new System.Text.StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part.Source);
            if (!part.IsItem) continue;
            runs.Add((text.ToString(), part.Value));
            text.Clear();
        }
        runs.Add((text.ToString(), null));
        return runs;
    }

    private static ArrayNode? Items(List<(string Text, Node? Item)> runs, string separator)
    {
        var items = new ArrayNode();
        var isAfterItem = false;
        foreach (var (text, item) in runs)
        {
            if (Pieces(text, separator, isAfterItem, item is not null) is not { } pieces) return null;
            foreach (var piece in pieces) items.Add(piece);
            if (item is not null) items.Add(item);
            isAfterItem = true;
        }
        return items;
    }

    /// <summary>The strings that the separator joins to the text; null when an item has no separator beside it.</summary>
    private static string[]? Pieces(string text, string separator, bool isAfterItem, bool isBeforeItem)
    {
        if (separator.Length == 0) return text.Length == 0 ? [] : [text];
        var pieces = text.Split(separator);
        var (from, to) = (isAfterItem ? 1 : 0, isBeforeItem ? pieces.Length - 1 : pieces.Length);
        var isComplete = from <= to && (!isAfterItem || pieces[0].Length == 0) && (!isBeforeItem || pieces[^1].Length == 0);
        return isComplete ? pieces[from..to] : null;
    }
}
