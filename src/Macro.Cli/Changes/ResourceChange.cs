using Macro.Core.Pipeline;

namespace Macro.Cli.Changes;

/// <summary>A resource of the template, and what the macro changes about it.</summary>
/// <param name="LogicalId">Its logical id.</param>
/// <param name="Type">Its type, such as <c>AWS::Lambda::Function</c>.</param>
internal sealed record ResourceChange(string LogicalId, string Type)
{
    /// <summary>The kind that the macro instruments; null for other resources, such as roles.</summary>
    public ResourceKind? Kind { get; init; }

    /// <summary>What tells it apart, such as a function's runtime; null for nothing.</summary>
    public string? Description { get; init; }

    /// <summary>What changes; empty when it is left alone.</summary>
    public IReadOnlyList<ChangeLine> Changes { get; init; } = [];

    /// <summary>What was noticed about the resource, one line each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The resource before and after, UTF-8 JSON, masked; after is empty when the resource is removed.</summary>
    public (ReadOnlyMemory<byte> Before, ReadOnlyMemory<byte> After) Json { get; init; }
}
