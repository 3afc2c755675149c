namespace Macro.Aws.CloudFormation;

/// <summary>A change set to create.</summary>
/// <param name="StackName">The name of the stack.</param>
/// <param name="Name">The name of the change set, unique in the stack.</param>
/// <param name="CreatesStack">Whether the stack is new.</param>
/// <param name="TemplateBody">The template.</param>
/// <param name="Parameters">The template's parameters.</param>
/// <param name="Capabilities">What is acknowledged, such as <c>CAPABILITY_IAM</c>.</param>
public sealed record NewChangeSet(
    string StackName,
    string Name,
    bool CreatesStack,
    string TemplateBody,
    IReadOnlyList<StackParameter> Parameters,
    IReadOnlyList<string> Capabilities);
