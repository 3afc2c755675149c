using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Macro.Lambda.Logging;

/// <summary>The macro's log: one JSON object a line, in the members that Lambda's JSON log format names.</summary>
/// <remarks>
/// Callers pass sentences and names, never a parameter's or a variable's value, and never an exception's message, which may hold one.
/// Source: https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html
/// </remarks>
/// <param name="output">Standard output, which Lambda sends to the function's log group.</param>
/// <param name="clock">Gives the time stamps.</param>
internal sealed class MacroLog(Stream output, TimeProvider clock)
{
    // A log is no HTML page: apostrophes and stack traces stay legible.
    private static readonly JsonWriterOptions Legible = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _line = new();

    /// <summary>Writes one line; callers may do so at the same time.</summary>
    /// <param name="level">How much it matters.</param>
    /// <param name="message">What happened, a sentence.</param>
    /// <param name="requestId">Lambda's id of the invocation, if there is one.</param>
    /// <param name="writeMembers">Adds further members to the object.</param>
    public void Write(LogLevel level, string message, string? requestId = null, Action<Utf8JsonWriter>? writeMembers = null)
    {
        lock (_line)
            WriteLine(level, message, requestId, writeMembers);
    }

    /// <summary>Writes a fault as one error line with its type and stack trace, without its message.</summary>
    public void WriteFault(string message, Exception fault, string? requestId = null) =>
        Write(LogLevel.Error, message, requestId, json => ExceptionDetails.WriteMembers(json, fault));

    private void WriteLine(LogLevel level, string message, string? requestId, Action<Utf8JsonWriter>? writeMembers)
    {
        _line.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_line, Legible))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", clock.GetUtcNow());
            json.WriteString("level", level.Name);
            json.WriteString("message", message);
            if (requestId is not null)
                json.WriteString("requestId", requestId);
            writeMembers?.Invoke(json);
            json.WriteEndObject();
        }

        _line.Write("\n"u8);
        output.Write(_line.WrittenSpan);
    }
}
