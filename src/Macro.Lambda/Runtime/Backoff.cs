namespace Macro.Lambda.Runtime;

/// <summary>How often a call is tried and how long to wait in between, each time twice as long.</summary>
/// <param name="Attempts">Calls in all, the first included.</param>
/// <param name="FirstDelay">Wait after the first failed call.</param>
internal sealed record Backoff(int Attempts, TimeSpan FirstDelay)
{
    /// <summary>For the Runtime API: six calls within 1.6 seconds: long for a call on loopback, short beside the 10 seconds that Lambda grants an initialization.</summary>
    public static Backoff Default { get; } = new(6, TimeSpan.FromMilliseconds(50));

    /// <summary>Makes the call until it succeeds, fails for good, or has been tried often enough.</summary>
    /// <param name="call">May throw <see cref="HttpRequestException"/>, <see cref="IOException"/> or <see cref="TimeoutException"/>.</param>
    /// <param name="retrying">Hears of each failure that is followed by another try.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <exception cref="HttpRequestException">The call failed for good, or one time too many.</exception>
    /// <exception cref="IOException">The call was cut off one time too many.</exception>
    /// <exception cref="TimeoutException">The call took too long one time too many.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> call, Action<Exception> retrying, CancellationToken stop)
    {
        var delay = FirstDelay;
        for (var attempt = 1; ; attempt++, delay *= 2)
        {
            try
            {
                return await call();
            }
            catch (Exception fault) when (attempt < Attempts && IsTransient(fault))
            {
                retrying(fault);
            }

            await Task.Delay(delay, stop);
        }
    }

    private static bool IsTransient(Exception fault) =>
        fault is IOException or TimeoutException or HttpRequestException { StatusCode: null or >= System.Net.HttpStatusCode.InternalServerError };
}
