namespace Macro.Aws.CloudWatchLogs;

public sealed partial class CloudWatchLogsClient
{
    /// <summary>Returns the subscription filters of a log group; null when there is no such group.</summary>
    /// <param name="logGroup">The name of the log group.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<IReadOnlyList<SubscriptionFilter>?> FindSubscriptionFiltersAsync(
        string logGroup, CancellationToken cancellationToken)
    {
        try
        {
            return await DescribeSubscriptionFiltersAsync(logGroup, cancellationToken);
        }
        catch (AwsException exception) when (exception.Code == "ResourceNotFoundException")
        {
            return null;
        }
    }

    /// <summary>Creates a subscription filter that matches every event, or replaces the one of this name.</summary>
    /// <param name="logGroup">The name of the log group.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task PutSubscriptionFilterAsync(string logGroup, SubscriptionFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return CallAsync("PutSubscriptionFilter", logGroup, json =>
        {
            json.WriteString("filterName", filter.Name);
            json.WriteString("filterPattern", "");
            json.WriteString("destinationArn", filter.DestinationArn);
        }, cancellationToken);
    }
}
