using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Macro.Core.Templates;

/// <summary>Strings into UTF-8 JSON.</summary>
internal static class Utf8Json
{
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>Whether a text is just these bytes in UTF-8.</summary>
    public static bool Equals(string text, ReadOnlySpan<byte> utf8) =>
        Ascii.Equals(utf8, text) || text.Length < utf8.Length && utf8.SequenceEqual(Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a JSON string with its quotes; only what JSON demands is escaped.</summary>
    public static void WriteString(IBufferWriter<byte> output, string text)
    {
        var span = output.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length) + 2);
        span[0] = (byte)'"';
        var length = Encoding.UTF8.GetBytes(text, span[1..]);
        if (Encoder.FindFirstCharacterToEncodeUtf8(span.Slice(1, length)) >= 0)
        {
            output.Write("\""u8);
            output.Write(JsonEncodedText.Encode(text, Encoder).EncodedUtf8Bytes);
            output.Write("\""u8);
            return;
        }
        span[length + 1] = (byte)'"';
        output.Advance(length + 2);
    }
}
