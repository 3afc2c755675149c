using System.Text.Json;

namespace Macro.Fuzz;

/// <summary>CloudWatch Logs with a memory of its own, some errors, and answers that no real one gives.</summary>
internal sealed class FakeCloudWatch(Random random)
{
    private const string Own = "datadog-forwarder";
    private const string Legacy = "datadog-serverless-macro-filter";
    private const int MaxGroups = 1000;

    private static readonly (int Status, string Body)[] Errors =
    [
        (400, """{"__type":"ThrottlingException"}"""), (400, """{"__type":"AccessDeniedException","message":"no"}"""),
        (400, """{"__type":"com.amazonaws.logs#ResourceNotFoundException"}"""), (400, """{"__type":"InvalidParameterException"}"""),
        (500, "nonsense"), (403, """{"__type":7}"""), (400, """["x"]"""), (302, ""),
    ];

    /// <summary>Answers to a call that reads; one that writes would seem to have succeeded.</summary>
    private static readonly (int Status, string Body)[] Malformed =
    [
        (200, "nonsense"), (200, """{"tags":{"\ud800":1}}"""),
        (200, """{"subscriptionFilters":[{"filterName":"\ud800","destinationArn":7}]}"""), (200, "{}"),
    ];

    private readonly Dictionary<string, string?> _stacks = [];
    private readonly HashSet<string> _legacy = [];

    /// <summary>Answers a call, and keeps in the exchange what the macro may not do.</summary>
    public (int Status, string Body) Call(Exchange exchange, string operation, byte[] body)
    {
        var members = JsonDocument.Parse(body).RootElement;
        var group = members.TryGetProperty("resourceArn", out var arn)
            ? arn.GetString()!.Split(":log-group:")[^1]
            : members.GetProperty("logGroupName").GetString()!;
        exchange.Calls.Add((operation, group, members));
        if (random.Next(40) == 0) return Errors[random.Next(Errors.Length)];
        if (operation[0] is 'L' or 'D' && operation != "DeleteSubscriptionFilter" && random.Next(20) == 0)
            return Malformed[random.Next(Malformed.Length)];
        if (_stacks.Count > MaxGroups) _stacks.Clear();
        if (operation == "CreateLogGroup") return Create(group, members);
        if (!_stacks.TryGetValue(group, out var stack)) return (400, """{"__type":"ResourceNotFoundException"}""");
        return (200, operation switch
        {
            "ListTagsForResource" => stack is null ? """{"tags":{}}""" : $$$"""{"tags":{"dd_sls_macro_stack":"{{{stack}}}"}}""",
            "DescribeSubscriptionFilters" => Describe(exchange, group),
            "DeleteSubscriptionFilter" => Delete(exchange, group, members),
            "PutRetentionPolicy" => PutRetention(exchange, stack),
            _ => Refuse(exchange, $"the program called {operation}"),
        });
    }

    private (int Status, string Body) Create(string group, JsonElement members)
    {
        var exists = random.Next(3) == 0;
        if (!_stacks.TryAdd(group, exists ? null : members.GetProperty("tags").GetProperty("dd_sls_macro_stack").GetString()))
            exists = true;
        return exists ? (400, """{"__type":"ResourceAlreadyExistsException"}""") : (200, "");
    }

    /// <summary>Half of the groups have the old filter, and half of those the new one.</summary>
    private string Describe(Exchange exchange, string group)
    {
        var destination = CustomResourceLaw.Text(exchange.Payload, "ResourceProperties", "LegacyForwarderArn");
        _legacy.Remove(group);
        if (destination is null || random.Next(2) == 0) return """{"subscriptionFilters":[]}""";
        var own = random.Next(2) == 0;
        if (own) _legacy.Add(group);
        var arn = JsonEncodedText.Encode(destination);
        return $$"""
            {"subscriptionFilters":[{"filterName":"{{Legacy}}","destinationArn":"{{arn}}"},
              {"filterName":"{{Own}}","destinationArn":"{{(own ? arn : "arn:of:another")}}"}]}
            """;
    }

    private string Delete(Exchange exchange, string group, JsonElement members) =>
        members.GetProperty("filterName").GetString() == Legacy && _legacy.Remove(group)
            ? ""
            : Refuse(exchange, "a filter was deleted without a successor");

    private static string PutRetention(Exchange exchange, string? stack) =>
        stack is not null && stack == CustomResourceLaw.Text(exchange.Payload, "StackId")
            ? ""
            : Refuse(exchange, "the retention of another stack's group was set");

    private static string Refuse(Exchange exchange, string breach)
    {
        exchange.Breaches.Add(breach);
        return "";
    }
}
