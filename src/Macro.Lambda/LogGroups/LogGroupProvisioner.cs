using Macro.Aws;
using Macro.Aws.CloudWatchLogs;
using Macro.CloudFormation.Identifiers;
using Macro.Core.Configuration;
using Macro.Core.LogForwarding;
using Macro.Core.Tags;
using Macro.Lambda.Logging;

namespace Macro.Lambda.LogGroups;

/// <summary>Provisions what a <c>Custom::DatadogLogGroups</c> resource declares.</summary>
/// <param name="request">The event, which contains the properties of the resource; it has passed <see cref="TrustedRequest"/>.</param>
/// <param name="logs">CloudWatch Logs.</param>
/// <param name="log">Receives what is removed, and what is left unchanged although the resource asks for it.</param>
/// <param name="requestId">Lambda's id of the invocation, for the log.</param>
internal sealed class LogGroupProvisioner(LogGroupsRequest request, CloudWatchLogsClient logs, MacroLog log, string requestId)
{
    /// <summary>The number of parallel calls. More would be throttled: an account may make ten calls of each kind per second.</summary>
    private const int MaxConcurrency = 4;

    /// <summary>How often a group is created that somebody deletes meanwhile.</summary>
    private const int MaxCreations = 3;

    private const string NotFound = "ResourceNotFoundException";

    private readonly HashSet<string> _toCreate = [.. request.LogGroupNames];
    private readonly HashSet<string> _toMigrate = request.LegacyForwarderArn is null ? [] : [.. request.LegacyLogGroupNames];
    private readonly Dictionary<string, string> _tags = new()
    {
        [MacroTagKeys.Version] = $"v{MacroVersion.Text}",
        [MacroTagKeys.Stack] = request.StackId,
    };

    private int _done;

    /// <summary>The number of log groups that the resource declares.</summary>
    public int Total => _toCreate.Union(_toMigrate).Count();

    /// <summary>The number of log groups that are finished.</summary>
    public int Done => _done;

    /// <summary>
    /// Creates missing log groups and sets their retention, then removes the subscription filters of Datadog's own macro where the resource
    /// says so. Idempotent, so that it can be repeated after it was interrupted at any point.
    /// </summary>
    /// <exception cref="AwsException">A call failed permanently. The first such call stops the work.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        await ForEachAsync(_toCreate, async (name, ended) =>
        {
            await CreateAsync(name, ended);
            if (!_toMigrate.Contains(name)) Interlocked.Increment(ref _done);
        }, stop);
        await ForEachAsync(_toMigrate, async (name, ended) =>
        {
            await RemoveLegacyFilterAsync(name, ended);
            Interlocked.Increment(ref _done);
        }, stop);
    }

    private static Task ForEachAsync(HashSet<string> names, Func<string, CancellationToken, Task> action, CancellationToken stop) =>
        Parallel.ForEachAsync(names, new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrency }, async (name, ended) =>
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, ended);
            await action(name, either.Token);
        });

    private async Task CreateAsync(string name, CancellationToken stop)
    {
        for (var creation = 1; ; creation++)
        {
            try
            {
                var isNew = await logs.CreateLogGroupAsync(name, _tags, stop);
                if (request.RetentionInDays is not { } days) return;
                if (isNew || await IsOfThisStackAsync(name, stop)) await logs.PutRetentionPolicyAsync(name, days, stop);
                return;
            }
            catch (AwsException exception) when (exception.Code == NotFound && creation < MaxCreations)
            {
                // Somebody deleted the group after it was found or created.
            }
        }
    }

    /// <summary>Whether this stack created the group, so that a shorter retention cannot delete another team's logs.</summary>
    private async Task<bool> IsOfThisStackAsync(string name, CancellationToken stop)
    {
        try
        {
            var arn = Arn.Parse(request.StackId)!.Value with { Service = CloudWatchLogsClient.Service.Id, Resource = $"log-group:{name}" };
            if (await logs.FindTagAsync(arn.ToString(), MacroTagKeys.Stack, stop) == request.StackId) return true;
            Log(LogLevel.Info, "The retention of a log group is unchanged, since this stack did not create the group.", name);
        }
        catch (AwsException exception) when (exception.Kind == AwsErrorKind.AccessDenied)
        {
            Log(LogLevel.Warn, $"{exception.Message} The retention of the log group is unchanged.", name);
        }
        return false;
    }

    private async Task RemoveLegacyFilterAsync(string name, CancellationToken stop)
    {
        var filters = await FindFiltersAsync(name, stop);
        if (!HasFilter(filters, FilterNames.Legacy)) return;
        if (!HasFilter(filters, FilterNames.Own))
        {
            Log(LogLevel.Warn, "The filter of Datadog's own macro stays until the macro's own filter is there. Deploy again.", name);
            return;
        }
        try
        {
            await logs.DeleteSubscriptionFilterAsync(name, FilterNames.Legacy, stop);
            Log(LogLevel.Info, "A subscription filter of Datadog's own macro is removed.", name);
        }
        catch (AwsException exception) when (exception.Code == NotFound)
        {
            // Somebody else removed it.
        }
    }

    /// <summary>The filters of a group; none when they cannot be read, since then none may be removed.</summary>
    private async Task<IReadOnlyList<SubscriptionFilter>> FindFiltersAsync(string name, CancellationToken stop)
    {
        try
        {
            return await logs.DescribeSubscriptionFiltersAsync(name, stop);
        }
        catch (AwsException exception)
        {
            Log(LogLevel.Warn, $"{exception.Message} No filter of the log group is removed.", name);
            return [];
        }
    }

    private bool HasFilter(IReadOnlyList<SubscriptionFilter> filters, string name)
    {
        foreach (var filter in filters)
        {
            if (filter.Name == name && filter.DestinationArn == request.LegacyForwarderArn) return true;
        }
        return false;
    }

    private void Log(LogLevel level, string message, string name) =>
        log.Write(level, message, requestId, json => json.WriteString("logGroup", name));
}
