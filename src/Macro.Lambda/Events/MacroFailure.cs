using System.Buffers;
using System.Text.Json;
using Macro.Lambda.Runtime;

namespace Macro.Lambda.Events;

/// <summary>A macro's failure response that does not depend on the transform.</summary>
/// <param name="RequestId">The event's <c>requestId</c>.</param>
/// <param name="Message">All that CloudFormation shows its user.</param>
internal sealed record MacroFailure(string RequestId, string Message)
{
    /// <summary>The transform threw.</summary>
    public static MacroFailure InternalFault(Invocation invocation)
    {
        var requestId = ReadRequestId(invocation.Payload.Span);
        return new(requestId,
            "The Datadog macro failed with an internal fault; the template was not changed. This is a bug in the macro, please report it. "
            + $"The macro's log has the details under request id {invocation.RequestId} (macro request id {requestId}).");
    }

    /// <summary>The response is longer than Lambda passes on.</summary>
    public static MacroFailure TooLarge(string requestId, int bytes) =>
        new(requestId,
            $"The Datadog macro's response would be {bytes} bytes, and AWS Lambda passes on at most {PayloadLimit.Bytes}. "
            + $"Split the template, for example into nested stacks (macro request id {requestId}).");

    /// <summary>Replaces what <paramref name="response"/> holds.</summary>
    public void WriteTo(ArrayBufferWriter<byte> response)
    {
        response.ResetWrittenCount();
        using var json = new Utf8JsonWriter(response);
        json.WriteStartObject();
        json.WriteString("requestId", RequestId);
        json.WriteString("status", "failure");
        json.WriteString("errorMessage", Message);
        json.WriteEndObject();
    }

    /// <summary>The event's <c>requestId</c>; empty when the event has none or is no JSON object.</summary>
    private static string ReadRequestId(ReadOnlySpan<byte> payload)
    {
        var reader = new Utf8JsonReader(payload);
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName)
                    continue;
                var found = reader.ValueTextEquals("requestId"u8);
                reader.Read();
                if (found)
                    return reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
                reader.Skip();
            }
        }
        catch (JsonException)
        {
            return "";
        }

        return "";
    }
}
