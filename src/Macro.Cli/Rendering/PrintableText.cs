using System.Globalization;

namespace Macro.Cli.Rendering;

/// <summary>
/// Makes template text safe to print: escapes terminal control characters, line breaks and characters that change the text direction.
/// </summary>
internal static class PrintableText
{
    public static string Of(string text) =>
        text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 ? text : string.Concat(text.Select(character => Escape(character)));

    private static string Escape(char character) => character switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ when IsHarmless(character) => character.ToString(),
        _ => $"\\u{(int)character:x4}",
    };

    private static bool IsHarmless(char character) => char.GetUnicodeCategory(character) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
