using System.Threading.RateLimiting;
using Macro.Aws;
using Polly;
using Polly.Retry;

namespace Macro.Cli.Deployed.Access;

/// <summary>
/// The one policy for all calls of a run: how many at once, how many that change something a second, and which are repeated.
/// </summary>
internal sealed class CallPolicy : IRetryPolicy, IAsyncDisposable
{
    private const int MaxRetries = 12;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(10);
    private static readonly string[] Reads = ["Get", "List", "Describe", "AssumeRole"];

    private readonly ConcurrencyLimiter _concurrency;
    private readonly ChangePacer _changes;
    private readonly ResiliencePipeline _retries;

    /// <param name="concurrency">The maximum number of calls at once.</param>
    /// <param name="changesPerSecond">The maximum number of calls a second that change something.</param>
    /// <param name="clock">Measures the delays.</param>
    public CallPolicy(int concurrency, int changesPerSecond, TimeProvider clock)
    {
        _concurrency = new(new ConcurrencyLimiterOptions { PermitLimit = concurrency, QueueLimit = int.MaxValue });
        _changes = new(changesPerSecond, clock);
        _retries = new ResiliencePipelineBuilder { TimeProvider = clock }.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<AwsException>(exception => exception.IsTransient),
            MaxRetryAttempts = MaxRetries,
            BackoffType = DelayBackoffType.Exponential,
            Delay = FirstDelay,
            MaxDelay = MaxDelay,
            UseJitter = true,
        }).Build();
    }

    public async Task<byte[]> RunAsync(
        AwsOperation operation, Func<CancellationToken, Task<byte[]>> attempt, CancellationToken cancellationToken) =>
        await _retries.ExecuteAsync(async cancel =>
        {
            if (IsChange(operation)) await _changes.WaitAsync(cancel);
            using var permit = await _concurrency.AcquireAsync(1, cancel);
            return await attempt(cancel);
        }, cancellationToken);

    public ValueTask DisposeAsync() => _concurrency.DisposeAsync();

    private static bool IsChange(AwsOperation operation)
    {
        var name = operation.Action[(operation.Action.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return !Array.Exists(Reads, read => name.StartsWith(read, StringComparison.Ordinal));
    }
}
