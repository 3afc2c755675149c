using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Macro.Cli.Parameters.Toml;

/// <summary>Reads the four kinds of strings.</summary>
/// <remarks>Source: https://toml.io/en/v1.0.0#string</remarks>
internal static partial class TomlStrings
{
    private const int MaxQuotesInText = 2;

    /// <summary>Reads a string on one line.</summary>
    /// <returns>Null when no quote is next.</returns>
    public static string? TryReadLine(TomlCursor cursor)
    {
        if (cursor.Next is not ('"' or '\'')) return null;
        var quote = cursor.Take();
        var value = new StringBuilder();
        while (cursor.Next != quote) AppendNext(value, cursor, quote, isMultiLine: false);
        cursor.Take();
        return value.ToString();
    }

    /// <summary>Reads a string on one line or, between three quotes, on several lines.</summary>
    /// <returns>Null when no quote is next.</returns>
    public static string? TryRead(TomlCursor cursor)
    {
        if (cursor.TryTake("\"\"\"")) return ReadMultiLine(cursor, '"');
        return cursor.TryTake("'''") ? ReadMultiLine(cursor, '\'') : TryReadLine(cursor);
    }

    private static string ReadMultiLine(TomlCursor cursor, char quote)
    {
        var value = new StringBuilder();
        var delimiter = new string(quote, 3);
        cursor.TryTake("\n");
        while (!cursor.TryTake(delimiter)) AppendNext(value, cursor, quote, isMultiLine: true);
        // One or two quotes before the closing three belong to the text.
        for (var quotes = 0; quotes < MaxQuotesInText && cursor.Next == quote; quotes++) value.Append(cursor.Take());
        return value.ToString();
    }

    private static void AppendNext(StringBuilder value, TomlCursor cursor, char quote, bool isMultiLine)
    {
        var character = cursor.Take();
        if (character == '\\' && quote == '"') AppendEscape(value, cursor, isMultiLine);
        else if (TomlCursor.IsAllowed(character) || isMultiLine && character == '\n') value.Append(character);
        else throw cursor.Error();
    }

    private static void AppendEscape(StringBuilder value, TomlCursor cursor, bool isMultiLine)
    {
        if (isMultiLine && cursor.TryTake(LineContinuation()) is not null) return;
        value.Append(cursor.Take() switch
        {
            'b' => "\b",
            't' => "\t",
            'n' => "\n",
            'f' => "\f",
            'r' => "\r",
            '"' => "\"",
            '\\' => "\\",
            'u' => ReadCodePoint(cursor, FourDigits()),
            'U' => ReadCodePoint(cursor, EightDigits()),
            _ => throw cursor.Error(),
        });
    }

    private static string ReadCodePoint(TomlCursor cursor, Regex digits)
    {
        var match = cursor.TryTake(digits) ?? throw cursor.Error();
        var code = uint.Parse(match.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return Rune.TryCreate(code, out var rune) ? rune.ToString() : throw cursor.Error();
    }

    [GeneratedRegex(@"\G[ \t]*\n[ \t\n]*")]
    private static partial Regex LineContinuation();

    [GeneratedRegex(@"\G[0-9A-Fa-f]{4}")]
    private static partial Regex FourDigits();

    [GeneratedRegex(@"\G[0-9A-Fa-f]{8}")]
    private static partial Regex EightDigits();
}
