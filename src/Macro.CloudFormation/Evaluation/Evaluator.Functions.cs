using System.Globalization;
using System.Text;
using Macro.CloudFormation.Intrinsics;
using Macro.Json;

namespace Macro.CloudFormation.Evaluation;

/// <content>The intrinsic functions, for both the normal and the symbolic mode.</content>
public sealed partial class Evaluator
{
    private static string AttributePath(Node argument) =>
        argument.Text ?? string.Join('.', (argument as ArrayNode ?? []).Select(part => part.Text));

    private static ArrayNode TextList(IEnumerable<string> texts)
    {
        var list = new ArrayNode();
        foreach (var text in texts) list.Add(text);
        return list;
    }

    private Node? Reference(string path, Func<string, string>? symbol)
    {
        var value = path.Contains('.', StringComparison.Ordinal) ? null : _values.Ref(path);
        return symbol is null || value is ScalarNode { Spelling: not null } ? value : symbol(path);
    }

    private ScalarNode? Sub(Node argument, Func<string, string>? symbol)
    {
        var names = argument is ArrayNode { Count: 2 } list ? list[1] as ObjectNode : null;
        var template = names is null ? argument.Text : ((ArrayNode)argument)[0].Text;
        if (template is null) return null;
        var result = new StringBuilder();
        foreach (var part in SubTemplate.Parse(template))
        {
            var text = !part.IsName ? part.Text
                : names?[part.Text] is { } own ? Spell(Evaluate(own, symbol), symbol)
                : (Reference(part.Text, symbol) as ScalarNode)?.Spelling;
            if (text is null || ++_steps > MaxSteps || result.Length + text.Length > MaxTextLength) return null;
            result.Append(text);
        }
        return Pay(result.Length) ? new ScalarNode(result.ToString()) : null;
    }

    private ScalarNode? Join(ArrayNode call, Func<string, string>? symbol)
    {
        if (Text(call[0]) is not { } separator || Texts(call[1], symbol) is not { } texts) return null;
        var length = Math.Max(0, texts.Sum(text => (long)text.Length + separator.Length) - separator.Length);
        return length <= MaxTextLength && Pay((int)length) ? new ScalarNode(string.Join(separator, texts)) : null;
    }

    private Node? If(ArrayNode call, Func<string, string>? symbol) =>
        call[0].Text is { } name && _conditions.Named(name) is { } truth ? Evaluate(call[truth ? 1 : 2], symbol) : null;

    private Node? FindInMap(ArrayNode? path)
    {
        if (path is null || path.Count < 3 || _mappings is null) return null;
        return Text(path[0]) is { } map && _mappings[map] is ObjectNode level
            && Text(path[1]) is { } first && level[first] is ObjectNode entry
            && Text(path[2]) is { } second ? entry[second] : null;
    }

    private ArrayNode? Split(ArrayNode call, Func<string, string>? symbol) =>
        Text(call[0]) is { Length: > 0 } separator && Spell(Evaluate(call[1], symbol), symbol) is { } text && Pay(text.Length)
            ? symbol is null ? TextList(text.Split(separator)) : SplitSymbols(text, separator)
            : null;

    /// <summary>
    /// Splits a text. Unknown parts may contain the separator, so the result is null for a text with unknown parts, except for the
    /// ARN of a log group at the colons outside <c>${…}</c>, since its parts contain none.
    /// </summary>
    private static ArrayNode? SplitSymbols(string text, string separator)
    {
        if (text.Contains("{\"", StringComparison.Ordinal)) return null;
        if (!text.Contains("${", StringComparison.Ordinal)) return TextList(text.Split(separator));
        var isLogGroupArn = text.StartsWith("arn:", StringComparison.Ordinal) && text.Contains(":log-group:", StringComparison.Ordinal);
        if (separator != ":" || !isLogGroupArn) return null;
        var parts = new ArrayNode();
        var (start, position) = (0, 0);
        while (text.IndexOf(separator, position, StringComparison.Ordinal) is var next and >= 0)
        {
            var symbol = text.IndexOf("${", position, StringComparison.Ordinal);
            var end = symbol >= 0 && symbol < next ? text.IndexOf('}', symbol) : -1;
            if (end >= 0)
            {
                position = end + 1;
                continue;
            }
            parts.Add(text[start..next]);
            start = position = next + separator.Length;
        }
        parts.Add(text[start..]);
        return parts;
    }

    private Node? Select(ArrayNode call, Func<string, string>? symbol) =>
        int.TryParse(Text(call[0]), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && Evaluate(call[1], symbol) is ArrayNode list && index < list.Count
            ? Evaluate(list[index], symbol)
            : null;

    private List<string>? Texts(Node? node, Func<string, string>? symbol)
    {
        if (Evaluate(node) is not ArrayNode list) return null;
        var texts = new List<string>(list.Count);
        foreach (var item in list)
        {
            var value = Evaluate(item, symbol);
            if (Intrinsic.IsNoValue(value)) continue;
            if (Spell(value, symbol) is not { } text) return null;
            texts.Add(text);
        }
        return texts;
    }

    /// <summary>Returns the text of an evaluated value; in symbolic mode every value has a text.</summary>
    private string? Spell(Node? value, Func<string, string>? symbol) => value switch
    {
        ScalarNode { Spelling: { } text } => text,
        null => null,
        _ when symbol is null => null,
        _ => Intrinsic.IsNoValue(value) ? symbol(Intrinsic.NoValue) : Json(value)?.Text,
    };

    /// <summary>Returns the JSON of an expression that cannot be evaluated, as a text.</summary>
    private ScalarNode? Json(Node expression)
    {
        if (_steps > MaxSteps) return null;
        var json = expression.ToString();
        return Pay(json.Length) ? new ScalarNode(json) : null;
    }

    /// <summary>Adds the steps for a text of this length; returns false if the limit is exceeded.</summary>
    private bool Pay(int characters) => (_steps += characters / CharactersPerStep) <= MaxSteps;
}
