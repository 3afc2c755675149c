using System.Collections.Concurrent;
using System.Text.Json;

namespace Macro.Cli.Tests.Deployed.Fakes;

/// <summary>The part of CloudWatch Logs' API that the commands use, with its rules.</summary>
internal sealed class FakeLogs
{
    private const int MaxFilters = 2;

    /// <summary>The destinations of the filters of each group, by name.</summary>
    public ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> Groups { get; } = new();

    /// <summary>The retention of groups that have one.</summary>
    public ConcurrentDictionary<string, int> Retention { get; } = new();

    public void Call(Utf8JsonWriter json, string operation, string group, JsonElement body)
    {
        if (operation == "CreateLogGroup")
        {
            if (!Groups.TryAdd(group, new Dictionary<string, string>()))
                throw new FakeError(400, "ResourceAlreadyExistsException", "The specified log group already exists");
            return;
        }
        if (!Groups.TryGetValue(group, out var filters))
            throw new FakeError(400, "ResourceNotFoundException", "The specified log group does not exist.");
        switch (operation)
        {
            case "PutRetentionPolicy": Retention[group] = body.GetProperty("retentionInDays").GetInt32(); break;
            case "DescribeSubscriptionFilters": Describe(json, filters); break;
            case "PutSubscriptionFilter": Put(group, filters, body); break;
            case "DeleteSubscriptionFilter":
                var gone = body.GetProperty("filterName").GetString();
                Groups[group] = filters.Where(filter => filter.Key != gone).ToDictionary();
                break;
        }
    }

    private void Put(string group, IReadOnlyDictionary<string, string> filters, JsonElement body)
    {
        var name = body.GetProperty("filterName").GetString()!;
        if (!filters.ContainsKey(name) && filters.Count >= MaxFilters)
            throw new FakeError(400, "LimitExceededException", "Resource limit exceeded.");
        Groups[group] = new Dictionary<string, string>(filters) { [name] = body.GetProperty("destinationArn").GetString()! };
    }

    private static void Describe(Utf8JsonWriter json, IReadOnlyDictionary<string, string> filters)
    {
        json.WriteStartArray("subscriptionFilters");
        foreach (var (name, destination) in filters)
        {
            json.WriteStartObject();
            json.WriteString("filterName", name);
            json.WriteString("filterPattern", "");
            json.WriteString("destinationArn", destination);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
