using System.Buffers;
using System.Text.Json;
using Macro.Lambda.Logging;

namespace Macro.Lambda.Runtime;

/// <summary>The four calls of the Lambda Runtime API, over one connection that is kept open.</summary>
/// <remarks>
/// A call is retried according to the <see cref="Backoff"/> when the connection fails or the status is 500 or above. When it has failed too
/// often, and at any other status that is not a success, <see cref="BootstrapException"/> ends the process, so that Lambda starts a new
/// one. Source: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
/// </remarks>
internal sealed class RuntimeApi : IDisposable
{
    /// <summary>
    /// Six calls within 1.6 seconds: long for a call on loopback, short compared with the 10 seconds that Lambda allows for the
    /// initialization.
    /// </summary>
    public static readonly Backoff DefaultBackoff = new(6, TimeSpan.FromMilliseconds(50));

    private readonly Uri _runtime;
    private readonly Backoff _backoff;
    private readonly MacroLog _log;

    // HttpMessageInvoker has no timeout, unlike HttpClient: the next event may be days away.
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

    /// <summary>Creates a client of the API at <paramref name="endpoint"/>, a host and port. Sends nothing.</summary>
    /// <exception cref="BootstrapException">The endpoint is missing or malformed.</exception>
    public static RuntimeApi Create(string? endpoint, Backoff backoff, MacroLog log) =>
        !string.IsNullOrEmpty(endpoint) && Uri.TryCreate($"http://{endpoint}/2018-06-01/runtime/", UriKind.Absolute, out var runtime)
            ? new RuntimeApi(runtime, backoff, log)
            : throw new BootstrapException("AWS_LAMBDA_RUNTIME_API must be a host and port. This program runs inside AWS Lambda.");

    /// <summary>Waits for the next invocation, as long as it takes, and reads its event into <paramref name="payload"/>.</summary>
    public async Task<Invocation> NextAsync(ArrayBufferWriter<byte> payload, CancellationToken stop)
    {
        Invocation? invocation = null;
        await CallAsync("invocation/next", HttpMethod.Get, _ => { }, async response =>
        {
            payload.ResetWrittenCount();
            invocation = await InvocationReader.ReadAsync(response, payload, stop);
        }, stop);
        return invocation!;
    }

    /// <summary>Sends the response to an invocation.</summary>
    public Task RespondAsync(string requestId, ReadOnlyMemory<byte> response, CancellationToken stop) =>
        PostAsync($"invocation/{Uri.EscapeDataString(requestId)}/response", response, errorType: null, stop);

    /// <summary>Reports that an invocation failed.</summary>
    public Task ReportErrorAsync(string requestId, Exception exception, CancellationToken stop) =>
        PostAsync($"invocation/{Uri.EscapeDataString(requestId)}/error", ErrorBody(exception), "Runtime.HandlerError", stop);

    /// <summary>Reports that the process could not initialize.</summary>
    public Task ReportInitErrorAsync(Exception exception, CancellationToken stop) =>
        PostAsync("init/error", ErrorBody(exception), "Runtime.InitError", stop);

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private Task PostAsync(string path, ReadOnlyMemory<byte> body, string? errorType, CancellationToken stop) =>
        CallAsync(path, HttpMethod.Post, request =>
        {
            request.Content = new ReadOnlyMemoryContent(body);
            if (errorType is not null) request.Headers.Add("Lambda-Runtime-Function-Error-Type", errorType);
        }, response => DrainAsync(response, stop), stop);

    /// <summary>Reads the response to its end, which frees the connection; otherwise the next call would open a second one.</summary>
    private static async Task DrainAsync(HttpResponseMessage response, CancellationToken stop)
    {
        try
        {
            await response.Content.CopyToAsync(Stream.Null, stop);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            // The status already confirms that the POST was accepted; the API would reject a second one.
        }
    }

    private async Task CallAsync(
        string path, HttpMethod method, Action<HttpRequestMessage> prepare, Func<HttpResponseMessage, Task> read, CancellationToken stop)
    {
        try
        {
            await _backoff.RunAsync(async () =>
            {
                using var request = new HttpRequestMessage(method, new Uri(_runtime, path));
                prepare(request);
                using var response = await _http.SendAsync(request, stop);
                await read(response.EnsureSuccessStatusCode());
            }, exception => LogRetry(path, exception), stop);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new BootstrapException($"The Runtime API call {path} failed with {HttpErrorText.Describe(exception)}.");
        }
    }

    private void LogRetry(string path, Exception exception) =>
        _log.Write(LogLevel.Warn, $"The Runtime API call {path} failed with {HttpErrorText.Describe(exception)} and is repeated.");

    private static ReadOnlyMemory<byte> ErrorBody(Exception exception)
    {
        var body = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(body);
        json.WriteStartObject();
        json.WriteString("errorMessage", exception is InvocationFailedException
            ? exception.Message
            : "Internal error. Its message is left out, because it may quote the event.");
        ExceptionDetails.WriteMembers(json, exception);
        json.WriteEndObject();
        json.Flush();
        return body.WrittenMemory;
    }
}
