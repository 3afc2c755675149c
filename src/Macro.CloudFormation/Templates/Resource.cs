using Macro.Json;

namespace Macro.CloudFormation.Templates;

/// <summary>One well-formed entry of <c>Resources</c>: an object with a <c>Type</c>.</summary>
internal sealed class Resource(string logicalId, string type, ObjectNode body)
{
    public string LogicalId { get; } = logicalId;

    public string Type { get; } = type;

    public ObjectNode Body { get; } = body;

    /// <summary>The name of the condition under which the resource exists; null: always.</summary>
    public string? Condition => Body["Condition"u8]?.Text;

    /// <summary>The properties; null when there are none or they are no object.</summary>
    public ObjectNode? Properties => field ??= Body["Properties"u8] as ObjectNode;

    public Node? Property(ReadOnlySpan<byte> name) => Properties?[name];

    /// <summary>The resource's own settings for this macro: <c>Metadata.Datadog</c>.</summary>
    public Node? DatadogMetadata => (Body["Metadata"u8] as ObjectNode)?["Datadog"u8];
}
