using Macro.Cli.Templates.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Macro.Cli.Yaml.Source;

/// <summary>Turns an exception of the YAML parser into a problem with a remedy.</summary>
internal static class SyntaxProblem
{
    /// <summary>Explains an exception of the parser.</summary>
    /// <param name="error">The exception.</param>
    /// <param name="text">The text that was parsed.</param>
    /// <param name="last">The last event; its end is the position when the exception has none.</param>
    public static TemplateProblem From(Exception error, string text, ParsingEvent? last)
    {
        if (error is not YamlException syntax)
            return new(PositionOf(last?.End ?? Mark.Empty), "The YAML here is malformed.", "Check brackets, braces and indentation.");
        var cause = syntax.Message.TrimEnd('.') + ".";
        if (cause.Contains("tab", StringComparison.Ordinal) && FirstTabIndent(text, (int)syntax.Start.Line) is { } tab)
            return new(tab, cause, "Indent with spaces; YAML allows no tabs there.");
        // YamlDotNet counts one line too many at the end of the text, but no character.
        return new(PositionOf(text, (int)syntax.Start.Index), cause, RemedyFor(cause, text, syntax));
    }

    /// <summary>The position of an offset.</summary>
    public static TextPosition PositionOf(string text, int offset) =>
        new(text.AsSpan(0, offset).Count('\n') + 1, TextLines.ColumnOf(text, offset) + 1);

    private static TextPosition PositionOf(Mark mark) => new((int)mark.Line, (int)mark.Column);

    private static TextPosition? FirstTabIndent(string text, int line)
    {
        var lines = text.Split('\n');
        for (var index = Math.Max(line - 1, 0); index < lines.Length; index++)
        {
            if (lines[index].AsSpan().TrimStart(' ').StartsWith('\t'))
                return new(index + 1, lines[index].IndexOf('\t', StringComparison.Ordinal) + 1);
        }
        return null;
    }

    private static string RemedyFor(string cause, string text, YamlException syntax)
    {
        if (cause.Contains("invalid mapping", StringComparison.Ordinal))
            return "Quote a value that has a colon and a space, or fix the indentation.";
        if (cause.Contains("cannot start any token", StringComparison.Ordinal) && syntax.Start.Index < text.Length)
            return $"Quote a value that begins with {text[(int)syntax.Start.Index]}.";
        if (cause.Contains("end of stream", StringComparison.Ordinal))
            return "Close the quote.";
        if (cause.Contains("expected ','", StringComparison.Ordinal))
            return "Close the bracket or brace, or put a comma before the next value.";
        if (cause.Contains("escape", StringComparison.Ordinal))
            return "Write a backslash twice, or use single quotes.";
        if (cause.Contains("anchor or alias", StringComparison.Ordinal))
            return "Quote a value that begins with & or *.";
        return text.AsSpan(Math.Min((int)syntax.Start.Index, text.Length)).StartsWith("!")
            ? "Write the function before this one in full, such as Fn::Base64: a tag cannot follow a tag."
            : "Align keys and dashes with those of the same level, and close quotes and brackets above.";
    }
}
