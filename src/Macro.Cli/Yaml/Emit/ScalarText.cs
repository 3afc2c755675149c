using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Macro.Cli.Yaml.Source;

namespace Macro.Cli.Yaml.Emit;

/// <summary>Formats scalars on one line.</summary>
internal static class ScalarText
{
    // Text of only these characters that begins like a number could be a number, a date or a time in YAML 1.1.
    private static readonly SearchValues<char> NumberLike = SearchValues.Create("0123456789abcdefABCDEFoOxXtTzZ_.:+- ");
    private static readonly SearchValues<char> NumberStart = SearchValues.Create("0123456789+-.");
    private static readonly SearchValues<char> Indicators = SearchValues.Create("-?:,[]{}#&*!|>'\"%@`");
    // Words, besides those of PlainScalar, that YAML 1.1 or some of its readers do not read as text.
    private static readonly HashSet<string> OtherWords = new(StringComparer.OrdinalIgnoreCase) { "y", "n", "=", "<<", ".inf", ".nan" };

    /// <summary>Formats a string, number, boolean, null or empty collection.</summary>
    public static string Format(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? FormatString(value.GetString()!) : value.GetRawText();

    /// <summary>Formats a string: plain where every YAML reader reads it as that string, otherwise in quotes.</summary>
    public static string FormatString(string text)
    {
        if (!text.EnumerateRunes().All(IsPrintable))
            return Escaped(text);
        if (IsPlain(text))
            return text;
        return text.AsSpan().ContainsAny('"', '\\') ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'" : $"\"{text}\"";
    }

    /// <summary>Whether the character is visible in editors and YAML allows it outside double quotes.</summary>
    public static bool IsPrintable(Rune rune) => rune.Value is >= 0x20 and not 0xFEFF and not 0xFFFD
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static bool IsPlain(string text) =>
        text.Length > 0
        && !char.IsWhiteSpace(text[0])
        && !char.IsWhiteSpace(text[^1])
        && !Indicators.Contains(text[0])
        && text[^1] != ':'
        && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal)
        && !OtherWords.Contains(text)
        && PlainScalar.KindOf(text) == ScalarKind.String
        && !(NumberStart.Contains(text[0]) && !text.AsSpan().ContainsAnyExcept(NumberLike));

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder("\"", text.Length + 2);
        foreach (var rune in text.EnumerateRunes())
            escaped.Append(Escape(rune));
        return escaped.Append('"').ToString();
    }

    private static string Escape(Rune rune) => rune.Value switch
    {
        '"' => "\\\"",
        '\\' => @"\\",
        '\n' => @"\n",
        '\r' => @"\r",
        '\t' => @"\t",
        _ when IsPrintable(rune) => rune.ToString(),
        <= 0xFFFF => string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}"),
    };
}
