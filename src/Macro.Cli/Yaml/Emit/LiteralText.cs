using Macro.Cli.Yaml.Syntax;

namespace Macro.Cli.Yaml.Emit;

/// <summary>Writes text with several lines as a literal block scalar (<c>|</c>).</summary>
internal static class LiteralText
{
    /// <summary>Writes the text through the end of its last line.</summary>
    /// <returns>False, and nothing is written, when a literal block cannot represent the text exactly.</returns>
    public static bool TryWrite(TemplateOutput output, string text, int column)
    {
        if (!IsRepresentable(text))
            return false;
        var keepsBreaks = text.EndsWith("\n\n", StringComparison.Ordinal);
        output.Append(keepsBreaks ? "|+" : text.EndsWith('\n') ? "|" : "|-").EndLine();
        foreach (var line in (text.EndsWith('\n') ? text[..^1] : text).Split('\n'))
        {
            if (line.Length > 0)
                output.Indent(column).Append(line);
            output.EndLine();
        }
        output.MarkBlockScalar(new(column - 1, keepsBreaks ? Chomping.Keep : Chomping.Clip));
        return true;
    }

    /// <summary>A reader would lose a blank or indented first line, and a last line with only spaces.</summary>
    private static bool IsRepresentable(string text) =>
        text.Contains('\n', StringComparison.Ordinal)
        && !char.IsWhiteSpace(text[0])
        && !IsBlank(text.AsSpan(text.LastIndexOf('\n') + 1))
        && text.EnumerateRunes().All(rune => rune.Value is '\n' or '\t' || ScalarText.IsPrintable(rune));

    private static bool IsBlank(ReadOnlySpan<char> lastLine) => lastLine.Length > 0 && lastLine.IsWhiteSpace();
}
