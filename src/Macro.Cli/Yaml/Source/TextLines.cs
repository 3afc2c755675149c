namespace Macro.Cli.Yaml.Source;

/// <summary>Finds the lines of a text by offset. A line ends with its line feed.</summary>
internal static class TextLines
{
    /// <summary>The start of the line of <paramref name="offset"/>.</summary>
    public static int StartOf(string text, int offset) => offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1;

    /// <summary>The start of the next line; <paramref name="offset"/> itself when it follows a line break.</summary>
    public static int EndOf(string text, int offset)
    {
        if (offset > 0 && text[offset - 1] == '\n')
            return offset;
        var lineFeed = text.IndexOf('\n', offset);
        return lineFeed < 0 ? text.Length : lineFeed + 1;
    }

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
            var first = line + text.AsSpan(line, end - line).IndexOfAnyExcept(' ', '\t', '\r');
            if (text[first] == '\n')
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
        if (offset > 0 && text[offset - 1] == '\n')
            return null;
        var rest = text[offset..EndOf(text, offset)].TrimEnd();
        return rest.AsSpan().TrimStart().StartsWith('#') ? rest : null;
    }

    /// <summary>Skips white space, line breaks and comments.</summary>
    public static int SkipToContent(string text, int offset)
    {
        while (offset < text.Length && (char.IsWhiteSpace(text[offset]) || text[offset] == '#'))
            offset = text[offset] == '#' ? EndOfLine(text, offset) : offset + 1;
        return offset;
    }

    private static int EndOfLine(string text, int start)
    {
        var lineFeed = text.IndexOf('\n', start);
        return lineFeed < 0 ? text.Length : lineFeed + 1;
    }
}
