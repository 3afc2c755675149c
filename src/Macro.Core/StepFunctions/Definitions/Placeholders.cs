using System.Text;

namespace Macro.Core.StepFunctions.Definitions;

/// <summary>
/// A JSON text of which some parts are no text: each of these is a placeholder, between two characters that the text has nowhere. It can
/// so be parsed, edited, and cut back into its parts.
/// </summary>
internal sealed class Placeholders
{
    /// <summary>Rare Chinese characters: ordinary ones, which no writer of JSON escapes, and far more of them than any text uses.</summary>
    private static readonly IEnumerable<char> Marks = Enumerable.Range('\u3400', 6592).Select(code => (char)code);

    private readonly List<(TextPart Part, bool IsQuoted)> _parts = [];
    private readonly char _mark;

    /// <summary>Joins the parts.</summary>
    /// <param name="parts">The parts of a JSON text.</param>
    public Placeholders(IReadOnlyList<TextPart> parts)
    {
        _mark = Unused(string.Concat(parts.Select(part => part.Source)));
        var json = new StringBuilder();
        var quotes = new QuoteScanner();
        foreach (var part in parts)
        {
            json.Append(part.Value is null ? part.Source : Placeholder(part, quotes.IsInString));
            if (part.Value is null) quotes.Read(part.Source);
        }
        Json = json.ToString();
    }

    /// <summary>The text with placeholders.</summary>
    public string Json { get; }

    /// <summary>The parts of the text, or of a piece of it, after it was edited.</summary>
    public IEnumerable<TextPart> Cut(string text)
    {
        var position = 0;
        while (text.IndexOf(_mark, position) is var start and >= 0 && text.IndexOf(_mark, start + 1) is var end and >= 0)
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

    private static char Unused(string text) => Marks.First(mark =>
        !text.Contains(mark) && !text.Contains($"\\u{(int)mark:x4}", StringComparison.OrdinalIgnoreCase));
}
