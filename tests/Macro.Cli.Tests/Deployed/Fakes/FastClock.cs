namespace Macro.Cli.Tests.Deployed.Fakes;

/// <summary>A clock whose delays are a thousand times shorter, so that tests of retries take no time.</summary>
internal sealed class FastClock : TimeProvider
{
    private const int Speed = 1000;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / Speed : dueTime, period > TimeSpan.Zero ? period / Speed
            : period);
}
