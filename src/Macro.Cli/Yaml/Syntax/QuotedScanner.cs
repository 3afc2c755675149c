using System.Globalization;
using System.Text;

namespace Macro.Cli.Yaml.Syntax;

/// <summary>Scans text in single or double quotes.</summary>
internal static class QuotedScanner
{
    /// <summary>Scans the text through its closing quote.</summary>
    /// <exception cref="YamlSyntaxException">The quote is not closed, or an escape is unknown.</exception>
    public static Token Scan(TextCursor cursor)
    {
        var (start, position, quote) = (cursor.Index, cursor.Position, cursor.Current);
        var value = new StringBuilder();
        cursor.Skip();
        while (cursor.Current != quote || (quote == '\'' && cursor.Peek(1) == quote))
        {
            if (cursor.IsAtEnd || cursor.IsAtDocumentMarker())
                throw new YamlSyntaxException(position, "The quote that begins here is not closed.", "Close the quote.");
            if (Characters.IsBlankOrEnd(cursor.Current))
                value.Append(LineFolding.Take(cursor, stopsAtMarker: true));
            else if (quote == '"' && cursor.Current == '\\')
                AppendEscape(cursor, value);
            else
                AppendCharacter(cursor, quote, value);
        }
        cursor.Skip();
        var text = value.ToString();
        if (HasLoneSurrogate(text))
        {
            throw new YamlSyntaxException(
                position, "This text has an escape for half of a character.", "Write both halves, or the character itself.");
        }
        return new(TokenKind.Scalar, start, cursor.Index, position) { Value = text, Style = ScalarStyle.Quoted };
    }

    /// <summary>Appends one character. Between single quotes, two of them are one.</summary>
    private static void AppendCharacter(TextCursor cursor, char quote, StringBuilder value)
    {
        value.Append(cursor.Current);
        cursor.Skip(quote == '\'' && cursor.Current == quote ? 2 : 1);
    }

    private static void AppendEscape(TextCursor cursor, StringBuilder value)
    {
        if (Characters.IsBreak(cursor.Peek(1)))
        {
            cursor.Skip();
            cursor.TakeBreak();
            value.Append(LineFolding.TakeEmptyLines(cursor, stopsAtMarker: true));
            return;
        }
        var digits = cursor.Peek(1) switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        value.Append(digits > 0 ? FromCode(cursor, digits) : Named(cursor.Peek(1)) ?? throw Unknown(cursor));
        cursor.Skip(2 + digits);
    }

    /// <remarks>Source: https://yaml.org/spec/1.1/#id872840; the slash is an escape of JSON.</remarks>
    private static string? Named(char letter) => letter switch
    {
        '0' => "\0",
        'a' => "\a",
        'b' => "\b",
        't' or '\t' => "\t",
        'n' => "\n",
        'v' => "\v",
        'f' => "\f",
        'r' => "\r",
        'e' => "\e",
        ' ' => " ",
        '"' => "\"",
        '/' => "/",
        '\\' => "\\",
        'N' => "\u0085",
        '_' => "\u00A0",
        'L' => "\u2028",
        'P' => "\u2029",
        _ => null,
    };

    private static string FromCode(TextCursor cursor, int digits)
    {
        var text = cursor.Text.AsSpan(cursor.Index + 2);
        if (text.Length < digits
            || !uint.TryParse(text[..digits], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            throw Unknown(cursor);
        return code switch
        {
            <= char.MaxValue => ((char)code).ToString(),
            <= 0x10FFFF => char.ConvertFromUtf32((int)code),
            _ => throw Unknown(cursor),
        };
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index]))
                continue;
            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
                return true;
            index++;
        }
        return false;
    }

    private static YamlSyntaxException Unknown(TextCursor cursor) => new(
        cursor.Position,
        "A backslash in double quotes begins an escape, and this one is unknown.",
        "Write a backslash twice, or use single quotes.");
}
