using Macro.Json;

namespace Macro.Core.Pipeline;

/// <summary>A log group of a resource other than a function, which the forwarder is to be subscribed to.</summary>
/// <param name="Name">Its name, or a reference to the resource that declares it.</param>
/// <param name="Writer">Logical id of the resource that writes to it; null when the user named the group.</param>
/// <param name="Condition">The condition under which it is written to; null for always.</param>
internal sealed record ForwardedLog(Node Name, string? Writer, string? Condition)
{
    /// <summary>Whether an AWS service creates the group, later than the subscription needs it.</summary>
    public bool IsCreatedLate { get; init; }
}
