using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Macro.Cli.Yaml.Source;

/// <summary>Creates scalars, and finds the ends and the chomping of block scalars.</summary>
internal static class ScalarReader
{
    /// <summary>Creates the node of a scalar event.</summary>
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
        // A tag or an anchor may precede the indicator; neither begins with the indicator's character.
        while (header[0] is not ('|' or '>'))
            header = header[header.IndexOfAny(' ', '\t')..].TrimStart();
        var length = header.IndexOfAny([' ', '\t', '\r', '\n']);
        var indicators = length < 0 ? header : header[..length];
        return indicators.Contains('+') ? Chomping.Keep : indicators.Contains('-') ? Chomping.Strip : Chomping.Clip;
    }

    /// <summary>Empty lines after a block scalar separate entries; only with <c>|+</c> they are part of its value.</summary>
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
