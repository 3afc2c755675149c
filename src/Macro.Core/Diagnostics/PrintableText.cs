using System.Globalization;
using System.Text;

namespace Macro.Core.Diagnostics;

/// <summary>Makes text of a template, a file or a command line safe to print.</summary>
public static class PrintableText
{
    /// <summary>
    /// Escapes what a terminal, an editor or a build server would not show as text, as in JSON (<c>\n</c>, <c>\u202e</c>): control
    /// characters, line breaks, bidirectional controls, invisible characters, lone surrogates, and the beginning of a workflow command
    /// (<c>::error</c>, <c>##vso[</c>). Other text is unchanged. The result is one line.
    /// </summary>
    /// <remarks>
    /// Sources: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands,
    /// https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands, https://www.unicode.org/reports/tr9/
    /// </remarks>
    public static string From(string text) => Escape(text, keepsLineFeeds: false);

    /// <summary>
    /// Escapes the same in a JSON text, whose value stays the same. Its line feeds, which are layout, are unchanged.
    /// </summary>
    public static string FromJson(string json) => Escape(json, keepsLineFeeds: true);

    private static string Escape(string text, bool keepsLineFeeds)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder? escaped = null;
        for (var i = 0; i < text.Length; i++)
        {
            var length = Length(text, i);
            if (IsPrintable(text, i, length) || keepsLineFeeds && text[i] == '\n')
            {
                escaped?.Append(text, i, length);
            }
            else
            {
                escaped ??= new StringBuilder(text, 0, i, text.Length + 16);
                for (var j = i; j < i + length; j++) AppendEscape(escaped, text[j]);
            }
            i += length - 1;
        }
        return escaped?.ToString() ?? text;
    }

    private static void AppendEscape(StringBuilder escaped, char character)
    {
        var letter = character switch { '\n' => 'n', '\r' => 'r', '\t' => 't', _ => '\0' };
        if (letter != '\0') escaped.Append('\\').Append(letter);
        else escaped.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
    }

    private static int Length(string text, int index) => char.IsSurrogatePair(text, index) ? 2 : 1;

    private static bool IsPrintable(string text, int index, int length) => text[index] switch
    {
        '#' => index == 0 || text[index - 1] != '#',
        ':' => index + 1 >= text.Length || text[index + 1] != ':' || index > 0 && !char.IsWhiteSpace(text[index - 1]),
        >= ' ' and <= '~' => true,
        _ => length == 1 ? IsVisible(text[index]) : IsVisible(char.ConvertToUtf32(text[index], text[index + 1])),
    };

    /// <summary>Whether a character is neither a control, nor a format control, nor invisible, nor half of a pair.</summary>
    /// <remarks>Source: https://www.unicode.org/reports/tr44/ (General_Category and Default_Ignorable_Code_Point)</remarks>
    private static bool IsVisible(int character) => character is not
        (< 0xa0 or 0xad or 0x34f or 0x61c or 0x115f or 0x1160 or 0x17b4 or 0x17b5 or >= 0x180b and <= 0x180f
        or >= 0x200b and <= 0x200f or >= 0x2028 and <= 0x202e or >= 0x2060 and <= 0x206f or 0x3164 or >= 0xd800 and <= 0xdfff
        or >= 0xfe00 and <= 0xfe0f or 0xfeff or 0xffa0 or >= 0xfff0 and <= 0xfffb or 0xfffe or 0xffff
        or >= 0x1bca0 and <= 0x1bca3 or >= 0x1d173 and <= 0x1d17a or >= 0xe0000 and <= 0xe0fff);
}
