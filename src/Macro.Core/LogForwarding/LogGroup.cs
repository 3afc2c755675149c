using Macro.CloudFormation.Evaluation;
using Macro.Json;

namespace Macro.Core.LogForwarding;

/// <summary>A log group that functions of the template write to.</summary>
/// <param name="LogicalIdPrefix">
/// The prefix of the logical ids that the macro adds for the group: the function whose default group it is, else the declared group, else a
/// hash of the name. It never depends on which functions share the group: a new logical id would make CloudFormation create a second filter
/// before it deletes the first, which fails.
/// </param>
/// <param name="Name">The name as <see cref="SymbolicEvaluator"/> returns it.</param>
/// <param name="Reference">The name as the value of a property.</param>
/// <param name="Condition">The condition of the resource that <paramref name="Reference"/> refers to; null for none.</param>
internal sealed record LogGroup(string LogicalIdPrefix, string Name, Node Reference, string? Condition)
{
    private const int MaxLabelLength = 120;

    /// <summary>Logical id of the resource that declares it in any deployment; null for none.</summary>
    public string? Declared { get; init; }

    /// <summary>
    /// The name as the macro lists it for creation, <c>AWS::NoValue</c> where another resource creates it; null if one always does.
    /// </summary>
    public Node? ToCreate { get; init; }

    /// <summary>Logical ids of the custom resources of the template that create it.</summary>
    public IReadOnlyList<string> Creators { get; init; } = [];

    /// <summary>Its name in messages.</summary>
    public string Label => Declared ?? Shorten(Name);

    /// <summary>Shortens a name for a message, since an unknown expression may have any length.</summary>
    public static string Shorten(string name) => name.Length > MaxLabelLength ? $"{name[..MaxLabelLength]}…" : name;
}

/// <summary>A function or another resource that writes to a log group.</summary>
/// <param name="Group">The log group; the same instance for all that write to it.</param>
/// <param name="When">The conditions that decide for it.</param>
/// <param name="Writer">Logical id of the function or resource; null when the user named the group.</param>
internal sealed record LogGroupUse(LogGroup Group, Guard? When, string? Writer)
{
    /// <summary>Whether an AWS service creates the group, later than the subscription needs it.</summary>
    public bool IsCreatedLate { get; init; }
}
