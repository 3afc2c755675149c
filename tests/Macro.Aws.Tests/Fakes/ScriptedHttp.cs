using System.Net;
using System.Text;

namespace Macro.Aws.Tests.Fakes;

/// <summary>Replaces the network: records each request and responds with the next step of a script.</summary>
internal sealed class ScriptedHttp(params Func<CancellationToken, Task<HttpResponseMessage>>[] steps) : HttpMessageHandler
{
    public List<(HttpRequestMessage Request, string Body)> Requests { get; } = [];

    public static Func<CancellationToken, Task<HttpResponseMessage>> Respond(int status, string body, string? errorType = null) => _ =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8) };
        if (errorType is not null) response.Headers.TryAddWithoutValidation("x-amzn-ErrorType", errorType);
        return Task.FromResult(response);
    };

    public static Func<CancellationToken, Task<HttpResponseMessage>> Throw(Exception exception) => _ => throw exception;

    /// <summary>Never responds.</summary>
    public static async Task<HttpResponseMessage> Silence(CancellationToken stop)
    {
        await Task.Delay(Timeout.Infinite, stop);
        throw new InvalidOperationException();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Add((request, body));
        return await steps[Requests.Count - 1](cancellationToken);
    }
}
