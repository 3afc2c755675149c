using Macro.Json;

namespace Macro.Core.Pipeline;

/// <summary>One thing that the instrumentation changed.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="LogicalId">Logical id of the resource that it belongs to.</param>
/// <param name="Name">Name of the variable, tag, state, policy, filter or property; null where the kind says all.</param>
/// <param name="Path">Where the value is in the template, from the root on.</param>
/// <param name="Before">The value before; null: there was none. It outlives the run and belongs to no template.</param>
/// <param name="After">The value after; null: it is removed. It outlives the run likewise.</param>
public sealed record Change(ChangeKind Kind, string LogicalId, string? Name, JsonPath Path, Node? Before, Node? After)
{
    /// <summary>Whether <see cref="Before"/> may not be shown to people. What the user wrote into a variable may not.</summary>
    public bool IsBeforeSecret { get; init; }

    /// <summary>Whether <see cref="After"/> may not be shown to people.</summary>
    public bool IsAfterSecret { get; init; }
}
