using System.Net;
using Macro.Lambda.Logging;
using Macro.Lambda.Runtime;

namespace Macro.Lambda.LogGroups;

/// <summary>Puts a response to the presigned URL of the event. The URL is a secret, so the log never shows it.</summary>
/// <param name="http">Sends the requests. It follows no redirect.</param>
/// <param name="backoff">How sending is repeated while the connection or S3 fails; <see cref="DefaultBackoff"/> except in tests.</param>
/// <param name="log">Receives each error and the final status.</param>
/// <param name="requestId">Lambda's id of the invocation, for the log.</param>
internal sealed class CustomResourceResponseSender(HttpMessageInvoker http, Backoff backoff, MacroLog log, string requestId)
{
    /// <summary>How long one attempt may take; S3 takes a fraction of a second.</summary>
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(3);

    /// <summary>Eight attempts with 25 seconds between the first and the last: a stack that gets no response waits for an hour.</summary>
    public static readonly Backoff DefaultBackoff = new(8, TimeSpan.FromMilliseconds(200));

    /// <summary>Sends the response. A status from 300 to 499 is final: repeating a presigned request does not change it.</summary>
    /// <param name="url">The presigned URL.</param>
    /// <param name="body">The response, JSON.</param>
    /// <param name="time">How long all attempts may take together.</param>
    /// <param name="stop">Ends the attempts.</param>
    /// <exception cref="InvocationFailedException">Every attempt failed, or <paramref name="time"/> ran out.</exception>
    public async Task SendAsync(Uri url, byte[] body, TimeSpan time, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(time);
        try
        {
            await backoff.RunAsync(async () => LogStatus((int)await AttemptAsync(url, body, limit.Token)), LogRetry, limit.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new InvocationFailedException("The response did not reach CloudFormation before the function's time ran out.");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or TimeoutException)
        {
            throw new InvocationFailedException(
                $"The response did not reach CloudFormation in {backoff.MaxAttempts} attempts; "
                + $"the last one failed with {HttpErrorText.Describe(exception)}.");
        }
    }

    private async Task<HttpStatusCode> AttemptAsync(Uri url, byte[] body, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(AttemptTimeout);
        try
        {
            // The presigned URL is signed without a Content-Type, and the content of an array has none. Its length is known, and sent.
            using var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = new ByteArrayContent(body) };
            using var response = await http.SendAsync(request, limit.Token);
            return response.StatusCode < HttpStatusCode.InternalServerError
                ? response.StatusCode
                : throw new HttpRequestException(null, null, response.StatusCode);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }

    private void LogRetry(Exception exception) =>
        log.Write(LogLevel.Warn, $"Sending the response failed with {HttpErrorText.Describe(exception)}. It is sent again.", requestId);

    private void LogStatus(int status)
    {
        if (status < 300)
        {
            log.Write(LogLevel.Info, $"The response was accepted with status {status}.", requestId);
            return;
        }
        var redirect = status < 400 ? ", a redirect, which is not followed" : "";
        log.Write(
            LogLevel.Error, $"The response was refused with status {status}{redirect}. The stack waits until its timeout.", requestId);
    }
}
