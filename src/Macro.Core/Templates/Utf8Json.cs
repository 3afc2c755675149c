using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Macro.Core.Templates;

/// <summary>Raw bytes out of, and strings into, UTF-8 JSON.</summary>
internal static class Utf8Json
{
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static ReadOnlySpan<byte> Raw(JsonElement element) => JsonMarshal.GetRawUtf8Value(element);

    public static ReadOnlySpan<byte> RawName(JsonProperty property) => JsonMarshal.GetRawUtf8PropertyName(property);

    /// <summary>The text of a JSON string; null when its escapes are no valid UTF-16 (a lone surrogate), which JSON allows.</summary>
    public static string? DecodeString(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The name of a member, unescaped; null when its escapes are no valid UTF-16.</summary>
    public static string? DecodeName(JsonProperty property)
    {
        var raw = RawName(property);
        if (!raw.Contains((byte)'\\')) return Encoding.UTF8.GetString(raw);
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static bool NameEquals(JsonProperty property, ReadOnlySpan<byte> name)
    {
        var raw = RawName(property);
        return raw.Length == name.Length
            ? raw.SequenceEqual(name)
            : raw.Length > name.Length && raw.Contains((byte)'\\') && DecodeName(property) is { } decoded
                && name.SequenceEqual(Encoding.UTF8.GetBytes(decoded));
    }

    /// <summary>Writes a JSON string with its quotes; only what JSON demands is escaped.</summary>
    public static void WriteString(IBufferWriter<byte> output, string text)
    {
        var span = output.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length) + 2);
        span[0] = (byte)'"';
        var length = Encoding.UTF8.GetBytes(text, span[1..]);
        var written = span.Slice(1, length);
        if (Encoder.FindFirstCharacterToEncodeUtf8(written) >= 0)
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
