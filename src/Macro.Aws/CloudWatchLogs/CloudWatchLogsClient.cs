using System.Text.Json;

namespace Macro.Aws.CloudWatchLogs;

/// <summary>The operations of CloudWatch Logs that the macro needs.</summary>
/// <remarks>
/// Each throws an <see cref="AwsException"/> when AWS refuses the call or the retries are used up.
/// Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_Operations.html
/// </remarks>
/// <param name="client">Sends the requests; its endpoint is one of <see cref="Service"/>.</param>
public sealed partial class CloudWatchLogsClient(AwsClient client)
{
    /// <summary>CloudWatch Logs.</summary>
    public static AwsService Service { get; } = new("CloudWatch Logs", "logs", "AWS_ENDPOINT_URL_CLOUDWATCH_LOGS");

    /// <summary>Creates a log group.</summary>
    /// <param name="logGroup">The name of the log group.</param>
    /// <param name="tags">Keys and values of its tags. Tags need the permission <c>logs:TagResource</c> too.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False when the log group exists already; its tags are then unchanged.</returns>
    public async Task<bool> CreateLogGroupAsync(
        string logGroup, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken)
    {
        try
        {
            await CallAsync("CreateLogGroup", logGroup, json => WriteTags(json, tags), cancellationToken);
            return true;
        }
        catch (AwsException exception) when (exception.Code == "ResourceAlreadyExistsException")
        {
            return false;
        }
    }

    /// <summary>Sets the retention of a log group.</summary>
    /// <param name="logGroup">The name of the log group.</param>
    /// <param name="days">For how many days events are kept.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task PutRetentionPolicyAsync(string logGroup, int days, CancellationToken cancellationToken) =>
        CallAsync("PutRetentionPolicy", logGroup, json => json.WriteNumber("retentionInDays", days), cancellationToken);

    /// <summary>Returns the subscription filters of a log group. There are two at most, so the first page contains all of them.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html</remarks>
    /// <param name="logGroup">The name of the log group.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<IReadOnlyList<SubscriptionFilter>> DescribeSubscriptionFiltersAsync(
        string logGroup, CancellationToken cancellationToken)
    {
        var body = await CallAsync("DescribeSubscriptionFilters", logGroup, _ => { }, cancellationToken);
        var response = JsonReading.Parse(Operation("DescribeSubscriptionFilters", logGroup), body);
        var filters = new List<SubscriptionFilter>();
        foreach (var filter in response.Items("subscriptionFilters"))
            filters.Add(new(filter.Text("filterName") ?? "", filter.Text("destinationArn") ?? ""));
        return filters;
    }

    /// <summary>Deletes a subscription filter.</summary>
    /// <param name="logGroup">The name of the log group.</param>
    /// <param name="filterName">The name of the filter.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task DeleteSubscriptionFilterAsync(string logGroup, string filterName, CancellationToken cancellationToken) =>
        CallAsync("DeleteSubscriptionFilter", logGroup, json => json.WriteString("filterName", filterName), cancellationToken);

    /// <summary>Returns the value of a tag of a log group; null when the group does not have the tag.</summary>
    /// <param name="arn">The ARN of the log group, without <c>:*</c>.</param>
    /// <param name="key">The key of the tag.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<string?> FindTagAsync(string arn, string key, CancellationToken cancellationToken)
    {
        var body = await SendAsync("ListTagsForResource", arn, json => json.WriteString("resourceArn", arn), cancellationToken);
        return JsonReading.Parse(Operation("ListTagsForResource", arn), body).Member("tags")?.Text(key);
    }

    private Task<byte[]> CallAsync(
        string name, string logGroup, Action<Utf8JsonWriter> writeMembers, CancellationToken cancellationToken) =>
        SendAsync(name, logGroup, json =>
        {
            json.WriteString("logGroupName", logGroup);
            writeMembers(json);
        }, cancellationToken);

    private Task<byte[]> SendAsync(
        string name, string logGroup, Action<Utf8JsonWriter> writeMembers, CancellationToken cancellationToken) =>
        client.SendAsync(
            AwsRequest.Json(Operation(name, logGroup), $"Logs_20140328.{name}", "1.1", writeMembers), cancellationToken);

    private static AwsOperation Operation(string name, string logGroup) => new($"{Service.Id}:{name}", $"log group {logGroup}");

    private static void WriteTags(Utf8JsonWriter json, IReadOnlyDictionary<string, string> tags)
    {
        if (tags.Count == 0) return;
        json.WriteStartObject("tags");
        foreach (var (key, value) in tags) json.WriteString(key, value);
        json.WriteEndObject();
    }
}
