using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Macro.Cli.Yaml;

/// <summary>JSON in one spelling of white space and escapes, so that equal values have equal bytes. Numbers keep their spelling.</summary>
internal static class CanonicalJson
{
    // Two more than a template may have: a function inside the deepest value.
    private const int MaxDepth = CloudFormationYaml.MaxDepth + 2;

    /// <summary>The spelling.</summary>
    public static JsonWriterOptions WriterOptions { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = MaxDepth };

    /// <summary>Parses JSON of any spelling.</summary>
    /// <exception cref="JsonException">The bytes are not JSON, or nest too deeply.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        var options = new JsonDocumentOptions { MaxDepth = MaxDepth };
        using var given = JsonDocument.Parse(json, options);
        var bytes = new ArrayBufferWriter<byte>(json.Length);
        using (var writer = new Utf8JsonWriter(bytes, WriterOptions))
            given.RootElement.WriteTo(writer);
        return JsonDocument.Parse(bytes.WrittenMemory, options);
    }

    /// <summary>Whether two parsed values are equal, the order of members and the spelling of numbers included.</summary>
    public static bool Same(JsonElement left, JsonElement right) =>
        JsonMarshal.GetRawUtf8Value(left).SequenceEqual(JsonMarshal.GetRawUtf8Value(right));
}
