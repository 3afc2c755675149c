using Macro.Aws;
using Macro.Lambda.Logging;
using Macro.Lambda.Runtime;

namespace Macro.Lambda.LogGroups;

/// <summary>
/// Retries AWS calls that are throttled, fail or get no response, with growing random delays, until the invocation's time runs out.
/// </summary>
/// <remarks>
/// An account may make only some calls of a kind per second, so many stacks that are deployed at once have to wait for each other.
/// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html
/// </remarks>
/// <param name="log">Receives each error that is followed by another attempt.</param>
/// <param name="requestId">Lambda's id of the invocation, for the log.</param>
/// <param name="clock">Measures the delays.</param>
internal sealed class AwsRetryPolicy(MacroLog log, string requestId, TimeProvider clock) : IRetryPolicy
{
    private readonly Backoff _attempts = new(int.MaxValue, TimeSpan.FromMilliseconds(200))
    {
        Clock = clock,
        MaxDelay = TimeSpan.FromSeconds(5),
        HasJitter = true,
        IsTransient = exception => exception is AwsException { IsTransient: true },
    };

    /// <inheritdoc/>
    /// <exception cref="AwsException">
    /// The call failed permanently, or <paramref name="cancellationToken"/> ended it; then the message has the last response.
    /// </exception>
    public async Task<byte[]> RunAsync(
        AwsOperation operation, Func<CancellationToken, Task<byte[]>> attempt, CancellationToken cancellationToken)
    {
        byte[] body = [];
        AwsException? last = null;
        try
        {
            await _attempts.RunAsync(async () => body = await attempt(cancellationToken), exception =>
            {
                last = (AwsException)exception;
                log.Write(LogLevel.Warn, $"{last.Message} The call is repeated.", requestId);
            }, cancellationToken);
            return body;
        }
        catch (OperationCanceledException)
        {
            throw new AwsException(operation, last is null
                ? "the time ran out before AWS responded."
                : $"the time ran out; the last attempt failed with: {last.Reason}");
        }
    }
}
