using System.Buffers;
using System.Text.Json;
using Macro.Lambda.Logging;

namespace Macro.Lambda.Runtime;

/// <summary>The four calls of the Lambda Runtime API, over one connection that is kept.</summary>
/// <remarks>
/// A call that fails on the way, or with a status of 500 and above, is made again as <see cref="Backoff"/> says; then, and at any
/// other status that is no success, <see cref="BootstrapException"/> ends the process, so that Lambda starts a fresh one.
/// Source: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
/// </remarks>
internal sealed class RuntimeApi : IDisposable
{
    private readonly Uri _runtime;
    private readonly Backoff _backoff;
    private readonly MacroLog _log;

    // The bare invoker has no timeout: the next event may be days away.
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
    });

    private RuntimeApi(Uri runtime, Backoff backoff, MacroLog log)
    {
        _runtime = runtime;
        _backoff = backoff;
        _log = log;
    }

    /// <summary>Addresses the API at <paramref name="endpoint"/>, a host and port; nothing is sent yet.</summary>
    /// <exception cref="BootstrapException">The endpoint is missing or malformed.</exception>
    public static RuntimeApi At(string? endpoint, Backoff backoff, MacroLog log) =>
        !string.IsNullOrEmpty(endpoint) && Uri.TryCreate($"http://{endpoint}/2018-06-01/runtime/", UriKind.Absolute, out var runtime)
            ? new RuntimeApi(runtime, backoff, log)
            : throw new BootstrapException("AWS_LAMBDA_RUNTIME_API names no host and port: this program runs inside AWS Lambda.");

    /// <summary>Waits as long as it takes for an invocation and reads its event into <paramref name="payload"/>.</summary>
    public Task<Invocation> NextAsync(ArrayBufferWriter<byte> payload, CancellationToken stop) =>
        CallAsync("invocation/next", () => new HttpRequestMessage(HttpMethod.Get, new Uri(_runtime, "invocation/next")), response =>
        {
            payload.ResetWrittenCount();
            return InvocationReader.ReadAsync(response, payload, stop);
        }, stop);

    /// <summary>Sends the answer to an invocation.</summary>
    public Task RespondAsync(string requestId, ReadOnlyMemory<byte> response, CancellationToken stop) =>
        PostAsync($"invocation/{Uri.EscapeDataString(requestId)}/response", response, errorType: null, stop);

    /// <summary>Reports that an invocation has no answer.</summary>
    public Task ReportErrorAsync(string requestId, Exception fault, CancellationToken stop) =>
        PostAsync($"invocation/{Uri.EscapeDataString(requestId)}/error", ErrorBody(fault), "Runtime.HandlerFault", stop);

    /// <summary>Reports that the process could not get ready for events.</summary>
    public Task ReportInitErrorAsync(Exception fault, CancellationToken stop) =>
        PostAsync("init/error", ErrorBody(fault), "Runtime.InitFault", stop);

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private Task<bool> PostAsync(string path, ReadOnlyMemory<byte> body, string? errorType, CancellationToken stop) =>
        CallAsync(path, () =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_runtime, path)) { Content = new ReadOnlyMemoryContent(body) };
            if (errorType is not null)
                request.Headers.Add("Lambda-Runtime-Function-Error-Type", errorType);
            return request;
        }, response => DrainAsync(response, stop), stop);

    /// <summary>Read to its end, the connection is free again at once and the next call does not open a second one.</summary>
    private static async Task<bool> DrainAsync(HttpResponseMessage response, CancellationToken stop)
    {
        try
        {
            await response.Content.CopyToAsync(Stream.Null, stop);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            // The status has said that the post is taken; a second one would be refused.
        }

        return true;
    }

    private async Task<T> CallAsync<T>(string path, Func<HttpRequestMessage> create, Func<HttpResponseMessage, Task<T>> read, CancellationToken stop)
    {
        try
        {
            return await _backoff.RunAsync(async () =>
            {
                using var request = create();
                using var response = await _http.SendAsync(request, stop);
                return await read(response.EnsureSuccessStatusCode());
            }, fault => _log.Write(LogLevel.Warn, $"The Runtime API call {path} failed with {HttpErrorText.Describe(fault)} and is called again."), stop);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw new BootstrapException($"The Runtime API call {path} failed with {HttpErrorText.Describe(fault)}.");
        }
    }

    private static ReadOnlyMemory<byte> ErrorBody(Exception fault)
    {
        var body = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(body);
        json.WriteStartObject();
        json.WriteString("errorMessage", fault is InvocationFailedException ? fault.Message : "Internal fault; its message is left out because it may quote the event.");
        ExceptionDetails.WriteMembers(json, fault);
        json.WriteEndObject();
        json.Flush();
        return body.WrittenMemory;
    }
}
