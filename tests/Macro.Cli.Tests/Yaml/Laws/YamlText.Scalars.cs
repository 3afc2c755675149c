using System.Globalization;
using System.Text;

namespace Macro.Cli.Tests.Yaml.Laws;

/// <content>Keys, scalars and flow collections.</content>
internal sealed partial class YamlText
{
    private static readonly string[] Words =
    [
        "a", "Resources", "text with spaces", "10", "010", "0x1F", "1_000", "12:30", "1.50", ".5", "+7", "09", "1e3", "-3", "0b11", "0o7",
        "2020-01-01", "true", "No", "on", "null", "~", "y", "=", "a:b", "a#b", "a-b", "-a", ":a", "?a", "é", "😀 b", "a'b",
        "a\"b", "${A.b}",
        "%a", "a%", "<<a", "a&b", "a*b", "a!b", "a|b", "arn:aws:s3:::b", "0.0.0.0/0", "a, b", "[a", "x]", "012345678901",
    ];

    // PyYAML refuses these, libyaml does not.
    private static readonly string[] LibyamlWords = ["http://x.y/z?q=1", "a\tb", "a?"];

    private string Word() => _isForLibyaml && Chance(8) ? Pick(LibyamlWords) : Pick(Words);

    private string Key() => $"k{_random.Next(40).ToString(CultureInfo.InvariantCulture)}" is var name && Chance(3)
        ? Pick(
            $"\"{name}\"", $"'{name}'", $"{name} with spaces", $"{_random.Next(900)}",
            $"\"{name}: #\"", $"{name}:x", $"'{name}''s'", $"é{name}")
        : name;

    private string Scalar(int column) => _random.Next(6) switch
    {
        0 => SingleQuoted(column),
        1 => DoubleQuoted(column),
        2 => PlainLines(column),
        _ => Word(),
    };

    private string PlainLines(int column)
    {
        var text = new StringBuilder(Pick("word", "12", "a b"));
        for (var count = _random.Next(1, 4); count > 0; count--)
            text.Append(Continuation(column)).Append(Pick("more", "- x", "#x", "a:b", "2", "x # y", "? z"));
        return text.ToString();
    }

    private string SingleQuoted(int column) => $"'{QuotedText(column, "it''s", " ", "a: b", "# x", "\\n", "")}'";

    private string DoubleQuoted(int column) =>
        $"\"{QuotedText(
            column, "\\n", "\\u00e9", _isForLibyaml ? "\\U0001F600" : "\\ud83d\\ude00", "a: b",
            "# x", "\\\"", "\\/", "\\x41", " ", "\\\n   ", "\\ ", "")}\"";

    private string QuotedText(int column, params string[] words)
    {
        var text = new StringBuilder();
        for (var count = _random.Next(4); count > 0; count--)
            text.Append(Pick(words)).Append(Chance(4) ? Continuation(column) : Pick("", " ", "x"));
        return text.ToString();
    }

    private string Continuation(int column) =>
        Pick("\n", "\n\n", " \n", "\n   \n") + new string(' ', Math.Max(column, 0) + _random.Next(1, 4));

    private void BlockScalar(int column, bool isKey)
    {
        var inner = Math.Max(column, 0) + _random.Next(1, 5);
        var indicator = Chance(4) ? $"{inner - Math.Max(column, 0)}" : "";
        var chomping = Pick("", "-", "+", "");
        _text.Append(Chance(10) ? Separator(column) : " ").Append(Pick('|', '>'))
            .Append(Chance(2) ? indicator + chomping : chomping + indicator).Append(Pick("", "", "", " # header", "  ")).Append('\n');
        while (Chance(6))
            _text.Append(' ', _random.Next(inner + 1)).Append('\n');
        for (var count = isKey ? 1 : _random.Next(5); count > 0; count--)
        {
            var line = Pick(
                "text", "more text", "# no comment", "- item", "key: value", "  deeper",
                _isForLibyaml ? "tab\t" : "\ttab", "trailing ", "'quote", "---x", "k1", "...", "é");
            _text.Append(' ', inner).Append(isKey ? $"k{_random.Next(99)}" : line).Append('\n');
            while (Chance(6))
                _text.Append(' ', Pick([0, 0, inner, inner + 1, 1])).Append('\n');
        }
    }

    private void FlowSequence(int column, int depth)
    {
        _text.Append('[');
        for (var count = _random.Next(4); count > 0; count--)
        {
            FlowSpace(column);
            if (Chance(6))
                _text.Append(FlowKey()).Append(": ");
            FlowValue(column, depth);
            FlowSpace(column);
            _text.Append(count > 1 || Chance(4) ? "," : "");
        }
        FlowSpace(column);
        _text.Append(']');
    }

    private void FlowMapping(int column, int depth)
    {
        _text.Append('{');
        for (var count = _random.Next(4); count > 0; count--)
        {
            FlowSpace(column);
            var key = FlowKey();
            _text.Append(Chance(12) ? "? " : "").Append(key);
            if (!Chance(8))
            {
                _text.Append(key[^1] is '"' or '\'' && Chance(2) ? ":" : ": ");
                FlowValue(column, depth);
            }
            FlowSpace(column);
            _text.Append(count > 1 || Chance(4) ? "," : "");
        }
        FlowSpace(column);
        _text.Append('}');
    }

    private string FlowKey() => Chance(10) ? $"&{NewName(_scalarAnchors)} f{_random.Next(99)}" : Pick("f", "\"f", "'f") is var start
        ? $"{start}{_random.Next(99)}{(start.Length > 1 ? start[..1] : "")}" : "";

    private void FlowValue(int column, int depth)
    {
        if (Chance(8))
            _text.Append(Pick("!Ref ", "!Sub ", "!!str ", $"&{NewName(_scalarAnchors)} "));
        switch (_random.Next(depth > 0 ? 10 : 7))
        {
            case 0 when _scalarAnchors.Count > 0:
                _text.Append('*').Append(Pick([.. _scalarAnchors])).Append(' ');
                break;
            case 1:
                _text.Append(SingleQuoted(column));
                break;
            case 2:
                _text.Append(DoubleQuoted(column));
                break;
            case 7 or 8:
                FlowSequence(column, depth - 1);
                break;
            case 9:
                FlowMapping(column, depth - 1);
                break;
            default:
                _text.Append(Word());
                break;
        }
    }

    private void FlowSpace(int column)
    {
        if (Chance(12))
            _text.Append(Pick("\n", " # c\n", "\n\n")).Append(' ', Math.Max(column, 0) + _random.Next(1, 5));
        else
            _text.Append(Pick("", " "));
    }
}
