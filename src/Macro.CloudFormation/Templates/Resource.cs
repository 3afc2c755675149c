using Macro.Json;

namespace Macro.CloudFormation.Templates;

/// <summary>One well-formed entry of <c>Resources</c>: an object with a <c>Type</c>.</summary>
/// <param name="logicalId">Its key in <c>Resources</c>.</param>
/// <param name="type">Its type, such as one of <see cref="ResourceTypes"/>.</param>
/// <param name="body">The whole entry.</param>
public sealed class Resource(string logicalId, string type, ObjectNode body)
{
    /// <summary>The key of the resource in <c>Resources</c>.</summary>
    public string LogicalId { get; } = logicalId;

    /// <summary>The type, such as one of <see cref="ResourceTypes"/>.</summary>
    public string Type { get; } = type;

    /// <summary>The whole entry.</summary>
    public ObjectNode Body { get; } = body;

    /// <summary>The name of the condition under which the resource exists; null: it always exists.</summary>
    public string? Condition => Body["Condition"u8]?.Text;

    /// <summary>The properties; null when they are missing or not an object.</summary>
    public ObjectNode? Properties => field ??= Body["Properties"u8] as ObjectNode;

    /// <summary>A property; null when it is missing.</summary>
    public Node? Property(ReadOnlySpan<byte> name) => Properties?[name];

    /// <summary>The resource's own settings for this macro: <c>Metadata.Datadog</c>.</summary>
    public Node? DatadogMetadata => (Body["Metadata"u8] as ObjectNode)?["Datadog"u8];
}
