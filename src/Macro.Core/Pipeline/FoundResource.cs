using Macro.Json;

namespace Macro.Core.Pipeline;

/// <summary>A kind of resource that is instrumented, with the words for it.</summary>
/// <param name="Name">One of them: <c>function</c>.</param>
/// <param name="PluralName">Several: <c>functions</c>.</param>
/// <param name="Highlights">The changes that matter most, which an overview shows.</param>
public sealed record ResourceKind(string Name, string PluralName, IReadOnlyList<ChangeKind> Highlights);

/// <summary>A resource of a kind that is instrumented.</summary>
/// <param name="LogicalId">Its logical id.</param>
/// <param name="Type">Its type, such as <c>AWS::Lambda::Function</c>.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Description">What tells it apart, such as a function's runtime, which may be an expression; null for nothing.</param>
/// <param name="IsInstrumented">Whether it is instrumented; if not, it is left alone.</param>
public sealed record FoundResource(string LogicalId, string Type, ResourceKind Kind, Node? Description, bool IsInstrumented);
