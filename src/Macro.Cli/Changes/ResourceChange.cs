namespace Macro.Cli.Changes;

/// <summary>A resource of the template, and what the macro changes about it.</summary>
/// <param name="LogicalId">Its logical id.</param>
/// <param name="Type">Its type, such as <c>AWS::Lambda::Function</c>.</param>
internal sealed record ResourceChange(string LogicalId, string Type)
{
    /// <summary>What changes; empty when it is left alone.</summary>
    public IReadOnlyList<Change> Changes { get; init; } = [];

    /// <summary>Whether the macro instruments resources of its type.</summary>
    public bool IsInstrumentable => IsFunction || IsStateMachine;

    public bool IsFunction => Type is "AWS::Lambda::Function" or "AWS::Serverless::Function";

    public bool IsStateMachine => Type is "AWS::StepFunctions::StateMachine" or "AWS::Serverless::StateMachine";

    /// <summary>The function's runtime; null for other resources, and where it says none.</summary>
    public string? Runtime { get; init; }

    /// <summary>What was noticed about the resource, one line each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The resource before and after, UTF-8 JSON, masked.</summary>
    public (ReadOnlyMemory<byte> Before, ReadOnlyMemory<byte> After) Json { get; init; }
}
