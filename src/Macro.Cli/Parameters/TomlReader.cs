using System.Text;

namespace Macro.Cli.Parameters;

/// <summary>A key of a TOML file whose value is a string or a list of strings.</summary>
internal sealed record TomlEntry(string Table, string Key, IReadOnlyList<string> Strings);

/// <summary>Reads the strings of a TOML file, which is as much of the language as <c>samconfig.toml</c> needs; other values are passed over.</summary>
/// <remarks>Source: https://toml.io/en/v1.0.0</remarks>
internal sealed class TomlReader
{
    private readonly string _text;
    private int _at;

    private TomlReader(string text) => _text = text;

    /// <exception cref="FormatException">The text is not TOML.</exception>
    public static IEnumerable<TomlEntry> Read(string text)
    {
        var reader = new TomlReader(text.ReplaceLineEndings("\n"));
        var table = "";
        while (reader.SkipToContent())
        {
            if (reader.Peek == '[') table = reader.TakeLine().Trim('[', ']', ' ').Replace("\"", "", StringComparison.Ordinal);
            else yield return new(table, reader.TakeKey(), reader.TakeValue());
        }
    }

    private char Peek => _at < _text.Length ? _text[_at] : throw Malformed();

    /// <summary>Passes over white space and comments.</summary>
    /// <returns>False at the end of the text.</returns>
    private bool SkipToContent()
    {
        while (_at < _text.Length && (char.IsWhiteSpace(_text[_at]) || _text[_at] == '#'))
        {
            if (_text[_at] == '#') TakeLine();
            else _at++;
        }
        return _at < _text.Length;
    }

    private string TakeLine() => TakeUntil("\n", orEnd: true).Split('#')[0].Trim();

    private string TakeKey() => TakeUntil("=").Trim(' ', '\t', '"', '\'');

    private List<string> TakeValue()
    {
        SkipToContent();
        if (Peek is '"' or '\'') return [TakeString()];
        if (Peek == '[') return TakeList();
        TakeLine();
        return [];
    }

    private List<string> TakeList()
    {
        var items = new List<string>();
        _at++;
        while (SkipToContent() && Peek != ']')
        {
            if (Peek is '"' or '\'') items.Add(TakeString());
            else if (Peek == '[') items.AddRange(TakeList());
            else _at++;
        }
        if (Peek == ']') _at++;
        return items;
    }

    private string TakeString()
    {
        var quote = Peek.ToString();
        var isLong = _text.AsSpan(_at).StartsWith(quote + quote + quote);
        var delimiter = isLong ? quote + quote + quote : quote;
        _at += delimiter.Length;
        if (isLong && Peek == '\n') _at++;
        if (quote == "'") return TakeUntil(delimiter);
        var value = new StringBuilder();
        while (!_text.AsSpan(_at).StartsWith(delimiter)) value.Append(Peek == '\\' ? TakeEscape() : _text[_at++].ToString());
        _at += delimiter.Length;
        return value.ToString();
    }

    private string TakeEscape()
    {
        _at++;
        var escaped = Peek;
        _at++;
        switch (escaped)
        {
            case 'n': return "\n";
            case 't': return "\t";
            case 'r': return "\r";
            case 'u' or 'U': return TakeCodePoint(escaped == 'u' ? 4 : 8);
            case '\n' or ' ':
                while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
                return "";
            default: return escaped.ToString();
        }
    }

    private string TakeCodePoint(int digits)
    {
        if (_at + digits > _text.Length || !int.TryParse(_text.AsSpan(_at, digits), System.Globalization.NumberStyles.HexNumber, null, out var code) || !Rune.IsValid(code)) throw Malformed();
        _at += digits;
        return char.ConvertFromUtf32(code);
    }

    private string TakeUntil(string delimiter, bool orEnd = false)
    {
        var end = _text.IndexOf(delimiter, _at, StringComparison.Ordinal);
        if (end < 0 && !orEnd) throw Malformed();
        var taken = end < 0 ? _text[_at..] : _text[_at..end];
        _at = end < 0 ? _text.Length : end + delimiter.Length;
        return taken;
    }

    private FormatException Malformed() => new($"it breaks the rules of TOML at line {_text.AsSpan(0, Math.Min(_at, _text.Length)).Count('\n') + 1}");
}
