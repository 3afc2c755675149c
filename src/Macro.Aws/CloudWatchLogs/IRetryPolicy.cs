namespace Macro.Aws.CloudWatchLogs;

/// <summary>How a process repeats calls that fail for a while: one policy for each process.</summary>
internal interface IRetryPolicy
{
    /// <summary>Makes a call until it succeeds or fails for good.</summary>
    /// <exception cref="CloudWatchLogsException">The call failed for good, or <paramref name="stop"/> ended it.</exception>
    Task<T> RunAsync<T>(string action, string logGroup, Func<CancellationToken, Task<T>> call, CancellationToken stop);
}
