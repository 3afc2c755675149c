using Macro.Aws.CloudWatchLogs;
using Macro.Core.LogForwarding;
using Macro.Lambda.Logging;

namespace Macro.Lambda.LogGroups;

/// <summary>Does what a <c>Custom::DatadogLogGroups</c> asks for.</summary>
/// <param name="request">What is asked for.</param>
/// <param name="logs">CloudWatch Logs.</param>
/// <param name="log">Hears of each filter of ours or of Datadog's own macro that is found.</param>
/// <param name="requestId">Lambda's id of the invocation, for the log.</param>
internal sealed class LogGroupProvisioner(LogGroupsRequest request, CloudWatchLogsClient logs, MacroLog log, string requestId)
{
    /// <summary>More at once would only be throttled: CloudWatch Logs takes ten calls of a kind a second from an account.</summary>
    private const int Concurrency = 4;

    private readonly HashSet<string> _toMake = [.. request.LogGroupNames];
    private readonly HashSet<string> _toClean = request.LegacyForwarderArn is null ? [] : [.. request.LegacyLogGroupNames];
    private int _done;

    /// <summary>How many groups it is about.</summary>
    public int Groups => _toMake.Union(_toClean).Count();

    /// <summary>How many of them are as they should be by now.</summary>
    public int Done => _done;

    /// <summary>
    /// Makes missing groups, sets their retention, and removes the filters of Datadog's own macro, where that is asked for. What was done
    /// before is found so and left, so that it can be run again after it was cut off anywhere.
    /// </summary>
    /// <exception cref="CloudWatchLogsException">A call failed for good; the first one to do so ends the work.</exception>
    public Task RunAsync(CancellationToken stop) =>
        Parallel.ForEachAsync(_toMake.Union(_toClean), new ParallelOptions { MaxDegreeOfParallelism = Concurrency }, async (name, ended) =>
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, ended);
            var isNew = _toMake.Contains(name) && await MakeAsync(name, request.RetentionInDays, either.Token);
            if (!isNew)
                await ReviewFiltersAsync(name, _toClean.Contains(name) ? request.LegacyForwarderArn : null, either.Token);
            Interlocked.Increment(ref _done);
        });

    private async Task<bool> MakeAsync(string name, int? retentionInDays, CancellationToken stop)
    {
        var isNew = await logs.CreateLogGroupAsync(name, stop);
        if (retentionInDays is { } days)
            await logs.PutRetentionPolicyAsync(name, days, stop);
        return isNew;
    }

    private async Task ReviewFiltersAsync(string name, string? legacyForwarder, CancellationToken stop)
    {
        foreach (var filter in await logs.DescribeSubscriptionFiltersAsync(name, stop))
        {
            if (filter.Name is not (SubscriptionFilters.Name or SubscriptionFilters.LegacyName))
                continue;
            var goes = filter.Name == SubscriptionFilters.LegacyName && filter.DestinationArn == legacyForwarder;
            if (goes)
                await logs.DeleteSubscriptionFilterAsync(name, filter.Name, stop);
            log.Write(LogLevel.Info, goes ? "A subscription filter of Datadog's own macro is removed." : "A subscription filter is there already.", requestId, json =>
            {
                json.WriteString("logGroup", name);
                json.WriteString("filter", filter.Name);
            });
        }
    }
}
