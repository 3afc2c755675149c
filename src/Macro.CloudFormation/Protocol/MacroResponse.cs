using System.Buffers;
using Macro.Json;

namespace Macro.CloudFormation.Protocol;

/// <summary>Writes the response to a macro event.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros-author.html</remarks>
public static class MacroResponse
{
    /// <summary>Writes a success.</summary>
    /// <param name="output">Receives one JSON object in UTF-8.</param>
    /// <param name="requestId">The event's <c>requestId</c>.</param>
    /// <param name="fragment">The whole template, UTF-8 JSON.</param>
    public static void WriteSuccess(IBufferWriter<byte> output, string requestId, ReadOnlySpan<byte> fragment)
    {
        Begin(output, requestId);
        output.Write("\"success\",\"fragment\":"u8);
        output.Write(fragment);
        output.Write("}"u8);
    }

    /// <summary>Writes a failure; CloudFormation shows the user only the message.</summary>
    public static void WriteFailure(IBufferWriter<byte> output, string requestId, string errorMessage)
    {
        Begin(output, requestId);
        output.Write("\"failure\",\"errorMessage\":"u8);
        output.Write(Utf8Buffer.Quote(errorMessage));
        output.Write("}"u8);
    }

    private static void Begin(IBufferWriter<byte> output, string requestId)
    {
        output.Write("{\"requestId\":"u8);
        output.Write(Utf8Buffer.Quote(requestId));
        output.Write(",\"status\":"u8);
    }
}
