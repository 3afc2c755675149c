using System.Globalization;
using System.Text.Json;
using Macro.CloudFormation.Identifiers;
using Macro.Core.LogForwarding;
using Macro.Lambda.Events;

namespace Macro.Lambda.LogGroups;

/// <summary>An event for <c>Custom::DatadogLogGroups</c>, a resource that the transform adds to templates.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html</remarks>
internal sealed record LogGroupsRequest
{
    public string RequestType { get; private init; } = "";

    public string ResponseUrl { get; private init; } = "";

    public string StackId { get; private init; } = "";

    public string RequestId { get; private init; } = "";

    public string LogicalResourceId { get; private init; } = "";

    /// <summary>The physical id of the resource. It never changes, since CloudFormation would treat a new id as a replacement.</summary>
    public string PhysicalResourceId { get; private init; } = "";

    /// <inheritdoc cref="LogGroupsProperties.LogGroupNames"/>
    public IReadOnlyList<string> LogGroupNames { get; private init; } = [];

    /// <inheritdoc cref="LogGroupsProperties.RetentionInDays"/>
    public int? RetentionInDays { get; private init; }

    /// <inheritdoc cref="LogGroupsProperties.LegacyForwarderArn"/>
    public string? LegacyForwarderArn { get; private init; }

    /// <inheritdoc cref="LogGroupsProperties.LegacyLogGroupNames"/>
    public IReadOnlyList<string> LegacyLogGroupNames { get; private init; } = [];

    /// <summary>One sentence that says why the event is not valid; null for a valid event.</summary>
    public string? Error { get; private init; }

    /// <summary>The account of the stack; null when <see cref="StackId"/> is not an ARN.</summary>
    public string? AccountId => Arn.Parse(StackId)?.AccountId;

    /// <summary>Reads an event, a JSON object with any members.</summary>
    public static LogGroupsRequest Read(ReadOnlyMemory<byte> payload)
    {
        using var document = JsonDocument.Parse(payload, new JsonDocumentOptions { MaxDepth = EventJson.Options.MaxDepth });
        var root = document.RootElement;
        var hasProperties = root.TryGetProperty("ResourceProperties", out var properties) && properties.ValueKind == JsonValueKind.Object;
        if (!hasProperties) properties = default;
        var request = new LogGroupsRequest
        {
            RequestType = Text(root, "RequestType") ?? "",
            ResponseUrl = Text(root, "ResponseURL") ?? "",
            StackId = Text(root, "StackId") ?? "",
            RequestId = Text(root, "RequestId") ?? "",
            LogicalResourceId = Text(root, "LogicalResourceId") ?? "",
            PhysicalResourceId = Text(root, "PhysicalResourceId") ?? $"datadog-log-groups-{Text(root, "LogicalResourceId")}",
            LogGroupNames = Texts(properties, LogGroupsProperties.LogGroupNames),
            RetentionInDays = Number(properties, LogGroupsProperties.RetentionInDays),
            LegacyForwarderArn = Text(properties, LogGroupsProperties.LegacyForwarderArn),
            LegacyLogGroupNames = Texts(properties, LogGroupsProperties.LegacyLogGroupNames),
        };
        return request with { Error = FindError(request, properties) };
    }

    private static string? FindError(LogGroupsRequest request, JsonElement properties)
    {
        if (request.RequestType is not ("Create" or "Update" or "Delete"))
        {
            return "The RequestType of the event must be Create, Update or Delete.";
        }
        if (request.StackId.Length == 0 || request.RequestId.Length == 0 || request.LogicalResourceId.Length == 0)
        {
            return "The event has no StackId, RequestId or LogicalResourceId.";
        }
        if (request.RequestType == "Delete") return null;
        if (properties.ValueKind != JsonValueKind.Object) return "The event has no ResourceProperties.";
        return !properties.TryGetProperty(LogGroupsProperties.LogGroupNames, out var names) || names.ValueKind == JsonValueKind.Array
            ? null
            : "The property LogGroupNames of the resource must be a list.";
    }

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? Text(value) : null;

    /// <summary>The text of a string; null for every other value, and for escapes that are not valid Unicode.</summary>
    private static string? Text(JsonElement value)
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

    private static int? Number(JsonElement parent, string name) =>
        int.TryParse(Text(parent, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static List<string> Texts(JsonElement parent, string name)
    {
        var texts = new List<string>();
        if (parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(name, out var list)) return texts;
        if (list.ValueKind != JsonValueKind.Array) return texts;
        foreach (var item in list.EnumerateArray())
        {
            if (Text(item) is { } text) texts.Add(text);
        }
        return texts;
    }
}
