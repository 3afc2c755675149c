using System.Globalization;

namespace Macro.Cli.Rendering;

/// <summary>
/// Makes text of a template harmless: what would steer a terminal, break a line or turn the order of letters is shown as an escape.
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
