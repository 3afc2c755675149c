using System.Text.RegularExpressions;
using Macro.Cli.Templates.Reading;

namespace Macro.Cli.Parameters.Toml;

/// <summary>A position in the text of a TOML document. Line breaks in the text are line feeds.</summary>
internal sealed class TomlCursor(string text)
{
    private int _position;

    /// <summary>Whether the whole text has been read.</summary>
    public bool IsAtEnd => _position == text.Length;

    /// <summary>The next character. At the end it is NUL, which TOML does not allow in a document.</summary>
    public char Next => IsAtEnd ? '\0' : text[_position];

    /// <summary>Reads one character.</summary>
    public char Take() => IsAtEnd ? throw Error() : text[_position++];

    /// <summary>Reads a text if it is next.</summary>
    public bool TryTake(string expected)
    {
        if (!text.AsSpan(_position).StartsWith(expected)) return false;
        _position += expected.Length;
        return true;
    }

    /// <summary>Reads a text that must be next.</summary>
    public void Expect(string expected)
    {
        if (!TryTake(expected)) throw Error();
    }

    /// <summary>Reads the match of a regular expression, which must begin with <c>\G</c>.</summary>
    /// <returns>Null without a match.</returns>
    public Match? TryTake(Regex expression)
    {
        var match = expression.Match(text, _position);
        if (!match.Success) return null;
        _position += match.Length;
        return match;
    }

    /// <summary>Skips spaces and tabs.</summary>
    public void SkipBlanks()
    {
        while (Next is ' ' or '\t') _position++;
    }

    /// <summary>Skips blanks, line breaks and comments.</summary>
    public void SkipLines()
    {
        do
        {
            SkipBlanks();
            SkipComment();
        }
        while (TryTake("\n"));
    }

    /// <summary>Skips blanks and a comment up to the end of the line, where nothing else may follow.</summary>
    public void EndLine()
    {
        SkipBlanks();
        SkipComment();
        if (!IsAtEnd) Expect("\n");
    }

    /// <summary>Creates the exception for a document that is not valid at this position.</summary>
    public TomlException Error()
    {
        var before = text.AsSpan(0, _position);
        return new(new TextPosition(before.Count('\n') + 1, _position - before.LastIndexOf('\n')));
    }

    /// <summary>Whether a comment or a string may contain the character without an escape.</summary>
    public static bool IsAllowed(char character) => character is '\t' or (>= ' ' and not '\u007F');

    private void SkipComment()
    {
        if (!TryTake("#")) return;
        while (!IsAtEnd && Next != '\n')
        {
            if (!IsAllowed(Take())) throw Error();
        }
    }
}
