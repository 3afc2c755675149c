using Macro.Json;

namespace Macro.Core.Pipeline;

/// <summary>A kind of resource that the macro instruments, with its display names.</summary>
/// <param name="Name">The singular: <c>function</c>.</param>
/// <param name="PluralName">The plural: <c>functions</c>.</param>
/// <param name="Highlights">The most important kinds of changes, which an overview shows.</param>
public sealed record ResourceKind(string Name, string PluralName, IReadOnlyList<ChangeKind> Highlights);

/// <summary>A resource of a kind that the macro instruments.</summary>
/// <param name="LogicalId">Its logical id.</param>
/// <param name="Type">Its type, such as <c>AWS::Lambda::Function</c>.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Description">A description such as a function's runtime, which may be an expression; null for none.</param>
/// <param name="IsInstrumented">Whether it is instrumented; if not, it is unchanged.</param>
public sealed record FoundResource(string LogicalId, string Type, ResourceKind Kind, Node? Description, bool IsInstrumented)
{
    /// <summary>The code of the diagnostic that says why the resource is not instrumented; null if it is, or if there is none.</summary>
    public string? SkipReason { get; init; }
}
