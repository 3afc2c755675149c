using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Macro.Cli.Yaml.Source;

/// <summary>Builds scalars, and finds out where block scalars end and how.</summary>
internal static class ScalarReader
{
    /// <summary>Builds the node of one scalar event.</summary>
    public static SourceScalar Read(Scalar scalar, string text, TagReader tags)
    {
        var span = new TextSpan((int)scalar.Start.Index, (int)scalar.End.Index);
        Chomping? chomping = scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded ? ChompingOf(text, span.Start) : null;
        if (chomping is Chomping.Clip or Chomping.Strip)
            span = span with { End = BeforeEmptyLines(text, span) };
        return new()
        {
            Span = span,
            Position = new((int)scalar.Start.Line, (int)scalar.Start.Column),
            Function = tags.FunctionOf(scalar, "str", "int", "float", "bool", "null"),
            Kind = tags.KindOf(scalar),
            Value = scalar.Value,
            IsMergeIndicator = scalar is { Style: ScalarStyle.Plain, Value: "<<", Tag.IsEmpty: true },
            Chomping = chomping,
            IsCutOff = span.End == text.Length && !text.EndsWith('\n'),
        };
    }

    private static Chomping ChompingOf(string text, int start)
    {
        var header = text.AsSpan(start, TextLines.EndOf(text, start) - start);
        // A tag or an anchor may stand before the indicator, never a blank-free word that begins with it.
        while (header[0] is not ('|' or '>'))
            header = header[header.IndexOfAny(' ', '\t')..].TrimStart();
        var length = header.IndexOfAny([' ', '\t', '\r', '\n']);
        var indicators = length < 0 ? header : header[..length];
        return indicators.Contains('+') ? Chomping.Keep : indicators.Contains('-') ? Chomping.Strip : Chomping.Clip;
    }

    /// <summary>The empty lines that follow a block scalar separate entries; with <c>|+</c> only, they are its content.</summary>
    private static int BeforeEmptyLines(string text, TextSpan span)
    {
        var end = span.End;
        while (true)
        {
            var lineStart = end == 0 ? 0 : TextLines.StartOf(text, end - 1);
            if (lineStart <= span.Start || text.AsSpan(lineStart, end - lineStart).TrimEnd("\r\n").Length > 0)
                return end;
            end = lineStart;
        }
    }
}
