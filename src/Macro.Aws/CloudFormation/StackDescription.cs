namespace Macro.Aws.CloudFormation;

/// <summary>A stack.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Status">Its status, such as <c>UPDATE_COMPLETE</c>.</param>
/// <param name="StatusReason">Why it has that status; null when AWS gives no reason.</param>
/// <param name="Parameters">The values of its parameters by name; AWS masks those with <c>NoEcho</c>.</param>
/// <param name="Outputs">The values of its outputs by name.</param>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Stack.html</remarks>
public sealed record StackDescription(
    string Name,
    string Status,
    string? StatusReason,
    IReadOnlyDictionary<string, string> Parameters,
    IReadOnlyDictionary<string, string> Outputs);
