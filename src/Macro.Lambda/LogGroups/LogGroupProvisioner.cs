using Macro.Core.LogForwarding;
using Macro.Aws;
using Macro.Aws.CloudWatchLogs;
using Macro.Lambda.Logging;

namespace Macro.Lambda.LogGroups;

/// <summary>Provisions what a <c>Custom::DatadogLogGroups</c> resource declares.</summary>
/// <param name="request">The event, which contains the properties of the resource.</param>
/// <param name="logs">CloudWatch Logs.</param>
/// <param name="log">Receives each subscription filter of this macro or of Datadog's own macro that is found.</param>
/// <param name="requestId">Lambda's id of the invocation, for the log.</param>
internal sealed class LogGroupProvisioner(LogGroupsRequest request, CloudWatchLogsClient logs, MacroLog log, string requestId)
{
    /// <summary>The number of parallel calls. More would be throttled: an account may make ten calls of each kind per second.</summary>
    private const int MaxConcurrency = 4;

    private readonly HashSet<string> _toCreate = [.. request.LogGroupNames];
    private readonly HashSet<string> _toMigrate = request.LegacyForwarderArn is null ? [] : [.. request.LegacyLogGroupNames];
    private int _done;

    /// <summary>The number of log groups that the resource declares.</summary>
    public int Total => _toCreate.Union(_toMigrate).Count();

    /// <summary>The number of log groups that are finished.</summary>
    public int Done => _done;

    /// <summary>
    /// Creates missing log groups, sets their retention, and removes the subscription filters of Datadog's own macro where the resource
    /// says so. Idempotent, so that it can be repeated after it was interrupted at any point.
    /// </summary>
    /// <exception cref="AwsException">A call failed permanently. The first such call stops the work.</exception>
    public Task RunAsync(CancellationToken stop)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrency };
        return Parallel.ForEachAsync(_toCreate.Union(_toMigrate), options, async (name, ended) =>
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, ended);
            var isNew = _toCreate.Contains(name) && await CreateAsync(name, either.Token);
            if (!isNew) await ReviewFiltersAsync(name, either.Token);
            Interlocked.Increment(ref _done);
        });
    }

    private async Task<bool> CreateAsync(string name, CancellationToken stop)
    {
        var isNew = await logs.CreateLogGroupAsync(name, stop);
        if (request.RetentionInDays is { } days) await logs.PutRetentionPolicyAsync(name, days, stop);
        return isNew;
    }

    private async Task ReviewFiltersAsync(string name, CancellationToken stop)
    {
        foreach (var filter in await logs.DescribeSubscriptionFiltersAsync(name, stop))
        {
            if (filter.Name is not (FilterNames.Own or FilterNames.Legacy)) continue;
            if (!IsToBeRemoved(name, filter))
            {
                Log("A subscription filter exists already.", name, filter);
                continue;
            }
            await logs.DeleteSubscriptionFilterAsync(name, filter.Name, stop);
            Log("A subscription filter of Datadog's own macro is removed.", name, filter);
        }
    }

    private bool IsToBeRemoved(string name, SubscriptionFilter filter) => _toMigrate.Contains(name)
        && filter.Name == FilterNames.Legacy && filter.DestinationArn == request.LegacyForwarderArn;

    private void Log(string message, string name, SubscriptionFilter filter) => log.Write(LogLevel.Info, message, requestId, json =>
    {
        json.WriteString("logGroup", name);
        json.WriteString("filter", filter.Name);
    });
}
