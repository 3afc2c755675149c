using Macro.Aws.CloudWatchLogs;
using Macro.Lambda.Logging;

namespace Macro.Lambda.LogGroups;

/// <summary>How calls of CloudWatch Logs are made again: throttling, faults and silence are waited out, with growing and random delays.</summary>
/// <remarks>
/// Polly would do the same and make the program 1.6 MB larger, since it checks its options by reflection.
/// Source: https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/
/// </remarks>
/// <param name="attemptTimeout">How long one attempt may take.</param>
/// <param name="log">Hears of each failure that is followed by another attempt.</param>
/// <param name="requestId">Lambda's id of the invocation, for the log.</param>
internal sealed class Retries(TimeSpan attemptTimeout, MacroLog log, string requestId) : IRetryPolicy
{
    /// <summary>CloudWatch Logs answers within a second; five are silence.</summary>
    public static readonly TimeSpan StandardTimeout = TimeSpan.FromSeconds(5);

    /// <summary>
    /// With these delays a call goes on for about a minute. An account may make ten log groups a second, so that 200 at once have to wait for
    /// each other. Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html
    /// </summary>
    private const int MaxAttempts = 25;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(5);

    /// <summary>Makes a call until it succeeds or fails for good.</summary>
    /// <exception cref="CloudWatchLogsException">The call failed for good, or <paramref name="stop"/> ended it.</exception>
    public async Task<T> RunAsync<T>(string action, string logGroup, Func<CancellationToken, Task<T>> call, CancellationToken stop)
    {
        CloudWatchLogsException? last = null;
        try
        {
            for (var (attempt, delay) = (1, FirstDelay); ; attempt++, delay = delay * 2 < MaxDelay ? delay * 2 : MaxDelay)
            {
                try
                {
                    return await AttemptAsync(action, logGroup, call, stop);
                }
                catch (CloudWatchLogsException fault) when (fault.IsTransient && attempt < MaxAttempts)
                {
                    last = fault;
                }

                log.Write(LogLevel.Warn, $"{last.Message} It is tried again.", requestId);
                await Task.Delay(delay * Random.Shared.NextDouble(), stop);
            }
        }
        catch (OperationCanceledException)
        {
            throw new CloudWatchLogsException(action, logGroup, $"the time for it ran out{(last is null ? " before an answer came." : $"; the last answer was: {last.Error}")}");
        }
    }

    private async Task<T> AttemptAsync<T>(string action, string logGroup, Func<CancellationToken, Task<T>> call, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(attemptTimeout);
        try
        {
            return await call(limit.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new CloudWatchLogsException(action, logGroup, $"no answer within {attemptTimeout.TotalSeconds} seconds.", isTransient: true);
        }
    }
}
