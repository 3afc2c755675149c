namespace Macro.Aws.Tests.Fakes;

/// <summary>A host's retry policy: three attempts without delays.</summary>
internal sealed class ThreeAttempts : IRetryPolicy
{
    public async Task<byte[]> RunAsync(
        AwsOperation operation, Func<CancellationToken, Task<byte[]>> attempt, CancellationToken cancellationToken)
    {
        for (var count = 1; ; count++)
        {
            try
            {
                return await attempt(cancellationToken);
            }
            catch (AwsException exception) when (exception.IsTransient && count < 3)
            {
            }
        }
    }
}
