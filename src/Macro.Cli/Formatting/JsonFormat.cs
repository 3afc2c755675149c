using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Macro.Cli.Templates.Reading;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Formatting;

/// <summary>
/// The JSON writer options of this program. Escapes only what JSON requires, since the output is never embedded in HTML.
/// </summary>
internal static class JsonFormat
{
    /// <summary>On one line. Allows two more levels than a template, since a function in the deepest value adds up to two.</summary>
    public static JsonWriterOptions Compact { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = FileLimits.MaxDepth + 2 };

    /// <summary>Over several lines, with the same line breaks on every platform.</summary>
    public static JsonWriterOptions Indented { get; } = Compact with { Indented = true, NewLine = "\n" };

    /// <summary>Writes an indented JSON text that ends with a line break. Escapes what a terminal would not show as text.</summary>
    public static string WriteIndented(Action<Utf8JsonWriter> write)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, Indented)) write(writer);
        return PrintableText.FromJson(Encoding.UTF8.GetString(output.WrittenSpan)) + "\n";
    }
}
