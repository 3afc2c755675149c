using Macro.Cli.Deployed.Access;
using Macro.Cli.Deployed.Engine;

namespace Macro.Cli.Deployed.Planning;

/// <summary>Reads log groups.</summary>
internal static class LogGroupReader
{
    /// <summary>Reads a log group with its filters.</summary>
    public static async Task<LogGroupState> ReadAsync(RegionClients clients, string name, CancellationToken cancel) =>
        new(name, await clients.Logs.FindSubscriptionFiltersAsync(name, cancel));
}
