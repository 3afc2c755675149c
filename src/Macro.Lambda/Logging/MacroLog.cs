using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Macro.Lambda.Logging;

/// <summary>The macro's log: one JSON object per line, with the members of Lambda's JSON log format.</summary>
/// <remarks>
/// Callers pass fixed sentences and names, but never the value of a parameter or variable, nor the message of an exception, which may
/// contain one. Source: https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html
/// </remarks>
/// <param name="output">Standard output, which Lambda sends to the function's log group.</param>
/// <param name="clock">Supplies the timestamps.</param>
internal sealed class MacroLog(Stream output, TimeProvider clock)
{
    // A log is not an HTML page: apostrophes and stack traces stay readable.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _line = new();

    /// <summary>Writes one line. Thread-safe.</summary>
    /// <param name="level">The severity.</param>
    /// <param name="message">What happened, a sentence.</param>
    /// <param name="requestId">Lambda's id of the invocation; null outside of one.</param>
    /// <param name="writeMembers">Adds further members to the object.</param>
    public void Write(LogLevel level, string message, string? requestId = null, Action<Utf8JsonWriter>? writeMembers = null)
    {
        lock (_line)
        {
            WriteLine(level, message, requestId, writeMembers);
        }
    }

    /// <summary>Writes an exception as one error line, with its type and stack trace but without its message.</summary>
    public void WriteException(string message, Exception exception, string? requestId = null) =>
        Write(LogLevel.Error, message, requestId, json => ExceptionDetails.WriteMembers(json, exception));

    private void WriteLine(LogLevel level, string message, string? requestId, Action<Utf8JsonWriter>? writeMembers)
    {
        _line.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_line, Readable))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", clock.GetUtcNow());
            json.WriteString("level", level.Name);
            json.WriteString("message", message);
            if (requestId is not null) json.WriteString("requestId", requestId);
            writeMembers?.Invoke(json);
            json.WriteEndObject();
        }

        _line.Write("\n"u8);
        output.Write(_line.WrittenSpan);
    }
}
