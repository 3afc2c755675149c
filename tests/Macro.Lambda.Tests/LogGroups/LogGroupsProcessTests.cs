using System.Globalization;
using Macro.Aws.Tests.Fakes;
using Macro.Lambda.Tests.Fakes;

namespace Macro.Lambda.Tests.LogGroups;

/// <summary>The real process between a fake Runtime API and a fake CloudWatch Logs.</summary>
public sealed class LogGroupsProcessTests : IDisposable
{
    private readonly FakeAws _aws = new();

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task Create_200GroupsDespiteErrors_CreatesEachOnceAndRespondsOnce()
    {
        var names = Enumerable.Range(0, 200).Select(i => string.Create(CultureInfo.InvariantCulture, $"/aws/lambda/f{i}")).ToArray();
        foreach (var name in names[..20]) _aws.Groups[name] = null;
        var calls = 0;
        _aws.Error = (_, _) => Interlocked.Increment(ref calls) switch
        {
            100 => (0, "silence"),
            var i when i % 7 == 0 => (400, "ThrottlingException"),
            var i when i % 11 == 0 => (500, "InternalFailure"),
            _ => null,
        };

        var output = await RunAsync(new CustomResourceEvent(_aws.Url) { Names = names }, TimeSpan.FromMinutes(5));

        _aws.Groups.Keys.ShouldBe(names, ignoreOrder: true);
        _aws.Done.Where(call => call.StartsWith("CreateLogGroup", StringComparison.Ordinal))
            .ShouldBe(names[20..].Select(name => $"CreateLogGroup {name}"), ignoreOrder: true);
        _aws.Unsigned.ShouldBeEmpty();
        _aws.Responses.ShouldHaveSingleItem().Body.GetProperty("Status").GetString().ShouldBe("SUCCESS");
        output.ShouldContain("no response within 5 seconds");
        output.ShouldNotContain(SignatureV4.Secret);
    }

    [Fact]
    public async Task Create_ServerNeverResponds_FailsBeforeTheDeadline()
    {
        _aws.Error = (_, _) => (0, "silence");

        await RunAsync(new CustomResourceEvent(_aws.Url) { Names = ["/aws/lambda/a"] }, TimeSpan.FromSeconds(12));

        var response = _aws.Responses.ShouldHaveSingleItem().Body;
        response.GetProperty("Status").GetString().ShouldBe("FAILED");
        response.GetProperty("Reason").GetString().ShouldBe(
            "0 of 1 log groups were finished when the function's time ran out. Deploy again; finished log groups are kept. "
            + "logs:CreateLogGroup failed for log group /aws/lambda/a: the time ran out before AWS responded.");
    }

    [Fact]
    public async Task Create_TimeRunsOutInALongList_FailsWithTheProgress()
    {
        string[] names = [.. Enumerable.Range(0, 200).Select(i => string.Create(CultureInfo.InvariantCulture, $"/aws/lambda/f{i}"))];
        _aws.Error = (_, _) => _aws.Groups.Count < 50 ? null : (400, "ThrottlingException");

        await RunAsync(new CustomResourceEvent(_aws.Url) { Names = names }, TimeSpan.FromSeconds(12));

        var response = _aws.Responses.ShouldHaveSingleItem().Body;
        response.GetProperty("Status").GetString().ShouldBe("FAILED");
        var reason = response.GetProperty("Reason").GetString()!;
        reason.ShouldContain(
            " of 200 log groups were finished when the function's time ran out. Deploy again; finished log groups are kept. "
            + "logs:CreateLogGroup failed for ");
        reason.ShouldEndWith(
            "the time ran out; the last attempt failed with: ThrottlingException (400). AWS says: ThrottlingException of the fake.");
        // Four are in progress at a time.
        int.Parse(reason.Split(' ')[0], CultureInfo.InvariantCulture).ShouldBeInRange(_aws.Groups.Count - 4, _aws.Groups.Count);
    }

    [Theory]
    [InlineData("KILL")]
    [InlineData("TERM")]
    public Task Create_CutOffInTheMiddle_IsFinishedByTheNextProcess(string signal) =>
        CutOff.RunAsync(signal, (api, variables) => new BootstrapProcess(api, variables));

    private async Task<string> RunAsync(CustomResourceEvent @event, TimeSpan time)
    {
        await using var api = new FakeRuntimeApi([Reply.Event("r1", @event.Payload, DateTimeOffset.UtcNow + time)]);
        using var process = new BootstrapProcess(api, _aws.Variables);
        await api.Exhausted;
        process.Signal("KILL");
        api.Posts.ShouldHaveSingleItem().Call.ShouldBe("invocation/r1/response");
        return (await process.EndAsync()).Output;
    }
}
