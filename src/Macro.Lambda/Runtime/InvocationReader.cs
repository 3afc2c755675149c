using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;

namespace Macro.Lambda.Runtime;

/// <summary>Reads the response to <c>GET /runtime/invocation/next</c>.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html#runtimes-api-next</remarks>
internal static class InvocationReader
{
    private const int ChunkBytes = 64 * 1024;
    private static readonly long LastMillisecond = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>Reads the headers, and the event into the empty buffer <paramref name="payload"/>.</summary>
    /// <exception cref="BootstrapException">The request id is missing, without which nothing can be sent back.</exception>
    /// <exception cref="HttpIOException">The connection ended before the event did.</exception>
    public static async Task<Invocation> ReadAsync(HttpResponseMessage response, ArrayBufferWriter<byte> payload, CancellationToken stop)
    {
        var requestId = Find(response.Headers, "Lambda-Runtime-Aws-Request-Id") is { Length: > 0 } id
            ? id
            : throw new BootstrapException("The Runtime API delivered an invocation without a request id.");
        await ReadPayloadAsync(response.Content, payload, stop);
        return new Invocation(
            requestId,
            payload.WrittenMemory,
            Find(response.Headers, "Lambda-Runtime-Invoked-Function-Arn"),
            ParseDeadline(Find(response.Headers, "Lambda-Runtime-Deadline-Ms")),
            Find(response.Headers, "Lambda-Runtime-Trace-Id"));
    }

    private static async Task ReadPayloadAsync(HttpContent content, ArrayBufferWriter<byte> payload, CancellationToken stop)
    {
        // One byte more than the content length, because the read that finds the end needs space too.
        payload.GetMemory((int)Math.Min(content.Headers.ContentLength ?? ChunkBytes, PayloadLimit.Bytes) + 1);
        await using var body = await content.ReadAsStreamAsync(stop);
        while (await body.ReadAsync(payload.GetMemory(), stop) is > 0 and var read) payload.Advance(read);
    }

    private static DateTimeOffset? ParseDeadline(string? milliseconds) =>
        long.TryParse(milliseconds, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= LastMillisecond
            ? DateTimeOffset.FromUnixTimeMilliseconds(value)
            : null;

    private static string? Find(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
