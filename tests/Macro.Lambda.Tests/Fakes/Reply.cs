using System.Globalization;
using System.Text;

namespace Macro.Lambda.Tests.Fakes;

/// <summary>What the fake API sends: pieces, one after the other, and whether it then closes the connection.</summary>
internal sealed record Reply(IEnumerable<ReadOnlyMemory<byte>> Pieces, bool Closes = false)
{
    public const string FunctionArn = "arn:aws:lambda:us-east-1:123456789012:function:macro";
    public const string TraceId = "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1";
    public static readonly DateTimeOffset Deadline = DateTimeOffset.FromUnixTimeMilliseconds(1542409706888);

    /// <summary>The real API's acknowledgement of a response.</summary>
    public static Reply Accepted { get; } = Whole("HTTP/1.1 202 Accepted\r\nContent-Length: 16\r\n\r\n{\"status\":\"OK\"}\n");

    /// <summary>The connection ends before a response.</summary>
    public static Reply Closed { get; } = new([], Closes: true);

    /// <summary>No response, over a connection that stays open.</summary>
    public static Reply Silence { get; } = new([]);

    /// <summary>An acknowledgement that is cut off in its body.</summary>
    public static Reply AcceptedAndCutOff { get; } =
        new([Bytes("HTTP/1.1 202 Accepted\r\nContent-Length: 16\r\n\r\n{\"sta")], Closes: true);

    /// <summary>An event with headers that Lambda would not send, each with its line end.</summary>
    public static Reply WithHeaders(string headers, string payload) =>
        Whole($"HTTP/1.1 200 OK\r\nContent-Length: {payload.Length}\r\n{headers}\r\n{payload}");

    /// <summary>Bytes that are not HTTP.</summary>
    public static Reply Garbage { get; } = new([Bytes("\0\u0001 garbage\r\n: :\r\n\r\n")], Closes: true);

    public static Reply Status(int status) => Whole($"HTTP/1.1 {status} Status\r\nContent-Length: 0\r\n\r\n");

    public static Reply Event(string requestId, byte[] payload, DateTimeOffset? deadline = null) =>
        new([Head(requestId, payload.Length, deadline), payload]);

    public static Reply Event(string requestId, string payload) => Event(requestId, Encoding.UTF8.GetBytes(payload));

    /// <summary>The event in pieces of one byte.</summary>
    public static Reply Dribbled(string requestId, string payload) =>
        new(Encoding.UTF8.GetBytes(payload).Select(b => (ReadOnlyMemory<byte>)new[] { b }).Prepend(Head(requestId, payload.Length)));

    /// <summary>The event without a content length.</summary>
    public static Reply Chunked(string requestId, string first, string second) =>
        new([Head(requestId, null), .. new[] { first, second, "" }.Select(chunk => Bytes($"{chunk.Length:x}\r\n{chunk}\r\n"))]);

    /// <summary>The event without its last byte, then the end of the connection.</summary>
    public static Reply CutOff(string requestId, string payload) =>
        new([Head(requestId, payload.Length), Bytes(payload[..^1])], Closes: true);

    private static Reply Whole(string text) => new([Bytes(text)]);

    private static ReadOnlyMemory<byte> Head(string requestId, int? length, DateTimeOffset? deadline = null)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"""
            HTTP/1.1 200 OK
            Content-Type: application/json
            Lambda-Runtime-Aws-Request-Id: {requestId}
            Lambda-Runtime-Deadline-Ms: {(deadline ?? Deadline).ToUnixTimeMilliseconds()}
            Lambda-Runtime-Invoked-Function-Arn: {FunctionArn}
            Lambda-Runtime-Trace-Id: {TraceId}
            {(length is null ? "Transfer-Encoding: chunked" : $"Content-Length: {length}")}


            """);
        return Bytes(text.ReplaceLineEndings("\r\n"));
    }

    private static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
