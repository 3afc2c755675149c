using System.Globalization;
using System.Text;

namespace Macro.Core.StepFunctions.Definitions;

/// <summary>
/// A JSON text of which some parts are no text: each of these is a placeholder, between two characters that the text has nowhere. It can
/// so be parsed, edited, and cut back into its parts.
/// </summary>
internal sealed class Placeholders
{
    /// <summary>Rare Chinese characters: ordinary ones, which no writer of JSON escapes, and far more of them than any text uses.</summary>
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

    /// <summary>Joins the parts of a JSON text; null when it has every character that could mark a placeholder, which no honest text does.</summary>
    public static Placeholders? Create(IReadOnlyList<TextPart> parts)
    {
        if (parts.All(part => part.Value is null)) return new(parts, FirstMark);
        return Unused(string.Concat(parts.Select(part => part.Source))) is { } mark ? new(parts, mark) : null;
    }

    /// <summary>The text with placeholders.</summary>
    public string Json { get; }

    /// <summary>The parts of the text, or of a piece of it, after it was edited.</summary>
    public IEnumerable<TextPart> Cut(string text)
    {
        var position = 0;
        while (_parts.Count > 0 && text.IndexOf(_mark, position) is var start and >= 0 && text.IndexOf(_mark, start + 1) is var end and >= 0)
        {
            var (part, isQuoted) = _parts[int.Parse(text.AsSpan(start + 1, end - start - 1))];
            var quote = isQuoted && start > 0 && text[start - 1] == '"' ? 1 : 0;
            if (start - quote > position) yield return new TextPart(text[position..(start - quote)]);
            yield return part;
            position = end + 1 + quote;
        }
        if (position < text.Length) yield return new TextPart(text[position..]);
    }

    /// <summary>A piece of the text as people know it.</summary>
    public string Show(string text) => string.Concat(Cut(text).Select(part => part.Source));

    /// <summary>In the place of a whole value, such as a number, the placeholder is a string of its own.</summary>
    private string Placeholder(TextPart part, bool isInString)
    {
        _parts.Add((part, IsQuoted: !isInString));
        var text = $"{_mark}{_parts.Count - 1}{_mark}";
        return isInString ? text : $"\"{text}\"";
    }

    /// <summary>A character that the text has neither as it is nor escaped; null when there is none left.</summary>
    private static char? Unused(string text)
    {
        var used = new bool[Marks];
        for (var i = 0; i < text.Length; i++)
        {
            Use(text[i]);
            if (text[i] == '\\' && i + 6 <= text.Length && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)) Use((char)code);
        }
        return Array.IndexOf(used, false) is var free and >= 0 ? (char)(FirstMark + free) : null;

        void Use(char character)
        {
            if (character - FirstMark is var mark and >= 0 and < Marks) used[mark] = true;
        }
    }
}
