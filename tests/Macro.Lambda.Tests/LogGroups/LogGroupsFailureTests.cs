using System.Text;
using Macro.Lambda.Tests.Fakes;

namespace Macro.Lambda.Tests.LogGroups;

/// <summary>Errors of AWS, of the event and of the response.</summary>
public sealed class LogGroupsFailureTests : IDisposable
{
    private readonly LogGroupsHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Handle_CallIsDenied_FailsWithActionGroupAndError()
    {
        _host.Aws.Error = (_, _) => (400, "AccessDeniedException");

        var response = await _host.RespondAsync(_host.Event);

        response.GetProperty("Status").GetString().ShouldBe("FAILED");
        response.GetProperty("Reason").GetString().ShouldBe(
            "logs:CreateLogGroup failed for log group /aws/lambda/a: AccessDeniedException (400). "
            + "The caller must be allowed logs:CreateLogGroup on log group /aws/lambda/a. AWS says: AccessDeniedException of the fake. "
            + "The caller is the macro's role: the parameter LogGroupPrefixes of the macro's stack says which log groups it may use.");
    }

    [Theory]
    [InlineData(400, "ThrottlingException")]
    [InlineData(400, "OperationAbortedException")]
    [InlineData(500, "InternalFailure")]
    [InlineData(503, "ServiceUnavailableException")]
    public async Task Handle_TransientError_IsRepeated(int status, string type)
    {
        var errors = 2;
        _host.Aws.Error = (_, _) => errors-- > 0 ? (status, type) : null;

        (await _host.RespondAsync(_host.Event)).GetProperty("Status").GetString().ShouldBe("SUCCESS");

        _host.Aws.Groups.Keys.ShouldBe(["/aws/lambda/a"]);
        _host.Log.ShouldContain($"{type} ({status})");
    }

    [Theory]
    [InlineData("\"RequestType\":\"Create\"", "\"RequestType\":\"Destroy\"", "RequestType")]
    [InlineData("\"RequestType\":\"Create\",", "", "RequestType")]
    [InlineData("\"StackId\"", "\"NoStackId\"", "StackId")]
    [InlineData("[\"/aws/lambda/a\"]", "\"/aws/lambda/a\"", "LogGroupNames")]
    [InlineData("\"ResourceProperties\"", "\"Properties\"", "ResourceProperties")]
    [InlineData("\"request-1\"", "\"\\ud800\"", "RequestId")]
    [InlineData("[\"/aws/lambda/a\"]", "[\"/aws/lambda/a\",7]", "LogGroupNames")]
    [InlineData("[\"/aws/lambda/a\"]", "[\"\\ud800\"]", "LogGroupNames")]
    [InlineData("[\"/aws/lambda/a\"]", "null", "LogGroupNames")]
    [InlineData("\"LogGroupNames\":", "\"RetentionInDays\":\"a week\",\"LogGroupNames\":", "RetentionInDays")]
    [InlineData("\"LogGroupNames\":", "\"RetentionInDays\":\"-7\",\"LogGroupNames\":", "RetentionInDays")]
    [InlineData("\"LogGroupNames\":", "\"RetentionInDays\":7.5,\"LogGroupNames\":", "RetentionInDays")]
    [InlineData("\"LogGroupNames\":", "\"RetentionInDays\":[7],\"LogGroupNames\":", "RetentionInDays")]
    [InlineData("\"LogGroupNames\":", "\"LegacyForwarderArn\":{},\"LogGroupNames\":", "LegacyForwarderArn")]
    [InlineData("\"LogGroupNames\":", "\"LegacyLogGroupNames\":\"/aws/lambda/a\",\"LogGroupNames\":", "LegacyLogGroupNames")]
    public async Task Handle_MalformedEvent_IsLoggedAndFails(string part, string replacement, string named)
    {
        var payload = _host.Event.ToString().Replace(part, replacement, StringComparison.Ordinal);

        var response = await _host.RespondAsync(Encoding.UTF8.GetBytes(payload));

        response.GetProperty("Status").GetString().ShouldBe("FAILED");
        response.GetProperty("Reason").GetString()!.ShouldContain(named);
        _host.Log.ShouldContain(named);
        _host.Aws.Done.ShouldBeEmpty();
    }

    /// <summary>Half of a surrogate pair in a name, which the reader cannot compare with another name.</summary>
    [Theory]
    [InlineData("{\"RequestType\"", "{\"\\ud800\":1,\"R\\ud800xxxxxxxxxx\":1,\"f\\ud800xxxxxxxxx\":1,\"RequestType\"")]
    [InlineData("\"LogGroupNames\"", "\"L\\ud800xxxxxxxxxx\":1,\"S\\udc00xxxxxxxxxx\":1,\"LogGroupNames\"")]
    public async Task Handle_HalfASurrogateInAName_IsSkipped(string part, string replacement)
    {
        var payload = _host.Event.ToString().Replace(part, replacement, StringComparison.Ordinal);

        (await _host.RespondAsync(Encoding.UTF8.GetBytes(payload))).GetProperty("Status").GetString().ShouldBe("SUCCESS");
    }

    [Fact]
    public async Task Handle_ResponseUrlElsewhere_IsNotCalled()
    {
        await _host.HandleAsync((_host.Event with { ResponseUrl = "https://example.org/" }).Payload);

        _host.Aws.Responses.ShouldBeEmpty();
        _host.Aws.Done.ShouldBeEmpty();
        _host.Log.ShouldContain("ResponseURL is not one of CloudFormation's");
    }

    [Fact]
    public async Task Handle_ResponseFails_IsSentAgain()
    {
        _host.Aws.ResponseErrors.Enqueue(503);

        (await _host.RespondAsync(_host.Event)).GetProperty("Status").GetString().ShouldBe("SUCCESS");
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task Handle_TimeForTheResponseOnly_FailsWithoutACall(int seconds)
    {
        await _host.HandleAsync(_host.Event.Payload, DateTimeOffset.UtcNow.AddSeconds(seconds));

        var response = _host.Aws.Responses.ShouldHaveSingleItem().Body;
        response.GetProperty("Status").GetString().ShouldBe("FAILED");
        response.GetProperty("Reason").GetString()!.ShouldStartWith("0 of 1 log groups were finished when the function's time ran out.");
        _host.Aws.Done.ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_DeadlineIsFarAway_Succeeds()
    {
        await _host.HandleAsync(_host.Event.Payload, DateTimeOffset.MaxValue);

        _host.Aws.Responses.ShouldHaveSingleItem().Body.GetProperty("Status").GetString().ShouldBe("SUCCESS");
    }
}
