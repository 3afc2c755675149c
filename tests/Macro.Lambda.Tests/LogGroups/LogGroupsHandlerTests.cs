using System.Buffers;
using System.Text;
using System.Text.Json;
using Macro.Lambda.LogGroups;
using Macro.Lambda.Logging;
using Macro.Lambda.Runtime;
using Macro.Lambda.Tests.Fakes;

namespace Macro.Lambda.Tests.LogGroups;

public sealed class LogGroupsHandlerTests : IDisposable
{
    private const string Legacy = "datadog-serverless-macro-filter";

    private readonly FakeAws _aws = new();
    private readonly MemoryStream _log = new();

    public void Dispose()
    {
        _aws.Dispose();
        _log.Dispose();
    }

    private CustomResourceEvent Event => new(_aws.Url) { Names = ["/aws/lambda/a"] };

    private string Log => Encoding.UTF8.GetString(_log.ToArray());

    [Fact]
    public async Task Handle_Create_CreatesGroupsAndResponds()
    {
        string[] names = ["/aws/lambda/a", "/aws/lambda/b", "/aws/lambda/a"];

        var response = await RespondAsync(Event with { Names = names, RetentionInDays = "14" });

        response.GetProperty("Status").GetString().ShouldBe("SUCCESS");
        var expected = new Dictionary<string, int?> { ["/aws/lambda/a"] = 14, ["/aws/lambda/b"] = 14 };
        _aws.Groups.ToDictionary().ShouldBe(expected, ignoreOrder: true);
        _aws.Done.Count(call => call.StartsWith("CreateLogGroup", StringComparison.Ordinal)).ShouldBe(2);
        _aws.Unsigned.ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_GroupExists_LeavesItAndReportsItsFilters()
    {
        _aws.Groups["/aws/lambda/a"] = 30;
        _aws.Filters[("/aws/lambda/a", Legacy)] = CustomResourceEvent.Forwarder;

        (await RespondAsync(Event)).GetProperty("Status").GetString().ShouldBe("SUCCESS");

        _aws.Groups["/aws/lambda/a"].ShouldBe(30);
        _aws.Filters.ShouldHaveSingleItem();
        Log.ShouldContain($"\"logGroup\":\"/aws/lambda/a\",\"filter\":\"{Legacy}\"");
    }

    [Fact]
    public async Task Handle_LegacyNames_LoseTheLegacyFilterOfThatForwarderOnly()
    {
        _aws.Filters[("/aws/lambda/a", Legacy)] = CustomResourceEvent.Forwarder;
        _aws.Filters[("/aws/lambda/b", Legacy)] = $"{CustomResourceEvent.Forwarder}-of-another-team";
        _aws.Filters[("/aws/lambda/b", "audit")] = CustomResourceEvent.Forwarder;

        await RespondAsync(Event with { Names = [], LegacyNames = ["/aws/lambda/a", "/aws/lambda/b"] });

        _aws.Filters.Keys.ShouldBe([("/aws/lambda/b", Legacy), ("/aws/lambda/b", "audit")], ignoreOrder: true);
        _aws.Groups.ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_Update_KeepsThePhysicalId()
    {
        var response = await RespondAsync(Event with { RequestType = "Update", PhysicalResourceId = "as-it-was" });

        response.GetProperty("PhysicalResourceId").GetString().ShouldBe("as-it-was");
        _aws.Groups.Keys.ShouldBe(["/aws/lambda/a"]);
    }

    [Fact]
    public async Task Handle_Delete_SucceedsWithoutACall()
    {
        (await RespondAsync(Event with { RequestType = "Delete" })).GetProperty("Status").GetString().ShouldBe("SUCCESS");

        _aws.Done.ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_NoNames_Succeeds()
    {
        var payload = Event.ToString().Replace("\"LogGroupNames\":[\"/aws/lambda/a\"]", "", StringComparison.Ordinal);

        (await RespondAsync(Encoding.UTF8.GetBytes(payload))).GetProperty("Status").GetString().ShouldBe("SUCCESS");
    }

    [Fact]
    public async Task Handle_CallIsDenied_FailsWithActionGroupAndError()
    {
        _aws.Error = (_, _) => (400, "AccessDeniedException");

        var response = await RespondAsync(Event);

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
        _aws.Error = (_, _) => errors-- > 0 ? (status, type) : null;

        (await RespondAsync(Event)).GetProperty("Status").GetString().ShouldBe("SUCCESS");

        _aws.Groups.Keys.ShouldBe(["/aws/lambda/a"]);
        Log.ShouldContain($"{type} ({status})");
    }

    [Fact]
    public async Task Handle_StackOfAnotherAccount_IsRefused()
    {
        var stack = CustomResourceEvent.StackId.Replace("123456789012", "999999999999", StringComparison.Ordinal);

        var response = await RespondAsync(Event with { Stack = stack });

        response.GetProperty("Status").GetString().ShouldBe("FAILED");
        response.GetProperty("Reason").GetString()!.ShouldContain("not in account 123456789012");
        _aws.Done.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"RequestType\":\"Create\"", "\"RequestType\":\"Destroy\"", "RequestType")]
    [InlineData("\"RequestType\":\"Create\",", "", "RequestType")]
    [InlineData("\"StackId\"", "\"NoStackId\"", "StackId")]
    [InlineData("[\"/aws/lambda/a\"]", "\"/aws/lambda/a\"", "LogGroupNames")]
    [InlineData("\"ResourceProperties\"", "\"Properties\"", "ResourceProperties")]
    [InlineData("\"request-1\"", "\"\\ud800\"", "RequestId")]
    public async Task Handle_MalformedEvent_IsLoggedAndFails(string part, string replacement, string named)
    {
        var response = await RespondAsync(Encoding.UTF8.GetBytes(Event.ToString().Replace(part, replacement, StringComparison.Ordinal)));

        response.GetProperty("Status").GetString().ShouldBe("FAILED");
        response.GetProperty("Reason").GetString()!.ShouldContain(named);
        Log.ShouldContain(named);
        _aws.Done.ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_ResponseUrlElsewhere_IsNotCalled()
    {
        await HandleAsync((Event with { ResponseUrl = "https://example.org/" }).Payload);

        _aws.Responses.ShouldBeEmpty();
        Log.ShouldContain("The event's ResponseURL is not one of CloudFormation's");
    }

    [Fact]
    public async Task Handle_ResponseFails_IsSentAgain()
    {
        _aws.ResponseErrors.Enqueue(503);

        (await RespondAsync(Event)).GetProperty("Status").GetString().ShouldBe("SUCCESS");
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task Handle_TimeForTheResponseOnly_FailsWithoutACall(int seconds)
    {
        await HandleAsync(Event.Payload, DateTimeOffset.UtcNow.AddSeconds(seconds));

        var response = _aws.Responses.ShouldHaveSingleItem().Body;
        response.GetProperty("Status").GetString().ShouldBe("FAILED");
        response.GetProperty("Reason").GetString()!.ShouldStartWith("0 of 1 log groups were finished when the function's time ran out.");
        _aws.Done.ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_DeadlineIsFarAway_Succeeds()
    {
        await HandleAsync(Event.Payload, DateTimeOffset.MaxValue);

        _aws.Responses.ShouldHaveSingleItem().Body.GetProperty("Status").GetString().ShouldBe("SUCCESS");
    }

    private Task<JsonElement> RespondAsync(CustomResourceEvent @event) => RespondAsync(@event.Payload);

    private async Task<JsonElement> RespondAsync(byte[] payload)
    {
        await HandleAsync(payload);
        var response = _aws.Responses.ShouldHaveSingleItem();
        response.ContentType.ShouldBeNull();
        response.ContentLength.ShouldBe(response.Bytes);
        return response.Body;
    }

    private async Task HandleAsync(byte[] payload, DateTimeOffset? deadline = null)
    {
        var handler = new LogGroupsHandler(_aws.Variable, new MacroLog(_log, TimeProvider.System));
        handler.Accepts(payload).ShouldBeTrue();
        var invocation = new Invocation("r1", payload, Reply.FunctionArn, deadline);
        await handler.HandleAsync(invocation, new ArrayBufferWriter<byte>(), TestContext.Current.CancellationToken);
    }
}
