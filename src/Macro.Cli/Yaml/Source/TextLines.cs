using Macro.Cli.Templates.Reading;
using Macro.Cli.Yaml.Syntax;

namespace Macro.Cli.Yaml.Source;

/// <summary>Finds the lines of a text by offset. A line ends with its line break, any of those of YAML 1.1.</summary>
internal static class TextLines
{
    /// <summary>The start of the line of <paramref name="offset"/>.</summary>
    public static int StartOf(string text, int offset) => text.AsSpan(0, offset).LastIndexOfAny(Characters.Breaks) + 1;

    /// <summary>The start of the next line; <paramref name="offset"/> itself when it follows a line break.</summary>
    public static int EndOf(string text, int offset) => IsAfterBreak(text, offset) ? offset : EndOfLine(text, offset);

    /// <summary>The number of characters before <paramref name="offset"/> in its line.</summary>
    public static int ColumnOf(string text, int offset) => offset - StartOf(text, offset);

    /// <summary>Whether there are only spaces between two offsets.</summary>
    public static bool IsIndent(string text, int start, int end) => !text.AsSpan(start, end - start).ContainsAnyExcept(' ');

    /// <summary>Skips blank lines.</summary>
    public static int SkipBlankLines(string text, int start, int end)
    {
        while (start < end && string.IsNullOrWhiteSpace(text[start..EndOfLine(text, start)]))
            start = EndOfLine(text, start);
        return start;
    }

    /// <summary>Skips comments that are indented deeper than <paramref name="column"/>, and the blank lines before them.</summary>
    public static int SkipDeeperComments(string text, int start, int end, int column)
    {
        for (var line = start; line < end; line = EndOfLine(text, line))
        {
            var first = line + text.AsSpan(line, end - line).IndexOfAnyExcept(' ', '\t');
            if (first < line || Characters.IsBreak(text[first]))
                continue;
            if (first - line <= column)
                return start;
            start = EndOfLine(text, line);
        }
        return start;
    }

    /// <summary>The comment at the end of the line, with the blanks before it; null when there is none or other text precedes it.</summary>
    public static string? CommentAfter(string text, int offset)
    {
        if (IsAfterBreak(text, offset))
            return null;
        var rest = text[offset..EndOf(text, offset)].TrimEnd();
        return rest.AsSpan().TrimStart().StartsWith('#') ? rest : null;
    }

    /// <summary>Removes up to so many blanks from the beginning of each line.</summary>
    public static string Outdent(string text, int columns) => string.Join('\n', text.Split('\n').Select(line =>
        line[Math.Min(columns, line.Length - line.AsSpan().TrimStart(' ').Length)..]));

    /// <summary>The number of line breaks.</summary>
    public static int CountBreaks(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var index = 0; index < text.Length; index++)
        {
            if (Characters.IsBreak(text[index]) && !(text[index] == '\n' && index > 0 && text[index - 1] == '\r'))
                count++;
        }
        return count;
    }

    /// <summary>The line and column of an offset, counted from 1.</summary>
    public static TextPosition PositionOf(string text, int offset) =>
        new(CountBreaks(text.AsSpan(0, offset)) + 1, ColumnOf(text, offset) + 1);

    private static bool IsAfterBreak(string text, int offset) => offset > 0 && Characters.IsBreak(text[offset - 1]);

    private static int EndOfLine(string text, int start)
    {
        var length = text.AsSpan(start).IndexOfAny(Characters.Breaks);
        if (length < 0)
            return text.Length;
        var lineBreak = start + length;
        return text.AsSpan(lineBreak).StartsWith("\r\n") ? lineBreak + 2 : lineBreak + 1;
    }
}
