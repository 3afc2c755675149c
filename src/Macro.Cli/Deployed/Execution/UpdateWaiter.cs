using Macro.Aws;
using Macro.Aws.Lambda;
using Macro.Cli.Deployed.Access;
using Macro.Cli.Deployed.Planning;

namespace Macro.Cli.Deployed.Execution;

/// <summary>Waits until an update of a function is done.</summary>
/// <param name="clients">The clients of the region.</param>
/// <param name="clock">Measures the delays.</param>
internal sealed class UpdateWaiter(RegionClients clients, TimeProvider clock)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(2);

    /// <summary>With these delays about five minutes, as AWS's own waiter.</summary>
    /// <remarks>Source: https://github.com/boto/botocore/blob/develop/botocore/data/lambda/2015-03-31/waiters-2.json</remarks>
    private const int MaxReads = 150;

    /// <summary>Waits, and returns the configuration.</summary>
    /// <param name="function">The function's ARN.</param>
    /// <param name="version">The version; null for the current configuration.</param>
    /// <exception cref="AwsException">The update is still in progress after five minutes, or cannot be read.</exception>
    public async Task<FunctionConfiguration> WaitAsync(string function, string? version = null)
    {
        var delay = FirstDelay;
        for (var reads = 0; reads < MaxReads; reads++)
        {
            var configuration = await clients.Lambda.GetFunctionConfigurationAsync(function, CancellationToken.None, version);
            if (!FunctionReader.IsBusy(configuration)) return configuration;
            await Task.Delay(delay, clock);
            delay = delay * 2 < MaxDelay ? delay * 2 : MaxDelay;
        }
        throw new AwsException(
            new AwsOperation("lambda:GetFunctionConfiguration", $"function {function}"),
                "the update is still in progress after five minutes.");
    }
}
