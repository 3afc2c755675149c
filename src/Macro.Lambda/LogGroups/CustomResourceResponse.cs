using System.Buffers;
using System.Text.Json;

namespace Macro.Lambda.LogGroups;

/// <summary>The result of a custom resource, as CloudFormation reads it.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html</remarks>
internal static class CustomResourceResponse
{
    /// <summary>CloudFormation's limit on the response.</summary>
    public const int MaxBytes = 4096;

    /// <summary>Returns the response as JSON. Truncates the reason if the response would be too long.</summary>
    /// <param name="request">The event.</param>
    /// <param name="failure">Why the resource failed; null on success.</param>
    public static byte[] Write(LogGroupsRequest request, string? failure)
    {
        var response = WriteUncut(request, failure);
        while (response.Length > MaxBytes && failure is { Length: > 0 })
        {
            failure = failure[..(failure.Length / 2)];
            response = WriteUncut(request, failure + "…");
        }

        return response;
    }

    private static byte[] WriteUncut(LogGroupsRequest request, string? failure)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteString("Status", failure is null ? "SUCCESS" : "FAILED");
            if (failure is not null) json.WriteString("Reason", failure);
            json.WriteString("PhysicalResourceId", request.PhysicalResourceId);
            json.WriteString("StackId", request.StackId);
            json.WriteString("RequestId", request.RequestId);
            json.WriteString("LogicalResourceId", request.LogicalResourceId);
            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }
}
