using System.Buffers;
using System.Text.Json;

namespace Macro.Lambda.LogGroups;

/// <summary>What CloudFormation is told of a custom resource.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html</remarks>
internal static class CustomResourceResponse
{
    /// <summary>CloudFormation's limit on the answer.</summary>
    public const int MaxBytes = 4096;

    /// <summary>The answer as JSON; a reason that makes it too long is cut.</summary>
    /// <param name="request">The event that is answered.</param>
    /// <param name="failure">Why the resource failed; null when it did not.</param>
    public static byte[] Write(LogGroupsRequest request, string? failure)
    {
        var answer = WriteWhole(request, failure);
        while (answer.Length > MaxBytes && failure is { Length: > 0 })
        {
            failure = failure[..(failure.Length / 2)];
            answer = WriteWhole(request, failure + "…");
        }

        return answer;
    }

    private static byte[] WriteWhole(LogGroupsRequest request, string? failure)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteString("Status", failure is null ? "SUCCESS" : "FAILED");
            if (failure is not null)
                json.WriteString("Reason", failure);
            json.WriteString("PhysicalResourceId", request.PhysicalResourceId);
            json.WriteString("StackId", request.StackId);
            json.WriteString("RequestId", request.RequestId);
            json.WriteString("LogicalResourceId", request.LogicalResourceId);
            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }
}
