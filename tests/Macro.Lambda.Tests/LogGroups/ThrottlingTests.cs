using System.Globalization;
using Macro.Aws;
using Macro.Lambda.LogGroups;
using Macro.Lambda.Logging;
using Macro.Lambda.Tests.Fakes;

namespace Macro.Lambda.Tests.LogGroups;

/// <summary>Throttling makes a deployment slow, but does not fail it as long as there is time.</summary>
public sealed class ThrottlingTests : IDisposable
{
    private const int CallsPerSecond = 5;
    private const int Stacks = 6;
    private const int GroupsOfStack = 60;

    private readonly LogGroupsHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Run_ThrottledAHundredTimes_Succeeds()
    {
        var policy = new AwsRetryPolicy(new MacroLog(Stream.Null, TimeProvider.System), "r1", new FastClock(1_000_000));
        var operation = new AwsOperation("logs:CreateLogGroup", "log group /aws/lambda/a");
        var throttled = 100;

        var body = await policy.RunAsync(operation, _ => throttled-- > 0
            ? throw new AwsException(operation, "throttled", "ThrottlingException", isTransient: true)
            : Task.FromResult<byte[]>([7]), TestContext.Current.CancellationToken);

        body.ShouldBe([7]);
    }

    [Fact]
    public async Task Handle_SixStacksAtFiveCallsASecond_AllSucceed()
    {
        var clock = new FastClock(30);
        var used = new Dictionary<(string, long), int>();
        _host.Aws.Error = (action, _) =>
        {
            lock (used)
            {
                var second = (action, clock.GetUtcNow().ToUnixTimeSeconds());
                used[second] = used.GetValueOrDefault(second) + 1;
                return used[second] > CallsPerSecond ? (400, "ThrottlingException") : null;
            }
        };

        // The longest time that a function may have, since each real second on a busy machine counts as thirty.
        var deadline = clock.GetUtcNow().AddMinutes(15);
        await Task.WhenAll(Enumerable.Range(0, Stacks).Select(stack => _host.HandleAsync(Stack(stack).Payload, deadline, clock: clock)));

        _host.Aws.Responses.Count.ShouldBe(Stacks);
        _host.Aws.Responses.Select(response => response.Body)
            .Where(body => body.GetProperty("Status").GetString() != "SUCCESS").ShouldBeEmpty();
        _host.Aws.Groups.Count.ShouldBe(Stacks * GroupsOfStack);
        _host.Aws.Groups.Values.ShouldAllBe(days => days == 14);
    }

    private CustomResourceEvent Stack(int stack) => _host.Event with
    {
        Names = Enumerable.Range(0, GroupsOfStack)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"/aws/lambda/{stack}-{group}")),
        RetentionInDays = "14",
    };
}
