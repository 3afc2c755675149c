using Macro.Aws;
using Macro.Cli.Deployed.Access;
using Macro.Cli.Deployed.Engine;
using Macro.Cli.Deployed.Planning;
using Macro.Core.Diagnostics;
using Macro.Core.Lambda;
using Macro.Core.Lambda.Languages;

namespace Macro.Cli.Deployed.Inventory;

/// <summary>Reads the inventory of deployed resources. Makes only calls that read.</summary>
/// <param name="session">The access to AWS.</param>
/// <param name="selection">The resources.</param>
/// <param name="concurrency">How many resources are read at once.</param>
/// <param name="clock">Measures the delays.</param>
internal sealed class InventoryReader(AwsSession session, Selection selection, int concurrency, TimeProvider clock)
{
    /// <summary>Why state machines are missing although all resources are selected; null when they are not.</summary>
    public Diagnostic? Finding { get; private set; }

    /// <summary>Reads the entries, by region, kind and name.</summary>
    public async Task<IReadOnlyList<InventoryEntry>> ReadAsync(CancellationToken cancel)
    {
        var entries = new List<InventoryEntry>();
        foreach (var region in session.Regions)
        {
            var clients = session.In(region);
            var selector = new ResourceSelector(clients, selection);
            var functions = await selector.FindFunctionsAsync(cancel);
            entries.AddRange(functions.Unknown.Select(plan => NotFound(plan)));
            entries.AddRange(await ReadEachAsync(functions.Names, name => ReadFunctionAsync(clients, name, cancel), cancel));
            var machines = await FindStateMachinesAsync(selector, cancel);
            entries.AddRange(machines.Unknown.Select(plan => NotFound(plan)));
            entries.AddRange(await ReadEachAsync(machines.Names, name => ReadStateMachineAsync(clients, name, cancel), cancel));
        }
        return entries;
    }

    private static InventoryEntry NotFound(ResourcePlan plan) => new(plan.Name, plan.Region) { Kind = plan.Kind, Error = plan.Reasons[0] };

    private async Task<(IReadOnlyList<string> Names, IReadOnlyList<ResourcePlan> Unknown)> FindStateMachinesAsync(
        ResourceSelector selector, CancellationToken cancel)
    {
        try
        {
            return await selector.FindStateMachinesAsync(cancel);
        }
        catch (AwsException exception) when (StateMachineAccess.IsOptional(exception, selection))
        {
            Finding = StateMachineAccess.Describe(exception);
            return ([], []);
        }
    }

    private async Task<IEnumerable<InventoryEntry>> ReadEachAsync(
        IReadOnlyList<string> names, Func<string, Task<InventoryEntry?>> read, CancellationToken cancel)
    {
        var found = new InventoryEntry?[names.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancel };
        await Parallel.ForAsync(0, names.Count, options, async (i, _) => found[i] = await read(names[i]));
        return found.OfType<InventoryEntry>();
    }

    private async Task<InventoryEntry?> ReadStateMachineAsync(RegionClients clients, string name, CancellationToken cancel)
    {
        try
        {
            var state = await StateMachineReader.ReadAsync(clients, name, cancel);
            if (!selection.Matches(state.AllTags)) return null;
            var group = state.LogGroupName is { } logGroup ? await LogGroupReader.ReadAsync(clients, logGroup, cancel) : null;
            return new InventoryEntry(name, clients.Region)
            {
                Kind = ResourcePlan.StateMachine,
                Runtime = $"{state.Machine.Type.ToLowerInvariant()} workflow",
                InstrumentedBy = state.Tags.InstrumentedBy,
                LogDestinations = [.. (group?.Filters ?? []).Select(filter => filter.DestinationArn)],
                Owner = OwnerOf(state.Tags.Own),
            };
        }
        catch (AwsException exception)
        {
            return Unreadable(clients, name, exception) with { Kind = ResourcePlan.StateMachine };
        }
    }

    private static InventoryEntry Unreadable(RegionClients clients, string name, AwsException exception) =>
        new(name, clients.Region) { Error = ErrorText.Describe(exception, name, clients.Region, []) };

    private async Task<InventoryEntry?> ReadFunctionAsync(RegionClients clients, string name, CancellationToken cancel)
    {
        try
        {
            var reader = new FunctionReader(clients, clock);
            var state = new FunctionState(await reader.ReadAsync(name, cancel), LogGroup: null);
            var function = state.Configuration;
            if (!selection.Matches(state.Function.Tags) || !selection.MatchesRuntime(function.Runtime)) return null;
            var group = await LogGroupReader.ReadAsync(clients, function.LogGroup!, cancel);
            List<string> layers =
                [.. function.Layers.Where(FunctionFacts.IsDatadogLayer).Select(layer => string.Join(':', layer.Split(':')[^2..]))];
            return new InventoryEntry(name, clients.Region)
            {
                Runtime = function.Runtime ?? "container image",
                InstrumentedBy = InstrumentedBy(state),
                Layers = layers,
                Behind = layers.Select(layer => (Layer: layer, Count: VersionsBehind(layer))).Where(pair => pair.Count > 0)
                    .ToDictionary(pair => pair.Layer, pair => pair.Count),
                LogDestinations = [.. (group.Filters ?? []).Select(filter => filter.DestinationArn)],
                Owner = OwnerOf(state.Tags.Own),
            };
        }
        catch (AwsException exception)
        {
            return Unreadable(clients, name, exception);
        }
    }

    private static int VersionsBehind(string layer) =>
        layer.Split(':') is [var name, var version] && PublishedLayers.FindPinnedVersion(name) is { } pinned
        && int.TryParse(version, out var number)
            ? pinned - number
            : 0;

    private static string? InstrumentedBy(FunctionState state)
    {
        if (state.Tags.InstrumentedBy is { } tool) return tool;
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
