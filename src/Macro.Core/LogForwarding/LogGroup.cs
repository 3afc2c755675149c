using Macro.CloudFormation.Evaluation;
using Macro.Json;

namespace Macro.Core.LogForwarding;

/// <summary>A log group that functions of the template write to.</summary>
/// <param name="LogicalIdPrefix">
/// What our logical ids for it begin with: the declared group, else the function whose own group it is, else a hash of the name. It never
/// depends on which functions share the group: CloudFormation would replace the filter, and the new one could not be made beside the old.
/// </param>
/// <param name="Name">The name as <see cref="SymbolicEvaluator"/> reads it.</param>
/// <param name="Reference">The name as a property takes it.</param>
/// <param name="Condition">The condition under which the group is there; null: always.</param>
/// <param name="IsDeclared">Whether it is a resource of the template.</param>
/// <param name="Function">Logical id of the first function that writes to it.</param>
internal sealed record LogGroup(string LogicalIdPrefix, string Name, Node Reference, string? Condition, bool IsDeclared, string Function)
{
    /// <summary>Logical ids of all functions that write to it; empty where nobody asks for the changes.</summary>
    public IReadOnlyList<string> Functions { get; init; } = [];

    /// <summary>What people know it by.</summary>
    public string Label => IsDeclared ? LogicalIdPrefix : Name;
}
