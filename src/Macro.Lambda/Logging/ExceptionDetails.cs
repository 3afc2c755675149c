using System.Text.Json;

namespace Macro.Lambda.Logging;

/// <summary>The loggable details of an exception: types and stack traces. Messages are left out, since they may quote the event.</summary>
internal static class ExceptionDetails
{
    private const StringSplitOptions Trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    /// <summary>
    /// Writes <c>errorType</c> and <c>stackTrace</c>, the members that the Runtime API and CloudWatch expect, into an open object.
    /// </summary>
    public static void WriteMembers(Utf8JsonWriter json, Exception exception)
    {
        json.WriteString("errorType", exception.GetType().ToString());
        json.WriteStartArray("stackTrace");
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause != exception) json.WriteStringValue($"caused by {cause.GetType()}");
            foreach (var frame in (cause.StackTrace ?? "").Split('\n', Trimmed)) json.WriteStringValue(frame);
        }

        json.WriteEndArray();
    }
}
