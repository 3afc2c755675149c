using Macro.Aws.Lambda;

namespace Macro.Cli.Deployed.Engine;

/// <summary>What changes about a deployed function.</summary>
/// <param name="Update">The members of its configuration.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Logs">Its log group; null when the settings do not concern it.</param>
internal sealed record FunctionEdits(FunctionUpdate Update, TagEdits Tags, LogEdits? Logs)
{
    /// <summary>Whether nothing changes.</summary>
    public bool IsEmpty => Update.IsEmpty && Tags.IsEmpty && Logs is null or { IsEmpty: true };

    /// <summary>The function after the edits.</summary>
    public FunctionState ApplyTo(FunctionState state)
    {
        var tags = new Dictionary<string, string>(state.Function.Tags);
        foreach (var (key, value) in Tags.Remembered.Concat(Tags.Set)) tags[key] = value;
        foreach (var key in Tags.Removed) tags.Remove(key);
        var configuration = state.Configuration with
        {
            Handler = Update.Handler ?? state.Configuration.Handler,
            Layers = Update.Layers ?? state.Configuration.Layers,
            Variables = Update.Variables ?? state.Configuration.Variables,
            TracingMode = Update.TracingMode ?? state.Configuration.TracingMode,
            Command = Update.Command ?? state.Configuration.Command,
        };
        return new FunctionState(new DeployedFunction(configuration, tags), Apply(state.LogGroup));
    }

    private LogGroupState? Apply(LogGroupState? group)
    {
        if (group is null || Logs is null) return group;
        var filters = (group.Filters ?? []).Where(filter => !Logs.RemovedFilters.Contains(filter.Name) && filter.Name != Logs.Filter?.Name);
        return group.Filters is null && !Logs.CreatesGroup
            ? group
            : group with
            {
                Filters = [.. filters, .. Logs.Filter is { } added ? [added] : (
                IEnumerable<Aws.CloudWatchLogs.SubscriptionFilter>)[]]
            };
    }
}
