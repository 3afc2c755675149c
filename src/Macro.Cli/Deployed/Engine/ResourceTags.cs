namespace Macro.Cli.Deployed.Engine;

/// <summary>The tags of a deployed resource, and what they say about its instrumentation.</summary>
internal sealed class ResourceTags
{
    private const string Mark = "dd_sls_macro";
    private const string MarkedBy = "dd_sls_macro_by";

    /// <param name="all">All tags.</param>
    public ResourceTags(IReadOnlyDictionary<string, string> all)
    {
        All = all;
        Own = Part(all, isMemory: false);
        Memory = Part(all, isMemory: true);
    }

    /// <summary>All tags.</summary>
    public IReadOnlyDictionary<string, string> All { get; }

    /// <summary>The tags without those that remember an instrumentation.</summary>
    public IReadOnlyDictionary<string, string> Own { get; }

    /// <summary>The tags that remember an instrumentation.</summary>
    public IReadOnlyDictionary<string, string> Memory { get; }

    /// <summary>Whether this command instrumented the resource, or began to.</summary>
    public bool IsOurs => Memory.Count > 0 || Own.ContainsKey(Mark) && Own.GetValueOrDefault(MarkedBy) == EngineSettings.Tool;

    /// <summary>What else instrumented the resource; null for nothing else.</summary>
    public string? OtherTool =>
        Own.ContainsKey("dd_sls_ci") ? "datadog-ci (tag dd_sls_ci)"
        : Own.ContainsKey("dd_sls_remote_instrumenter_version") ? "remote instrumentation (tag dd_sls_remote_instrumenter_version)"
        : Own.ContainsKey(Mark) && !IsOurs ? "the macro in a template (tag dd_sls_macro)"
        : null;

    /// <summary>What instrumented the resource; null for nothing.</summary>
    public string? InstrumentedBy => Own.GetValueOrDefault(Mark) is { } version
        ? $"macro {version} ({Own.GetValueOrDefault(MarkedBy) ?? "template"})"
        : OtherTool;

    private static Dictionary<string, string> Part(IReadOnlyDictionary<string, string> tags, bool isMemory) =>
        tags.Where(tag => MemoryTags.Contains(tag.Key) == isMemory).ToDictionary(tag => tag.Key, tag => tag.Value);
}
