using Macro.Aws.Lambda;

namespace Macro.Cli.Deployed.Engine;

/// <summary>What <c>datadog-ci</c> and remote instrumentation leave on a function, beyond what the transform knows.</summary>
/// <remarks>Source: https://github.com/DataDog/datadog-ci/tree/master/packages/plugin-lambda</remarks>
internal static class OtherTools
{
    /// <summary>The name of the subscription filter of <c>datadog-ci</c> for functions.</summary>
    public const string Filter = "datadog-ci-filter";

    /// <summary>The end of the name of its filter for a state machine, after the name of the state machine.</summary>
    /// <remarks>Source: https://github.com/DataDog/datadog-ci/blob/master/src/commands/stepfunctions/helpers.ts</remarks>
    public const string MachineFilterSuffix = "-DdCiLogGroupSubscription";

    private const string TraceEnabled = "DD_TRACE_ENABLED";

    private static readonly string[] Tags = ["dd_sls_ci", "dd_sls_remote_instrumenter_version"];

    /// <summary>Variables that <c>datadog-ci</c> sets and no parameter of the macro.</summary>
    private static readonly string[] Variables =
        ["CORECLR_ENABLE_PROFILING", "CORECLR_PROFILER", "CORECLR_PROFILER_PATH", "DD_DOTNET_TRACER_HOME"];

    /// <summary>The tags of other tools that a resource has.</summary>
    public static IReadOnlyCollection<string> TagsOf(ResourceTags tags) => [.. Tags.Where(tags.Own.ContainsKey)];

    /// <summary>The tags of other tools that a state machine has, with the one that only Datadog's forwarder reads.</summary>
    public static IReadOnlyCollection<string> TagsOfStateMachine(ResourceTags tags) =>
        TagsOf(tags) is { Count: > 0 } own && tags.Own.GetValueOrDefault(TraceEnabled) == "true" ? [.. own, TraceEnabled] : TagsOf(tags);

    /// <summary>The update with the other tools' variables removed too.</summary>
    public static FunctionUpdate Without(FunctionState state, FunctionUpdate update)
    {
        if (TagsOf(state.Tags).Count == 0) return update;
        var variables = (update.Variables ?? state.Configuration.Variables);
        return variables.Keys.Any(Variables.Contains)
            ? update with { Variables = variables.Where(variable => !Variables.Contains(variable.Key)).ToDictionary() }
            : update;
    }

    /// <summary>The edits of a log group with the other tools' filter removed too.</summary>
    /// <param name="tags">The tags of the resource.</param>
    /// <param name="group">The log group.</param>
    /// <param name="filterName">The name of the other tools' filter.</param>
    /// <param name="edits">The edits.</param>
    public static LogEdits Without(ResourceTags tags, LogGroupState group, string filterName, LogEdits edits)
    {
        if (TagsOf(tags).Count == 0 || group.Filters?.Any(filter => filter.Name == filterName) is not true) return edits;
        return edits with { RemovedFilters = [.. edits.RemovedFilters, filterName] };
    }

    /// <summary>The names of the other tools' variables that an update removes.</summary>
    public static IEnumerable<string> VariablesWithoutParameter(FunctionState state, FunctionUpdate update) => update.Variables is { } after
        ? Variables.Where(name => state.Configuration.Variables.ContainsKey(name) && !after.ContainsKey(name))
        : [];
}
