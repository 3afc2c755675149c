using System.Collections.Concurrent;
using Macro.Aws;
using Macro.Cli.Deployed.Access;
using Macro.Cli.Hosting;
using Macro.Cli.Tests.Deployed.Fakes;

namespace Macro.Cli.Tests.Deployed;

/// <summary>The one policy for all calls of a run, on a clock that stands still.</summary>
public sealed class CallPolicyTests
{
    private const int PerSecond = 12;

    [Fact]
    public async Task RunAsync_Changes_AreAtMostTwelveInAnySecond()
    {
        var clock = new ManualClock();
        await using var policy = new CallPolicy(concurrency: 64, PerSecond, clock);
        var times = new ConcurrentQueue<TimeSpan>();
        var calls = Enumerable.Range(0, 100).Select(_ => policy.RunAsync(Operation("UpdateFunctionConfiguration"), _ =>
        {
            times.Enqueue(clock.Now);
            return Task.FromResult(Array.Empty<byte>());
        }, CancellationToken.None)).ToList();

        for (var made = 1; made < calls.Count; made++)
        {
            clock.RunNext();
            SpinWait.SpinUntil(() => times.Count > made, TimeSpan.FromMinutes(1)).ShouldBeTrue();
        }
        await Task.WhenAll(calls);

        var sorted = times.Order().ToList();
        for (var i = 0; i + PerSecond < sorted.Count; i++)
            (sorted[i + PerSecond] - sorted[i]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1), $"the second from call {i} has more");
        sorted[^1].ShouldBeInRange(TimeSpan.FromSeconds(8.2), TimeSpan.FromSeconds(8.3));
    }

    [Fact]
    public async Task RunAsync_Reads_DoNotWait()
    {
        var clock = new ManualClock();
        await using var policy = new CallPolicy(concurrency: 1, PerSecond, clock);
        var made = 0;

        foreach (var name in (string[])["GetFunction", "ListTags", "DescribeStateMachine"])
            await policy.RunAsync(Operation(name), _ => Task.FromResult(new byte[++made]), CancellationToken.None);

        (made, clock.Waiting).ShouldBe((3, 0));
    }

    [Fact]
    public async Task RunAsync_RepeatedChange_WaitsForItsTurnToo()
    {
        var clock = new ManualClock();
        await using var policy = new CallPolicy(concurrency: 8, PerSecond, clock);
        var times = new ConcurrentQueue<TimeSpan>();

        var call = policy.RunAsync(Operation("TagResource"), _ =>
        {
            times.Enqueue(clock.Now);
            return times.Count < 4
                ? throw new AwsException(Operation("TagResource"), "slow down.", "TooManyRequestsException", isTransient: true)
                : Task.FromResult(Array.Empty<byte>());
        }, CancellationToken.None);
        while (!call.IsCompleted)
        {
            SpinWait.SpinUntil(() => clock.Waiting > 0 || call.IsCompleted, TimeSpan.FromMinutes(1)).ShouldBeTrue();
            if (clock.Waiting > 0) clock.RunNext();
        }
        await call;

        var sorted = times.ToList();
        sorted.Count.ShouldBe(4);
        for (var i = 1; i < sorted.Count; i++)
            (sorted[i] - sorted[i - 1]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1.0 / PerSecond));
    }

    [Fact]
    public void CommandHost_ByDefault_AllowsTwelveChangesASecond() => new CommandHost(
        Stream.Null, Stream.Null, TextWriter.Null, new Dictionary<string, string>()).ChangesPerSecond.ShouldBe(PerSecond);

    private static AwsOperation Operation(string name) => new($"lambda:{name}", "x");
}
