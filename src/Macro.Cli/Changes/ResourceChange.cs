using Macro.Core.Pipeline;

namespace Macro.Cli.Changes;

/// <summary>A resource of the template and the changes that the macro makes to it.</summary>
/// <param name="LogicalId">Its logical id.</param>
/// <param name="Type">Its type, such as <c>AWS::Lambda::Function</c>.</param>
internal sealed record ResourceChange(string LogicalId, string Type)
{
    /// <summary>The kind that the macro instruments; null for other resources, such as roles.</summary>
    public ResourceKind? Kind { get; init; }

    /// <summary>Whether it is of a kind that the macro instruments, and left alone.</summary>
    public bool IsSkipped { get; init; }

    /// <summary>The code of the diagnostic that says why it is left alone; null if it is not, or if there is none.</summary>
    public string? SkipReason { get; init; }

    /// <summary>A short description, such as a function's runtime; null when there is none.</summary>
    public string? Description { get; init; }

    /// <summary>The changes; empty when the macro does not change the resource.</summary>
    public IReadOnlyList<ChangeLine> Changes { get; init; } = [];

    /// <summary>The warnings for the resource, one line each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>
    /// What changes in the resource, before and after, UTF-8 JSON, masked and without values that do not change; after is empty when the
    /// resource is removed.
    /// </summary>
    public (ReadOnlyMemory<byte> Before, ReadOnlyMemory<byte> After) Json { get; init; }
}
