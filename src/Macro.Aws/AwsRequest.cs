using System.Net.Http.Headers;
using System.Text.Json;

namespace Macro.Aws;

/// <summary>A request to the API of a service, before it is signed. It can be sent more than once.</summary>
/// <param name="Operation">What it does, for messages.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="PathAndQuery">The path and query below the endpoint, percent-encoded, such as <c>/</c>.</param>
public sealed record AwsRequest(AwsOperation Operation, HttpMethod Method, string PathAndQuery)
{
    /// <summary>The body; empty by default.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>The media type of the body; null for a request without a body.</summary>
    public string? ContentType { get; init; }

    /// <summary>The value of the header <c>X-Amz-Target</c>, which names the operation in the AWS JSON protocols; null for none.</summary>
    public string? Target { get; init; }

    /// <summary>Adds further headers, which are signed; null for none.</summary>
    public Action<HttpRequestHeaders>? AddHeaders { get; init; }

    /// <summary>Creates a request of the AWS JSON 1.0 or 1.1 protocol.</summary>
    /// <remarks>Source: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html</remarks>
    /// <param name="operation">What it does, for messages.</param>
    /// <param name="target">The target: the version of the API and the operation, such as <c>Logs_20140328.CreateLogGroup</c>.</param>
    /// <param name="version">The version of the protocol, <c>1.0</c> or <c>1.1</c>.</param>
    /// <param name="writeMembers">Writes the members of the body's object.</param>
    public static AwsRequest Json(AwsOperation operation, string target, string version, Action<Utf8JsonWriter> writeMembers)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            writeMembers(json);
            json.WriteEndObject();
        }
        return new AwsRequest(operation, HttpMethod.Post, "/")
        {
            Body = body.ToArray(),
            ContentType = $"application/x-amz-json-{version}",
            Target = target,
        };
    }

    internal HttpRequestMessage ToHttp(Uri endpoint)
    {
        var message = new HttpRequestMessage(Method, new Uri(endpoint, PathAndQuery));
        if (Target is not null) message.Headers.Add("X-Amz-Target", Target);
        AddHeaders?.Invoke(message.Headers);
        if (ContentType is null) return message;
        message.Content = new ByteArrayContent(Body);
        message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        return message;
    }
}
