using Amazon.Runtime;

namespace Macro.Aws;

/// <summary>Sends requests to the API of a service: signs them, applies a timeout to each attempt, and retries.</summary>
/// <param name="endpoint">Where the API is called.</param>
/// <param name="credentials">Returns the credentials; called for each attempt, so that credentials that expire can be renewed.</param>
/// <param name="http">Sends the requests. It should not follow redirects.</param>
/// <param name="retries">Decides which calls are repeated, and when.</param>
public sealed class AwsClient(
    ServiceEndpoint endpoint, Func<Task<ImmutableCredentials>> credentials, HttpMessageInvoker http, IRetryPolicy retries)
{
    private readonly RequestSigner _signer = new(endpoint);

    /// <summary>How long one attempt may take; by default five seconds, since AWS's control planes respond within one.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Reads the body of a response that is not a success. By default <see cref="AwsErrorResponse.ReadJson"/>; a client of the query
    /// protocol (IAM, STS) sets a reader of XML, which programs without such a client then need not contain.
    /// </summary>
    public Func<HttpResponseMessage, byte[], AwsErrorResponse> ReadError { get; init; } = AwsErrorResponse.ReadJson;

    /// <summary>Sends a request, and retries it as the retry policy decides.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The body of the response.</returns>
    /// <exception cref="AwsException">The call failed for good, or too often.</exception>
    /// <exception cref="OperationCanceledException">
    /// <paramref name="cancellationToken"/> was requested, and the retry policy throws no <see cref="AwsException"/> instead.
    /// </exception>
    public Task<byte[]> SendAsync(AwsRequest request, CancellationToken cancellationToken) =>
        retries.RunAsync(request.Operation, attempt => AttemptAsync(request, attempt), cancellationToken);

    private async Task<byte[]> AttemptAsync(AwsRequest request, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(AttemptTimeout);
        try
        {
            return await SendOnceAsync(request, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AwsException(request.Operation, $"no response within {AttemptTimeout.TotalSeconds} seconds.", isTransient: true);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            var error = (exception as HttpRequestException)?.HttpRequestError ?? HttpRequestError.Unknown;
            throw new AwsException(request.Operation, $"the connection failed ({error}).", isTransient: true);
        }
    }

    private async Task<byte[]> SendOnceAsync(AwsRequest request, CancellationToken cancellationToken)
    {
        using var message = request.ToHttp(endpoint.Url);
        _signer.Sign(message, request.Body, await credentials(), DateTime.UtcNow);
        using var response = await http.SendAsync(message, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return response.IsSuccessStatusCode
            ? body
            : throw ReadError(response, body).ToException(request.Operation, response.StatusCode);
    }
}
