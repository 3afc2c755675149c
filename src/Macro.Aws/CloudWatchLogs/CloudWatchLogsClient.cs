using System.Text.Json;

namespace Macro.Aws.CloudWatchLogs;

/// <summary>A filter that feeds a log group's events to something else.</summary>
internal sealed record SubscriptionFilter(string Name, string DestinationArn);

/// <summary>The four actions of CloudWatch Logs that the macro needs.</summary>
/// <remarks>
/// Each throws <see cref="CloudWatchLogsException"/>: when AWS refuses, when retries are used up, and when <c>stop</c> ends the call.
/// Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_Operations.html
/// </remarks>
internal sealed class CloudWatchLogsClient(LogsEndpoint endpoint, RequestSigner signer, HttpMessageInvoker http, IRetryPolicy retries)
{
    /// <summary>Makes a log group.</summary>
    /// <returns>False when it was there already.</returns>
    public async Task<bool> CreateLogGroupAsync(string logGroup, CancellationToken stop)
    {
        try
        {
            await CallAsync("CreateLogGroup", logGroup, _ => { }, stop);
            return true;
        }
        catch (CloudWatchLogsException fault) when (fault.Type == "ResourceAlreadyExistsException")
        {
            return false;
        }
    }

    public Task PutRetentionPolicyAsync(string logGroup, int days, CancellationToken stop) =>
        CallAsync("PutRetentionPolicy", logGroup, json => json.WriteNumber("retentionInDays", days), stop);

    /// <summary>A log group's filters; it has two at most, so the first page has all.</summary>
    public async Task<IReadOnlyList<SubscriptionFilter>> DescribeSubscriptionFiltersAsync(string logGroup, CancellationToken stop)
    {
        using var answer = JsonDocument.Parse(await CallAsync("DescribeSubscriptionFilters", logGroup, _ => { }, stop));
        var filters = new List<SubscriptionFilter>();
        foreach (var filter in answer.RootElement.GetProperty("subscriptionFilters").EnumerateArray())
            filters.Add(new SubscriptionFilter(filter.GetProperty("filterName").GetString()!, filter.GetProperty("destinationArn").GetString()!));
        return filters;
    }

    public Task DeleteSubscriptionFilterAsync(string logGroup, string filterName, CancellationToken stop) =>
        CallAsync("DeleteSubscriptionFilter", logGroup, json => json.WriteString("filterName", filterName), stop);

    private Task<byte[]> CallAsync(string action, string logGroup, Action<Utf8JsonWriter> writeMembers, CancellationToken stop)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("logGroupName", logGroup);
            writeMembers(json);
            json.WriteEndObject();
        }
        var bytes = body.ToArray();
        return retries.RunAsync(action, logGroup, attempt => SendAsync(action, logGroup, bytes, attempt), stop);
    }

    private async Task<byte[]> SendAsync(string action, string logGroup, byte[] body, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/x-amz-json-1.1");
        request.Headers.Add("X-Amz-Target", $"Logs_20140328.{action}");
        signer.Sign(request, body, DateTime.UtcNow);
        try
        {
            using var response = await http.SendAsync(request, stop);
            var answer = await response.Content.ReadAsByteArrayAsync(stop);
            return response.IsSuccessStatusCode ? answer : throw AwsErrorResponse.Read(action, logGroup, response.StatusCode, answer);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw new CloudWatchLogsException(action, logGroup, $"the connection failed ({(fault as HttpRequestException)?.HttpRequestError}).", isTransient: true);
        }
    }
}
