using System.Net;
using Macro.Lambda.Runtime;

namespace Macro.Lambda.LogGroups;

/// <summary>Puts an answer to the presigned URL that came with the event.</summary>
internal sealed class AnswerSender(HttpMessageInvoker http, Backoff backoff)
{
    /// <summary>Sends it, again while the connection or S3 fails.</summary>
    /// <returns>The status below 500 that came in the end.</returns>
    /// <exception cref="HttpRequestException">It failed each time.</exception>
    public Task<HttpStatusCode> SendAsync(Uri url, byte[] answer, CancellationToken stop) => backoff.RunAsync(async () =>
    {
        // A presigned URL counts no Content-Type, and an array's content has none; its length is known, so that it is announced.
        using var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = new ByteArrayContent(answer) };
        using var response = await http.SendAsync(request, stop);
        return response.StatusCode < HttpStatusCode.InternalServerError ? response.StatusCode : throw new HttpRequestException(null, null, response.StatusCode);
    }, retrying: _ => { }, stop);
}
