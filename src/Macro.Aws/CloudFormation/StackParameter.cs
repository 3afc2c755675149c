namespace Macro.Aws.CloudFormation;

/// <summary>A parameter of a change set.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Value">Its new value; null keeps the value that the stack has.</param>
public sealed record StackParameter(string Name, string? Value);
