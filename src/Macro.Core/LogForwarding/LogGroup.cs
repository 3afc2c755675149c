using Macro.CloudFormation.Evaluation;
using Macro.Json;

namespace Macro.Core.LogForwarding;

/// <summary>A log group that functions of the template write to.</summary>
/// <param name="LogicalIdPrefix">
/// The prefix of the logical ids that the macro adds for the group: the declared group, else the function whose default group it is, else a
/// hash of the name. It never depends on which functions share the group: a new logical id would make CloudFormation create a second filter
/// before it deletes the first, which fails.
/// </param>
/// <param name="Name">The name as <see cref="SymbolicEvaluator"/> returns it.</param>
/// <param name="Reference">The name as the value of a property.</param>
/// <param name="Condition">The condition under which the group exists; null for always.</param>
/// <param name="IsDeclared">Whether it is a resource of the template.</param>
/// <param name="Function">Logical id of the first function that writes to it.</param>
internal sealed record LogGroup(string LogicalIdPrefix, string Name, Node Reference, string? Condition, bool IsDeclared, string Function)
{
    /// <summary>Logical ids of all functions that write to it; empty unless changes are recorded.</summary>
    public IReadOnlyList<string> Functions { get; init; } = [];

    /// <summary>Its name in messages.</summary>
    public string Label => IsDeclared ? LogicalIdPrefix : Name;
}
