using System.Text.Json;
using System.Text.RegularExpressions;

namespace Macro.Fuzz;

/// <summary>What holds of the answer to every event that may be a custom resource's.</summary>
internal static partial class CustomResourceLaw
{
    private const string Prefix = "/aws/lambda/";
    private const int MaxResponse = 4096;
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1000 };

    /// <summary>Tells how an exchange breaks the law; null when it does not.</summary>
    public static string? Breach(Exchange exchange, string authority)
    {
        if (exchange.Breaches.Count > 0) return exchange.Breaches[0];
        if (MacroEventTarget.ShowsMarker(exchange)) return "the log shows a value";
        if (!IsCustomResource(exchange.Payload)) return OfAnotherEvent(exchange);
        return OfAnswer(exchange) ?? OfCalls(exchange) ?? OfPuts(exchange, authority) ?? OfSilence(exchange);
    }

    /// <summary>What tells one way through the program from another.</summary>
    public static string Signature(byte[] answer) => Names().Replace(System.Text.Encoding.UTF8.GetString(answer), "").Trim();

    /// <summary>A text in an event by its path; null where there is none. The last of several members of a name counts.</summary>
    public static string? Text(byte[] payload, params string[] path)
    {
        using var document = Parse(payload);
        return document is null ? null : Text(document.RootElement, path);
    }

    private static string? Text(JsonElement value, string[] path)
    {
        foreach (var name in path)
        {
            if (Find(value, name) is not { } member) return null;
            value = member;
        }
        return TextOf(value);
    }

    private static JsonElement? Find(JsonElement value, string name)
    {
        if (value.ValueKind != JsonValueKind.Object) return null;
        JsonElement? found = null;
        foreach (var member in value.EnumerateObject())
        {
            if (NameOf(member) == name) found = member.Value;
        }
        return found;
    }

    private static bool IsCustomResource(byte[] payload)
    {
        using var document = Parse(payload);
        if (document is not { RootElement.ValueKind: JsonValueKind.Object }) return false;
        var members = document.RootElement.EnumerateObject().ToList();
        return members.TrueForAll(member => NameOf(member) != "fragment")
            && members.Exists(member => NameOf(member) == "ResponseURL" && member.Value.ValueKind == JsonValueKind.String);
    }

    private static string? OfAnotherEvent(Exchange exchange)
    {
        if (exchange.Puts.Count + exchange.Calls.Count > 0) return "the program made a call for what is no custom resource";
        using var answer = Parse(exchange.Answers[0].Body);
        return exchange.Answers[0].Call == "response" && answer is not null && Text(answer.RootElement, ["status"]) is not null
            ? null
            : "the answer is no macro response";
    }

    private static string? OfAnswer(Exchange exchange) => exchange.Answers[0] switch
    {
        ("response", var body) when body.AsSpan().SequenceEqual("null"u8) => null,
        ("error", var body) when body.AsSpan().IndexOf("InvocationFailedException"u8) >= 0 => null,
        var (call, _) => $"the program posted {call}",
    };

    private static string? OfCalls(Exchange exchange)
    {
        if (exchange.Calls.Count == 0) return null;
        using var document = JsonDocument.Parse(exchange.Payload, Deep);
        var root = document.RootElement;
        if (Text(root, ["RequestType"]) is not ("Create" or "Update")) return "a call for another request type";
        if (Text(root, ["ResourceType"]) != "Custom::DatadogLogGroups") return "a call for another resource type";
        if (Text(root, ["ResourceProperties", "ServiceToken"])?.StartsWith(LambdaServer.FunctionArn, StringComparison.Ordinal) != true)
            return "a call for another service token";
        if (!Stack().IsMatch(Text(root, ["StackId"]) ?? "")) return "a call for another stack";
        return exchange.Calls.Select(call => OfCall(root, call.Operation, call.Group)).FirstOrDefault(breach => breach is not null);
    }

    private static string? OfCall(JsonElement root, string operation, string group)
    {
        if (!group.StartsWith(Prefix, StringComparison.Ordinal) || !Group().IsMatch(group)) return "a call for a name outside the prefixes";
        if (group == LambdaServer.OwnLog) return "a call for the macro's own log";
        var isLegacy = operation is "DescribeSubscriptionFilters" or "DeleteSubscriptionFilter";
        var list = Find(Find(root, "ResourceProperties")!.Value, isLegacy ? "LegacyLogGroupNames" : "LogGroupNames");
        return list is { ValueKind: JsonValueKind.Array } names && names.EnumerateArray().Any(name => TextOf(name) == group)
            ? null
            : $"{operation} for a name that is not listed";
    }

    private static string? OfPuts(Exchange exchange, string authority)
    {
        if (exchange.Puts.Count > 1) return "more than one response";
        var url = Text(exchange.Payload, "ResponseURL");
        var isOurs = Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri is { Scheme: "http", IsLoopback: true }
            && uri.Authority == authority;
        if (exchange.Puts.Count == 0) return isOurs ? "no response" : null;
        var (path, body) = exchange.Puts[0];
        if (!isOurs || path != uri!.PathAndQuery) return "a response to another address";
        using var response = Parse(body);
        if (response is null) return "the response is no JSON";
        var status = Text(response.RootElement, ["Status"]);
        if (status is not ("SUCCESS" or "FAILED")) return "the response has no status";
        if (status == "FAILED" && string.IsNullOrEmpty(Text(response.RootElement, ["Reason"]))) return "the response has no reason";
        if (body.Length > MaxResponse && exchange.Payload.Length < MaxResponse / 2) return "the response is too long";
        return ((string[])["StackId", "RequestId", "LogicalResourceId"])
            .FirstOrDefault(name => Text(exchange.Payload, name) is { } sent && sent != Text(body, name)) is { } lost
            ? $"the response has another {lost}"
            : null;
    }

    /// <summary>What gets no response is not CloudFormation's, and no work is done for it.</summary>
    private static string? OfSilence(Exchange exchange) =>
        exchange.Puts.Count == 0 && exchange.Answers[0].Call == "response" && exchange.Calls.Count > 0
            ? "a call for an event without a response"
            : null;

    private static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonDocument? Parse(byte[] json)
    {
        try
        {
            return JsonDocument.Parse(json, Deep);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^[\w./#-]{1,512}\z", RegexOptions.ECMAScript)]
    private static partial Regex Group();

    [GeneratedRegex(@"^arn:aws:cloudformation:us-east-1:123456789012:stack/[^/ ]+/[^/ ]+\z")]
    private static partial Regex Stack();

    [GeneratedRegex(@"""(PhysicalResourceId|StackId|RequestId|LogicalResourceId)"":""(\\.|[^""\\])*""|/aws/[^ :""]*|\d+")]
    private static partial Regex Names();
}
