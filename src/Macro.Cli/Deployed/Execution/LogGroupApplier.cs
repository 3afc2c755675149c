using Macro.Aws.CloudWatchLogs;
using Macro.Cli.Deployed.Engine;

namespace Macro.Cli.Deployed.Execution;

/// <summary>Makes the calls that change the log group of a resource.</summary>
/// <param name="logs">CloudWatch Logs.</param>
/// <param name="done">Receives what is done, in words.</param>
internal sealed class LogGroupApplier(CloudWatchLogsClient logs, List<string> done)
{
    private static readonly Dictionary<string, string> NoTags = [];

    /// <summary>Creates the group, if it has to be.</summary>
    public async Task CreateGroupAsync(LogEdits edits)
    {
        if (!edits.CreatesGroup) return;
        await logs.CreateLogGroupAsync(edits.LogGroup, NoTags, CancellationToken.None);
        if (edits.RetentionInDays is { } days) await logs.PutRetentionPolicyAsync(edits.LogGroup, days, CancellationToken.None);
        done.Add("the log group");
    }

    /// <summary>Removes and adds the filters.</summary>
    public async Task SubscribeAsync(LogEdits edits)
    {
        foreach (var name in edits.RemovedFilters)
            await logs.DeleteSubscriptionFilterAsync(edits.LogGroup, name, CancellationToken.None);
        if (edits.Filter is { } filter) await logs.PutSubscriptionFilterAsync(edits.LogGroup, filter, CancellationToken.None);
        if (edits.Filter is not null || edits.RemovedFilters.Count > 0) done.Add("the log subscription");
    }
}
