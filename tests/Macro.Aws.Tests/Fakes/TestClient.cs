using Amazon.Runtime;

namespace Macro.Aws.Tests.Fakes;

/// <summary>A client whose requests go to a script.</summary>
internal static class TestClient
{
    public static AwsClient Create(
        AwsService service,
        ScriptedHttp http,
        Func<HttpResponseMessage, byte[], AwsErrorResponse>? readError = null,
        TimeSpan? attemptTimeout = null)
    {
        var endpoint = new ServiceEndpoint(service, "us-east-1", new Uri("https://example.amazonaws.com/"));
        var credentials = new ImmutableCredentials(SignatureV4.KeyId, SignatureV4.Secret, "session-token");
        return new AwsClient(endpoint, () => Task.FromResult(credentials), new HttpMessageInvoker(http), new ThreeAttempts())
        {
            AttemptTimeout = attemptTimeout ?? TimeSpan.FromMinutes(1),
            ReadError = readError ?? AwsErrorResponse.ReadJson,
        };
    }
}
