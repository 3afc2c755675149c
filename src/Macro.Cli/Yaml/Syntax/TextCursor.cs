using Macro.Cli.Templates.Reading;

namespace Macro.Cli.Yaml.Syntax;

/// <summary>A place in a text that moves forward, with its line and column.</summary>
internal sealed class TextCursor(string text)
{
    private int _line = 1;
    private int _lineStart;

    public string Text => text;

    /// <summary>The offset of the current character.</summary>
    public int Index { get; private set; }

    /// <summary>The number of characters before this one in its line.</summary>
    public int Column => Index - _lineStart;

    public int Line => _line;

    /// <summary>The line and column, counted from 1.</summary>
    public TextPosition Position => new(_line, Column + 1);

    public bool IsAtEnd => Index >= text.Length;

    /// <summary>The current character; <see cref="Characters.End"/> at the end.</summary>
    public char Current => Peek(0);

    /// <summary>A character further ahead.</summary>
    public char Peek(int distance) => Index + distance < text.Length ? text[Index + distance] : Characters.End;

    public bool IsAt(string word) => text.AsSpan(Index).StartsWith(word, StringComparison.Ordinal);

    /// <summary>Moves within a line.</summary>
    public void Skip(int count = 1) => Index += count;

    /// <summary>Moves to the next character that is not a space.</summary>
    public void SkipSpaces()
    {
        while (Current == ' ')
            Index++;
    }

    /// <summary>Moves to the next character that is neither a space nor a tab.</summary>
    public void SkipBlanks()
    {
        while (Characters.IsBlank(Current))
            Index++;
    }

    /// <summary>Moves to the end of the line.</summary>
    /// <returns>The rest of the line.</returns>
    public ReadOnlySpan<char> TakeLine()
    {
        var start = Index;
        var length = text.AsSpan(start).IndexOfAny(Characters.Breaks);
        Index = length < 0 ? text.Length : start + length;
        return text.AsSpan(start, Index - start);
    }

    /// <summary>Moves behind a line break, if there is one here.</summary>
    /// <returns>The line break as part of a value: a line feed, or a separator of Unicode; empty where there is none.</returns>
    public string TakeBreak()
    {
        if (!Characters.IsBreak(Current))
            return "";
        var found = Current is '\u2028' or '\u2029' ? Current.ToString() : "\n";
        Index += Current == '\r' && Peek(1) == '\n' ? 2 : 1;
        (_line, _lineStart) = (_line + 1, Index);
        return found;
    }

    /// <summary>Whether <c>---</c> or <c>...</c> begins or ends a document here.</summary>
    public bool IsAtDocumentMarker() =>
        Column == 0 && (IsAt("---") || IsAt("...")) && Characters.IsBlankOrEnd(Peek(3));
}
