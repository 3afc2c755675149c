using System.Net;

namespace Macro.Lambda.Runtime;

/// <summary>Retries calls with exponential backoff: limits the number of attempts and doubles the delay after each.</summary>
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

    /// <summary>Whether each delay is a random fraction of its full length, so that parallel calls spread out; false by default.</summary>
    public bool HasJitter { get; init; }

    /// <summary>Measures the delays; the system's clock by default.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// Whether a call that failed with this exception is repeated. By default: a failed connection, a timeout, and HTTP statuses from 500.
    /// </summary>
    public Func<Exception, bool> IsTransient { get; init; } = IsTransientHttpError;

    /// <summary>Makes the call until it succeeds. Throws its exception when it may not be retried or has failed too often.</summary>
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

            await Task.Delay(HasJitter ? delay * Random.Shared.NextDouble() : delay, Clock, stop);
            delay = delay < MaxDelay / 2 ? delay * 2 : MaxDelay;
        }
    }

    private static bool IsTransientHttpError(Exception exception) =>
        exception is IOException or TimeoutException or HttpRequestException { StatusCode: null or >= HttpStatusCode.InternalServerError };
}
