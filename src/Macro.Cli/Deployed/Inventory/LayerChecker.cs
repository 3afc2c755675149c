using Macro.Aws;
using Macro.Cli.Deployed.Access;
using Macro.Core.Lambda.Languages;

namespace Macro.Cli.Deployed.Inventory;

/// <summary>Whether a pinned layer version can be used in a region.</summary>
/// <param name="Name">The name of the layer.</param>
/// <param name="Version">The pinned version.</param>
/// <param name="Region">The region.</param>
/// <param name="Error">Why it cannot be used; null when it can.</param>
/// <param name="Newest">The newest version that was found; null when the pinned one cannot be used.</param>
internal sealed record CheckedLayer(string Name, int Version, string Region, AwsException? Error, int? Newest);

/// <summary>Asks Lambda for the pinned layer versions, and for newer ones.</summary>
/// <param name="session">The access to AWS.</param>
/// <param name="concurrency">How many layers are checked at once.</param>
internal sealed class LayerChecker(AwsSession session, int concurrency)
{
    /// <summary>How many versions beyond the pinned one are looked for.</summary>
    private const int MaxDistance = 64;

    /// <summary>Checks all layers, by region.</summary>
    public async Task<IReadOnlyList<CheckedLayer>> CheckAsync(CancellationToken cancel)
    {
        var arns = session.Regions
            .SelectMany(region => PublishedLayers.PinnedIn(region).Select(arn => (Region: region, Arn: arn))).ToList();
        var found = new CheckedLayer[arns.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancel };
        await Parallel.ForAsync(0, arns.Count, options, async (i, stop) => found[i] = await CheckAsync(arns[i].Region, arns[i].Arn, stop));
        return found;
    }

    private async Task<CheckedLayer> CheckAsync(string region, string arn, CancellationToken cancel)
    {
        var (layer, version) = (arn[..arn.LastIndexOf(':')], int.Parse(arn[(arn.LastIndexOf(':') + 1)..]));
        var name = layer[(layer.LastIndexOf(':') + 1)..];
        var error = await session.In(region).Lambda.FindLayerVersionErrorAsync(layer, version, cancel);
        var newest = error is null ? await FindNewestAsync(region, layer, version, cancel) : (int?)null;
        return new CheckedLayer(name, version, region, error, newest);
    }

    /// <summary>Looks in growing steps, and then halves the last one, since versions are published one after the other.</summary>
    private async Task<int> FindNewestAsync(string region, string layer, int known, CancellationToken cancel)
    {
        var (lambda, last) = (session.In(region).Lambda, known + MaxDistance);
        var step = 1;
        while (known + step <= last && await ExistsAsync(known + step)) (known, step) = (known + step, step * 2);
        for (step /= 2; step > 0; step /= 2)
        {
            if (known + step <= last && await ExistsAsync(known + step)) known += step;
        }
        return known;

        async Task<bool> ExistsAsync(int version) => await lambda.FindLayerVersionErrorAsync(layer, version, cancel) is null;
    }
}
