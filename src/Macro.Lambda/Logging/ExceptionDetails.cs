using System.Text.Json;

namespace Macro.Lambda.Logging;

/// <summary>What may be told of an exception: types and stack traces. Messages stay out, since they may quote the event.</summary>
internal static class ExceptionDetails
{
    /// <summary>Writes <c>errorType</c> and <c>stackTrace</c>, the members that the Runtime API and CloudWatch know, into an open object.</summary>
    public static void WriteMembers(Utf8JsonWriter json, Exception fault)
    {
        json.WriteString("errorType", fault.GetType().ToString());
        json.WriteStartArray("stackTrace");
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause != fault)
                json.WriteStringValue($"caused by {cause.GetType()}");
            foreach (var frame in (cause.StackTrace ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                json.WriteStringValue(frame);
        }

        json.WriteEndArray();
    }
}
