using System.Buffers;
using System.Text.Json;
using Macro.Lambda.Runtime;

namespace Macro.Lambda.Events;

/// <summary>The failure response for a template whose response is larger than Lambda allows.</summary>
internal static class OversizedResponse
{
    /// <summary>Replaces the response; <paramref name="requestId"/> is the id in the macro event.</summary>
    public static void Replace(ArrayBufferWriter<byte> response, string requestId)
    {
        var bytes = response.WrittenCount;
        response.ResetWrittenCount();
        using var json = new Utf8JsonWriter(response);
        json.WriteStartObject();
        json.WriteString("requestId", requestId);
        json.WriteString("status", "failure");
        json.WriteString("errorMessage",
            $"The macro's response to request {requestId} has {bytes} bytes, and AWS Lambda allows at most {PayloadLimit.Bytes}. "
            + "Split the template into several stacks.");
        json.WriteEndObject();
    }
}
