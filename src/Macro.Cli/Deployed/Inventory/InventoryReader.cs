using Macro.Aws;
using Macro.Cli.Deployed.Access;
using Macro.Cli.Deployed.Engine;
using Macro.Cli.Deployed.Planning;
using Macro.Core.Lambda;

namespace Macro.Cli.Deployed.Inventory;

/// <summary>Reads the inventory of deployed functions. Makes only calls that read.</summary>
/// <param name="session">The access to AWS.</param>
/// <param name="selection">The functions.</param>
/// <param name="concurrency">How many functions are read at once.</param>
/// <param name="clock">Measures the delays.</param>
internal sealed class InventoryReader(AwsSession session, Selection selection, int concurrency, TimeProvider clock)
{
    /// <summary>Reads the entries, by region and name.</summary>
    public async Task<IReadOnlyList<InventoryEntry>> ReadAsync(CancellationToken cancel)
    {
        var entries = new List<InventoryEntry>();
        foreach (var region in session.Regions)
        {
            var clients = session.In(region);
            var (names, unknown) = await FunctionSelector.FindAsync(clients, selection, cancel);
            entries.AddRange(unknown.Select(plan => new InventoryEntry(plan.Name, region) { Error = plan.Reasons[0] }));
            var found = new InventoryEntry?[names.Count];
            var options = new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancel };
            await Parallel.ForAsync(0, names.Count, options, async (i, stop) => found[i] = await ReadAsync(clients, names[i], stop));
            entries.AddRange(found.OfType<InventoryEntry>());
        }
        return entries;
    }

    private async Task<InventoryEntry?> ReadAsync(RegionClients clients, string name, CancellationToken cancel)
    {
        try
        {
            var reader = new FunctionReader(clients, clock);
            var state = new FunctionState(await reader.ReadAsync(name, cancel), LogGroup: null);
            var function = state.Configuration;
            if (!selection.Matches(state.Function.Tags) || !selection.MatchesRuntime(function.Runtime)) return null;
            var group = await reader.ReadLogGroupAsync(function.LogGroup!, cancel);
            return new InventoryEntry(name, clients.Region)
            {
                Runtime = function.Runtime ?? "container image",
                InstrumentedBy = InstrumentedBy(state),
                Layers = [.. function.Layers.Where(FunctionFacts.IsDatadogLayer).Select(layer => string.Join(':', layer.Split(':')[^2..]))],
                LogDestinations = [.. (group.Filters ?? []).Select(filter => filter.DestinationArn)],
                Owner = OwnerOf(state.Tags),
            };
        }
        catch (AwsException exception)
        {
            return new InventoryEntry(name, clients.Region) { Error = ErrorText.Describe(exception, name, clients.Region, []) };
        }
    }

    private static string? InstrumentedBy(FunctionState state)
    {
        if (state.Tags.GetValueOrDefault("dd_sls_macro") is { } version)
            return $"macro {version} ({state.Tags.GetValueOrDefault("dd_sls_macro_by") ?? "template"})";
        if (state.OtherTool is { } tool) return tool;
        var isByHand = state.Configuration.Layers.Any(FunctionFacts.IsDatadogLayer)
            || FunctionFacts.IsDatadogHandler(state.Configuration.Handler);
        return isByHand ? "by hand" : null;
    }

    private static string? OwnerOf(IReadOnlyDictionary<string, string> tags) =>
        tags.GetValueOrDefault(Selection.StackTag) is { } stack ? $"stack {stack}"
        : tags.ContainsKey("aws-chalice") ? "Chalice"
        : tags.ContainsKey("ZappaProject") ? "Zappa"
        : null;
}
