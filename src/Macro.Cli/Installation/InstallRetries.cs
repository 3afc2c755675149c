using Macro.Aws;

namespace Macro.Cli.Installation;

/// <summary>Repeats a call that may succeed later, a few times.</summary>
/// <param name="delay">The delay before the first repetition; each further one is twice as long.</param>
internal sealed class InstallRetries(TimeSpan delay) : IRetryPolicy
{
    private const int MaxAttempts = 4;

    public async Task<byte[]> RunAsync(
        AwsOperation operation, Func<CancellationToken, Task<byte[]>> attempt, CancellationToken cancellationToken)
    {
        for (var count = 1; ; count++)
        {
            try
            {
                return await attempt(cancellationToken);
            }
            catch (AwsException exception) when (exception.IsTransient && count < MaxAttempts)
            {
                await Task.Delay(delay * (1 << (count - 1)), cancellationToken);
            }
        }
    }
}
