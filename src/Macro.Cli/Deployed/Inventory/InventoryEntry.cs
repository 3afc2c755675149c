using Macro.Core.Diagnostics;

namespace Macro.Cli.Deployed.Inventory;

/// <summary>A deployed resource in the inventory.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Region">Its region.</param>
internal sealed record InventoryEntry(string Name, string Region)
{
    /// <summary>The kind of the resource in words.</summary>
    public string Kind { get; init; } = Planning.ResourcePlan.Function;

    /// <summary>A function's runtime, or a state machine's type; null when it could not be read.</summary>
    public string? Runtime { get; init; }

    /// <summary>What instrumented it, by its tags; <c>by hand</c> for Datadog's layers or handler without a tag; null for
    /// nothing.</summary>
    public string? InstrumentedBy { get; init; }

    /// <summary>Names and versions of Datadog's layers.</summary>
    public IReadOnlyList<string> Layers { get; init; } = [];

    /// <summary>How many versions a layer of <see cref="Layers"/> is behind the pinned one; only layers that are.</summary>
    public IReadOnlyDictionary<string, int> Behind { get; init; } = new Dictionary<string, int>();

    /// <summary>The destinations of the subscription filters of its log group.</summary>
    public IReadOnlyList<string> LogDestinations { get; init; } = [];

    /// <summary>What deploys it: a stack, Chalice, Zappa; null when its tags name nothing.</summary>
    public string? Owner { get; init; }

    /// <summary>Why it could not be read; null when it could.</summary>
    public Diagnostic? Error { get; init; }
}
