using System.Text.Json;
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

    public string ResourceType { get; private init; } = "";

    public string LogicalResourceId { get; private init; } = "";

    /// <summary>The physical id of the resource. It never changes, since CloudFormation would treat a new id as a replacement.</summary>
    public string PhysicalResourceId { get; private init; } = "";

    /// <summary>The function that CloudFormation invokes for the resource; null when the event does not say.</summary>
    public string? ServiceToken { get; private init; }

    /// <inheritdoc cref="LogGroupsProperties.LogGroupNames"/>
    public IReadOnlyList<string> LogGroupNames { get; private init; } = [];

    /// <inheritdoc cref="LogGroupsProperties.RetentionInDays"/>
    public int? RetentionInDays { get; private init; }

    /// <inheritdoc cref="LogGroupsProperties.LegacyForwarderArn"/>
    public string? LegacyForwarderArn { get; private init; }

    /// <inheritdoc cref="LogGroupsProperties.LegacyLogGroupNames"/>
    public IReadOnlyList<string> LegacyLogGroupNames { get; private init; } = [];

    /// <summary>One sentence that says why the event is not valid; null for a valid event. It contains no value of the event.</summary>
    public string? Error { get; private init; }

    /// <summary>Reads an event, a JSON object with any members.</summary>
    public static LogGroupsRequest Read(ReadOnlyMemory<byte> payload)
    {
        using var document = JsonDocument.Parse(payload, new JsonDocumentOptions { MaxDepth = EventJson.Options.MaxDepth });
        var root = document.RootElement;
        var properties = EventJson.Find(root, "ResourceProperties");
        var reader = new PropertyReader(properties);
        var logicalId = Text(root, "LogicalResourceId") ?? "";
        var request = new LogGroupsRequest
        {
            RequestType = Text(root, "RequestType") ?? "",
            ResponseUrl = Text(root, "ResponseURL") ?? "",
            StackId = Text(root, "StackId") ?? "",
            RequestId = Text(root, "RequestId") ?? "",
            ResourceType = Text(root, "ResourceType") ?? "",
            LogicalResourceId = logicalId,
            PhysicalResourceId = Text(root, "PhysicalResourceId") ?? $"datadog-log-groups-{logicalId}",
            ServiceToken = reader.Text("ServiceToken"),
            LogGroupNames = reader.Texts(LogGroupsProperties.LogGroupNames),
            RetentionInDays = reader.Number(LogGroupsProperties.RetentionInDays),
            LegacyForwarderArn = reader.Text(LogGroupsProperties.LegacyForwarderArn),
            LegacyLogGroupNames = reader.Texts(LogGroupsProperties.LegacyLogGroupNames),
        };
        return request with { Error = FindError(request, properties.ValueKind) ?? reader.Problem };
    }

    private static string? FindError(LogGroupsRequest request, JsonValueKind properties) =>
        request.RequestType is not ("Create" or "Update" or "Delete")
            ? "The RequestType of the event must be Create, Update or Delete."
        : request.StackId.Length == 0 || request.RequestId.Length == 0 || request.LogicalResourceId.Length == 0
            ? "The event has no StackId, RequestId or LogicalResourceId."
        : properties != JsonValueKind.Object
            ? "The event has no ResourceProperties."
        : null;

    private static string? Text(JsonElement parent, string name) => EventJson.Text(EventJson.Find(parent, name));
}
