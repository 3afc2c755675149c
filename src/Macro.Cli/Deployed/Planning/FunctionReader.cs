using Macro.Aws.Lambda;
using Macro.Cli.Deployed.Access;

namespace Macro.Cli.Deployed.Planning;

/// <summary>Reads deployed functions.</summary>
/// <param name="clients">The clients of their region.</param>
/// <param name="clock">Measures the delays.</param>
internal sealed class FunctionReader(RegionClients clients, TimeProvider clock)
{
    private static readonly TimeSpan BetweenReads = TimeSpan.FromSeconds(1);

    /// <summary>How many seconds an update by somebody else is waited for.</summary>
    private const int MaxReads = 60;

    /// <summary>Reads a function, and waits while an update of it is in progress.</summary>
    public async Task<DeployedFunction> ReadAsync(string name, CancellationToken cancel)
    {
        for (var reads = 1; ; reads++)
        {
            var function = await clients.Lambda.GetFunctionAsync(name, cancel);
            if (!IsBusy(function.Configuration) || reads > MaxReads) return function with { Configuration = WithLogGroup(function) };
            await Task.Delay(BetweenReads, clock, cancel);
        }
    }

    /// <summary>Whether an update, or the creation, is in progress.</summary>
    public static bool IsBusy(FunctionConfiguration function) => function is { LastUpdateStatus: "InProgress" } or { State: "Pending" };

    /// <summary>Says which aliases and event sources call published versions of a function; empty for none.</summary>
    public async Task<string> FindVersionCallersAsync(FunctionConfiguration function, CancellationToken cancel)
    {
        var callers = new List<string>();
        var aliases = await clients.Lambda.ListAliasesAsync(function.Name, cancel);
        foreach (var alias in aliases.Where(alias => alias.Version != "$LATEST")) callers.Add(
            $"alias {alias.Name} (version {alias.Version})");
        foreach (var target in await clients.Lambda.ListEventSourceTargetsAsync(function.Name, cancel))
        {
            if (target.Split(':') is { Length: 8 } parts && parts[^1] != "$LATEST") callers.Add($"event source of {parts[^1]}");
        }
        return string.Join(", ", callers.Distinct());
    }

    private static FunctionConfiguration WithLogGroup(DeployedFunction function) =>
        function.Configuration with { LogGroup = function.Configuration.LogGroup ?? $"/aws/lambda/{function.Configuration.Name}" };
}
