using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Macro.Cli.Formatting;

namespace Macro.Cli.Yaml.Source;

/// <summary>JSON with uniform white space and escapes, so that equal values have equal bytes. Numbers keep their spelling.</summary>
internal static class CanonicalJson
{
    /// <summary>Parses JSON with any white space and escapes.</summary>
    /// <exception cref="JsonException">The bytes are not JSON, or nest too deeply.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        var options = new JsonDocumentOptions { MaxDepth = JsonFormat.Compact.MaxDepth };
        using var given = JsonDocument.Parse(json, options);
        var bytes = new ArrayBufferWriter<byte>(json.Length);
        using (var writer = new Utf8JsonWriter(bytes, JsonFormat.Compact))
            given.RootElement.WriteTo(writer);
        return JsonDocument.Parse(bytes.WrittenMemory, options);
    }

    /// <summary>Whether two parsed values are equal, including the order of members and the spelling of numbers.</summary>
    public static bool AreEqual(JsonElement left, JsonElement right) =>
        JsonMarshal.GetRawUtf8Value(left).SequenceEqual(JsonMarshal.GetRawUtf8Value(right));
}
