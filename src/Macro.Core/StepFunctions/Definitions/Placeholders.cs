using System.Globalization;
using System.Text;

namespace Macro.Core.StepFunctions.Definitions;

/// <summary>
/// A JSON text in which some parts, such as intrinsic functions, are replaced by placeholders. A placeholder is a number between two marks:
/// a character that does not occur in the text. The result can be parsed, edited, and split into its parts again.
/// </summary>
internal sealed class Placeholders
{
    /// <summary>The first of the rare Chinese characters used as marks: no JSON writer escapes them, and no real text uses all.</summary>
    private const char FirstMark = '\u3400';
    private const int Marks = 6592;

    private readonly List<(TextPart Part, bool IsQuoted)> _parts = [];
    private readonly char _mark;

    private Placeholders(IReadOnlyList<TextPart> parts, char mark)
    {
        _mark = mark;
        var json = new StringBuilder();
        var quotes = new QuoteScanner();
        foreach (var part in parts)
        {
            json.Append(part.Value is null ? part.Source : Placeholder(part, quotes.IsInString));
            if (part.Value is null) quotes.Read(part.Source);
        }
        Json = json.ToString();
    }

    /// <summary>Joins the parts of a JSON text; null when the text already contains every possible mark.</summary>
    public static Placeholders? Create(IReadOnlyList<TextPart> parts)
    {
        if (parts.All(part => part.Value is null)) return new(parts, FirstMark);
        return Unused(string.Concat(parts.Select(part => part.Source))) is { } mark ? new(parts, mark) : null;
    }

    /// <summary>The text with placeholders.</summary>
    public string Json { get; }

    /// <summary>Splits the edited text, or a piece of it, into parts.</summary>
    public IEnumerable<TextPart> Cut(string text)
    {
        var position = 0;
        while (_parts.Count > 0
            && text.IndexOf(_mark, position) is var start and >= 0 && text.IndexOf(_mark, start + 1) is var end and >= 0)
        {
            var (part, isQuoted) = _parts[int.Parse(text.AsSpan(start + 1, end - start - 1))];
            var quote = isQuoted && start > 0 && text[start - 1] == '"' ? 1 : 0;
            if (start - quote > position) yield return new TextPart(text[position..(start - quote)]);
            yield return part;
            position = end + 1 + quote;
        }
        if (position < text.Length) yield return new TextPart(text[position..]);
    }

    /// <summary>A piece of the text for display.</summary>
    public string Show(string text) => string.Concat(Cut(text).Select(part => part.Source));

    /// <summary>A piece of the text with its expressions written out, so that equal pieces of the template have equal texts.</summary>
    public string Canonical(string text) =>
        text.Contains(_mark) ? string.Concat(Cut(text).Select(part => part.IsItem ? part.Value!.ToString() : part.Source)) : text;

    /// <summary>Adds a placeholder. Outside a string, where it replaces a whole value such as a number, it is quoted.</summary>
    private string Placeholder(TextPart part, bool isInString)
    {
        _parts.Add((part, IsQuoted: !isInString));
        var text = $"{_mark}{_parts.Count - 1}{_mark}";
        return isInString ? text : $"\"{text}\"";
    }

    /// <summary>A mark that does not occur in the text, directly or escaped; null when there is none.</summary>
    private static char? Unused(string text)
    {
        Span<bool> used = stackalloc bool[Marks];
        for (var i = 0; i < text.Length; i++)
        {
            Use(text[i], used);
            if (text[i] != '\\' || i + 6 > text.Length) continue;
            var digits = text.AsSpan(i + 2, 4);
            if (ushort.TryParse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)) Use((char)code, used);
        }
        return used.IndexOf(false) is var free and >= 0 ? (char)(FirstMark + free) : null;

        static void Use(char character, Span<bool> used)
        {
            if (character - FirstMark is var mark and >= 0 and < Marks) used[mark] = true;
        }
    }
}
