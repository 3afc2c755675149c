using System.Net;

namespace Macro.Lambda.Runtime;

/// <summary>The retry loop of the process: how often a call is made and how long to wait in between, each time twice as long.</summary>
/// <remarks>
/// Polly would do the same and make the program 1.6 MB larger, since it checks its options by reflection.
/// Source: https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/
/// </remarks>
/// <param name="MaxAttempts">Calls in all, including the first.</param>
/// <param name="FirstDelay">The delay after the first failed call.</param>
internal sealed record Backoff(int MaxAttempts, TimeSpan FirstDelay)
{
    /// <summary>The longest delay; unlimited by default.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.MaxValue;

    /// <summary>Whether each delay is a random part of what it would be, so that parallel calls spread out; false by default.</summary>
    public bool HasJitter { get; init; }

    /// <summary>
    /// Whether a call that failed with this exception is repeated. By default: a failed connection, a timeout, and HTTP statuses from 500.
    /// </summary>
    public Func<Exception, bool> IsTransient { get; init; } = IsTransientHttpError;

    /// <summary>Makes the call until it succeeds, fails for good, or has failed too often; then its exception is thrown.</summary>
    /// <param name="call">The call.</param>
    /// <param name="onRetry">Receives each exception that is followed by another call.</param>
    /// <param name="stop">Ends the delays.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was requested during a delay.</exception>
    public async Task RunAsync(Func<Task> call, Action<Exception> onRetry, CancellationToken stop)
    {
        var delay = FirstDelay;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await call();
                return;
            }
            catch (Exception exception) when (attempt < MaxAttempts && IsTransient(exception))
            {
                onRetry(exception);
            }

            await Task.Delay(HasJitter ? delay * Random.Shared.NextDouble() : delay, stop);
            delay = delay < MaxDelay / 2 ? delay * 2 : MaxDelay;
        }
    }

    private static bool IsTransientHttpError(Exception exception) =>
        exception is IOException or TimeoutException or HttpRequestException { StatusCode: null or >= HttpStatusCode.InternalServerError };
}
