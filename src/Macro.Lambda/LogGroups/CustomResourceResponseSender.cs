using System.Net;
using Macro.Lambda.Logging;
using Macro.Lambda.Runtime;

namespace Macro.Lambda.LogGroups;

/// <summary>Puts an answer to the presigned URL that came with the event. The URL is a secret, so no line of the log shows it.</summary>
/// <param name="http">Follows no redirect.</param>
/// <param name="backoff">How often it is sent while the connection or S3 fails; outside of tests <see cref="Standard"/>.</param>
/// <param name="log">Hears of each failure and of what came in the end.</param>
/// <param name="requestId">Lambda's id of the invocation, for the log.</param>
internal sealed class CustomResourceResponseSender(HttpMessageInvoker http, Backoff backoff, MacroLog log, string requestId)
{
    /// <summary>How long one attempt may take; S3 takes a fraction of a second.</summary>
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(3);

    /// <summary>Eight attempts with 25 seconds between the first and the last: a stack that gets no answer waits for an hour.</summary>
    public static readonly Backoff Standard = new(8, TimeSpan.FromMilliseconds(200));

    /// <summary>Sends it. What refuses it, with a status from 300 to 499, is not asked again: a presigned URL does not get better.</summary>
    /// <exception cref="InvocationFailedException">It failed each time, or <paramref name="time"/> ran out.</exception>
    public async Task SendAsync(Uri url, byte[] answer, TimeSpan time, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(time);
        try
        {
            LogStatus((int)await backoff.RunAsync(() => AttemptAsync(url, answer, limit.Token), LogRetry, limit.Token));
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new InvocationFailedException("The answer did not reach CloudFormation before the function's time ran out.");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or TimeoutException)
        {
            throw new InvocationFailedException($"The answer did not reach CloudFormation in {backoff.Attempts} attempts; the last one failed with {HttpErrorText.Describe(fault)}.");
        }
    }

    private async Task<HttpStatusCode> AttemptAsync(Uri url, byte[] answer, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(AttemptTimeout);
        try
        {
            // A presigned URL counts no Content-Type, and an array's content has none; its length is known, so that it is announced.
            using var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = new ByteArrayContent(answer) };
            using var response = await http.SendAsync(request, limit.Token);
            return response.StatusCode < HttpStatusCode.InternalServerError ? response.StatusCode : throw new HttpRequestException(null, null, response.StatusCode);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }

    private void LogRetry(Exception fault) =>
        log.Write(LogLevel.Warn, $"Sending the answer failed with {HttpErrorText.Describe(fault)}. It is sent again.", requestId);

    private void LogStatus(int status)
    {
        if (status < 300)
            log.Write(LogLevel.Info, $"The answer was taken with status {status}.", requestId);
        else
            log.Write(LogLevel.Error, $"The answer was refused with status {status}{(status < 400 ? ", a redirect, which is not followed" : "")}. The stack waits until its time is up.", requestId);
    }
}
