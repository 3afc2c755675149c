namespace Macro.Lambda.Tests.Fakes;

/// <summary>A clock on which the given number of seconds pass in each second.</summary>
internal sealed class FastClock(int factor) : TimeProvider
{
    private readonly long _start = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + System.GetElapsedTime(_start) * factor;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / factor : dueTime, period);
}
