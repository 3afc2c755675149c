using Macro.Json;

namespace Macro.Core.Pipeline;

/// <summary>One change made by the instrumentation.</summary>
/// <param name="Kind">The kind of change.</param>
/// <param name="LogicalId">Logical id of the changed resource.</param>
/// <param name="Name">Name of the variable, tag, state, policy, filter or property; null if the kind is sufficient.</param>
/// <param name="Path">Path of the value from the root of the template.</param>
/// <param name="Before">The value before; null when there was none. A copy that stays valid after the run.</param>
/// <param name="After">The value after; null when it is removed. A copy that stays valid after the run.</param>
public sealed record Change(ChangeKind Kind, string LogicalId, string? Name, JsonPath Path, Node? Before, Node? After)
{
    /// <summary>Whether <see cref="Before"/> must not be displayed, such as the user's value of an environment variable.</summary>
    public bool IsBeforeSecret { get; init; }

    /// <summary>Whether <see cref="After"/> must not be displayed.</summary>
    public bool IsAfterSecret { get; init; }
}
