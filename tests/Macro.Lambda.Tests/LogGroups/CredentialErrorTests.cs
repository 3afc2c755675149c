using Macro.Aws.Tests.Fakes;
using Macro.Lambda.Tests.Fakes;

namespace Macro.Lambda.Tests.LogGroups;

/// <summary>A wrong clock, wrong credentials and missing variables: one clear reason, one call, and no secret.</summary>
public sealed class CredentialErrorTests : IDisposable
{
    private const string UrlSignature = "0123456789abcdef";

    private readonly LogGroupsHost _host = new();
    private int _calls;

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("InvalidSignatureException", "The system clock or the credentials are wrong.")]
    [InlineData("SignatureDoesNotMatch", "The system clock or the credentials are wrong.")]
    [InlineData("RequestTimeTooSkewed", "The system clock or the credentials are wrong.")]
    [InlineData("RequestExpired", "The system clock or the credentials are wrong.")]
    [InlineData("ExpiredTokenException", "The credentials are invalid or have expired.")]
    [InlineData("UnrecognizedClientException", "The credentials are invalid or have expired.")]
    [InlineData("InvalidClientTokenId", "The credentials are invalid or have expired.")]
    public async Task Handle_SignatureIsRefused_FailsOnceWithCauseAndRemedy(string type, string cause)
    {
        _host.Aws.Error = (_, _) => (400, type);

        var reason = await FailAsync(_host.Aws.Variable);

        reason.ShouldStartWith($"logs:CreateLogGroup failed for log group /aws/lambda/a: {type} (400). ");
        reason.ShouldContain(cause);
        reason.ShouldContain("Deploy again");
        _calls.ShouldBe(1);
    }

    [Theory]
    [InlineData("AWS_ACCESS_KEY_ID", "AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY is not set")]
    [InlineData("AWS_SECRET_ACCESS_KEY", "AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY is not set")]
    [InlineData("AWS_REGION", "AWS_REGION is not set")]
    public async Task Handle_VariableIsMissing_FailsWithItsName(string missing, string reason)
    {
        (await FailAsync(name => name == missing ? null : _host.Aws.Variable(name)))
            .ShouldStartWith($"The macro's function is not configured to call AWS. {reason}");

        _calls.ShouldBe(0);
    }

    [Fact]
    public async Task Handle_UnknownErrorWithoutName_IsNotQuoted()
    {
        _host.Aws.Error = (_, _) => (403, "Signature\",\"__type\":7,\"x\":\"");

        (await FailAsync(_host.Aws.Variable)).ShouldBe("logs:CreateLogGroup failed for log group /aws/lambda/a: HTTP status 403.");
    }

    /// <summary>Runs a Create that fails, and looks for secrets in its response and log.</summary>
    private async Task<string> FailAsync(Func<string, string?> variable)
    {
        var error = _host.Aws.Error;
        _host.Aws.Error = (action, group) =>
        {
            Interlocked.Increment(ref _calls);
            return error(action, group);
        };
        var @event = _host.Event with { ResponseUrl = $"{_host.Aws.Url}?X-Amz-Signature={UrlSignature}" };

        var response = await _host.RespondAsync(@event.Payload, variable: variable);

        response.GetProperty("Status").GetString().ShouldBe("FAILED");
        var shown = response + _host.Log;
        foreach (var secret in new[] { SignatureV4.KeyId, SignatureV4.Secret, FakeAws.Token, UrlSignature }) shown.ShouldNotContain(secret);
        return response.GetProperty("Reason").GetString()!;
    }
}
