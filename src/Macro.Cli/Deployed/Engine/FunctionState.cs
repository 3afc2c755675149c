using Macro.Aws.Lambda;

namespace Macro.Cli.Deployed.Engine;

/// <summary>A deployed function and what belongs to it, as AWS's APIs return it.</summary>
/// <param name="Function">The function.</param>
/// <param name="LogGroup">Its log group; null when the settings do not concern it.</param>
internal sealed record FunctionState(DeployedFunction Function, LogGroupState? LogGroup)
{
    private const string Mark = "dd_sls_macro";
    private const string MarkedBy = "dd_sls_macro_by";

    public FunctionConfiguration Configuration => Function.Configuration;

    /// <summary>The tags without those that remember an instrumentation.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; } = Part(Function.Tags, isMemory: false);

    /// <summary>The tags that remember an instrumentation.</summary>
    public IReadOnlyDictionary<string, string> MemoryTags { get; } = Part(Function.Tags, isMemory: true);

    /// <summary>Whether this command instrumented the function, or began to.</summary>
    public bool IsOurs => MemoryTags.Count > 0 || Tags.ContainsKey(Mark) && Tags.GetValueOrDefault(MarkedBy) == EngineSettings.Tool;

    /// <summary>What else instrumented the function, by its tags; null for nothing else.</summary>
    public string? OtherTool =>
        Tags.ContainsKey("dd_sls_ci") ? "datadog-ci (tag dd_sls_ci)"
        : Tags.ContainsKey("dd_sls_remote_instrumenter_version") ? "remote instrumentation (tag dd_sls_remote_instrumenter_version)"
        : Tags.ContainsKey(Mark) && !IsOurs ? "the macro in a template (tag dd_sls_macro)"
        : null;

    private static Dictionary<string, string> Part(IReadOnlyDictionary<string, string> tags, bool isMemory) =>
        tags.Where(tag => Engine.MemoryTags.Contains(tag.Key) == isMemory).ToDictionary(tag => tag.Key, tag => tag.Value);
}
