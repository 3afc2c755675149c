using Macro.Core.Pipeline;

namespace Macro.Cli.Deployed.Engine;

/// <summary>Combines what earlier runs remembered with what this run adds.</summary>
internal static class MemoryMerge
{
    private const string HandlerVariable = "DD_LAMBDA_HANDLER";
    private const string MarkTags = "tag:dd_sls_macro";

    /// <summary>The states that had the trace context before; after an earlier run, all of them have it.</summary>
    private static readonly string[] StateNumbers = ["states", "empty-inputs"];

    /// <summary>
    /// Returns the memory of an instrumented resource after another run. What that run finds is no longer the user's alone, so only what it
    /// adds counts.
    /// </summary>
    /// <param name="earlier">What earlier runs remembered.</param>
    /// <param name="current">What this run noted.</param>
    public static InstrumentationMemory Merge(InstrumentationMemory earlier, InstrumentationMemory current)
    {
        var merged = new InstrumentationMemory();
        merged.KeptVariables.UnionWith(earlier.KeptVariables);
        merged.PreviousLayers.UnionWith(earlier.PreviousLayers);
        foreach (var memory in (InstrumentationMemory[])[earlier, current])
        {
            merged.AddedVariables.UnionWith(memory.AddedVariables);
            merged.AddedTags.UnionWith(memory.AddedTags);
            merged.AddedLayers.UnionWith(memory.AddedLayers);
        }
        foreach (var (name, value) in earlier.PreviousValues) merged.PreviousValues[name] = value;
        foreach (var (name, value) in current.PreviousValues)
        {
            var isOurs = name == HandlerVariable || StateNumbers.Contains(name)
                || name.StartsWith(MarkTags, StringComparison.Ordinal);
            if (!isOurs) merged.PreviousValues.TryAdd(name, value);
        }
        return merged;
    }
}
