namespace Macro.Cli.Deployed.Access;

/// <summary>Spaces the calls that change something evenly, in the order in which they come.</summary>
/// <param name="perSecond">How many calls a second.</param>
/// <param name="clock">Measures the time.</param>
internal sealed class ChangePacer(int perSecond, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private long _next = long.MinValue;

    /// <summary>Waits until the next call may be made.</summary>
    public Task WaitAsync(CancellationToken cancel)
    {
        lock (_gate)
        {
            var now = clock.GetTimestamp();
            var start = Math.Max(now, _next);
            _next = start + clock.TimestampFrequency / perSecond + 1;
            // Timers count whole milliseconds and leave the rest out.
            var delay = Math.Ceiling(clock.GetElapsedTime(now, start).TotalMilliseconds);
            return start == now ? Task.CompletedTask : Task.Delay(TimeSpan.FromMilliseconds(delay), clock, cancel);
        }
    }
}
