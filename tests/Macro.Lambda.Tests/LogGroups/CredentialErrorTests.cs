using System.Buffers;
using System.Text;
using Macro.Lambda.LogGroups;
using Macro.Lambda.Logging;
using Macro.Lambda.Runtime;
using Macro.Lambda.Tests.Fakes;

namespace Macro.Lambda.Tests.LogGroups;

/// <summary>Clocks, credentials and endpoints that AWS does not take: one clear reason, no hammering, no secret shown.</summary>
public sealed class CredentialErrorTests : IDisposable
{
    private const string UrlSignature = "0123456789abcdef";

    private readonly FakeAws _aws = new();
    private readonly MemoryStream _log = new();
    private int _calls;

    public void Dispose()
    {
        _aws.Dispose();
        _log.Dispose();
    }

    [Theory]
    [InlineData("InvalidSignatureException", "the clock of the macro's function is off, or its credentials are")]
    [InlineData("SignatureDoesNotMatch", "the clock of the macro's function is off, or its credentials are")]
    [InlineData("RequestTimeTooSkewed", "the clock of the macro's function is off, or its credentials are")]
    [InlineData("RequestExpired", "the clock of the macro's function is off, or its credentials are")]
    [InlineData("ExpiredTokenException", "The credentials of the macro's role are not valid, or no longer")]
    [InlineData("UnrecognizedClientException", "The credentials of the macro's role are not valid, or no longer")]
    [InlineData("InvalidClientTokenId", "The credentials of the macro's role are not valid, or no longer")]
    public async Task Handle_RequestIsNotBelieved_FailsOnceWithCauseAndRemedy(string type, string cause)
    {
        _aws.Fault = (_, _) => (400, type);

        var reason = await FailAsync(_aws.Variable);

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
        (await FailAsync(name => name == missing ? null : _aws.Variable(name))).ShouldContain(reason);

        _calls.ShouldBe(0);
    }

    [Fact]
    public async Task Handle_UnknownErrorWithoutName_IsNotQuoted()
    {
        _aws.Fault = (_, _) => (403, "Signature\",\"__type\":7,\"x\":\"");

        (await FailAsync(_aws.Variable)).ShouldBe("logs:CreateLogGroup failed for log group /aws/lambda/a: status (403).");
    }

    /// <summary>Runs a Create that fails, and looks for secrets in all that is said of it.</summary>
    private async Task<string> FailAsync(Func<string, string?> variable)
    {
        var fault = _aws.Fault;
        _aws.Fault = (action, group) =>
        {
            Interlocked.Increment(ref _calls);
            return fault(action, group);
        };
        var payload = new CustomResourceEvent($"{_aws.Url}?X-Amz-Signature={UrlSignature}") { Names = ["/aws/lambda/a"] }.Payload;
        await new LogGroupsHandler(variable, new MacroLog(_log, TimeProvider.System))
            .HandleAsync(new Invocation("r1", payload, Reply.FunctionArn), new ArrayBufferWriter<byte>(), TestContext.Current.CancellationToken);

        var answer = _aws.Answers.ShouldHaveSingleItem().Body;
        answer.GetProperty("Status").GetString().ShouldBe("FAILED");
        var said = answer + Encoding.UTF8.GetString(_log.ToArray());
        foreach (var secret in new[] { FakeAws.KeyId, FakeAws.Secret, FakeAws.Token, UrlSignature })
            said.ShouldNotContain(secret);
        return answer.GetProperty("Reason").GetString()!;
    }
}
