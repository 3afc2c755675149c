using System.Text;
using Macro.Cli.Templates.Reading;

namespace Macro.Cli.Templates;

/// <summary>Converts byte offsets to lines and columns.</summary>
internal static class LineIndex
{
    /// <summary>Returns the line and the column, in characters, of a byte offset.</summary>
    public static TextPosition PositionOf(ReadOnlySpan<byte> text, int offset)
    {
        var before = text[..Math.Min(offset, text.Length)];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }
}
