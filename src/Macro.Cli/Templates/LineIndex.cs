using System.Text;
using Macro.Cli.Templates.Reading;

namespace Macro.Cli.Templates;

/// <summary>Turns byte offsets into lines and columns.</summary>
internal static class LineIndex
{
    /// <summary>Line and column of a byte, both from 1; columns count characters.</summary>
    public static TextPosition PositionOf(ReadOnlySpan<byte> text, int offset)
    {
        var before = text[..Math.Min(offset, text.Length)];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }
}
