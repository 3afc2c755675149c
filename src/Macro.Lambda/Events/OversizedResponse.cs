using System.Buffers;
using System.Text.Json;
using Macro.Lambda.Runtime;

namespace Macro.Lambda.Events;

/// <summary>The macro's failure when its response is longer than Lambda passes on.</summary>
internal static class OversizedResponse
{
    /// <summary>Puts the failure in the place of the response; <paramref name="requestId"/> is the macro event's.</summary>
    public static void Replace(ArrayBufferWriter<byte> response, string requestId)
    {
        var bytes = response.WrittenCount;
        response.ResetWrittenCount();
        using var json = new Utf8JsonWriter(response);
        json.WriteStartObject();
        json.WriteString("requestId", requestId);
        json.WriteString("status", "failure");
        json.WriteString("errorMessage",
            $"The macro's response to request {requestId} has {bytes} bytes, and AWS Lambda passes on {PayloadLimit.Bytes} at most. Split the template into several stacks.");
        json.WriteEndObject();
    }
}
