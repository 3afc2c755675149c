namespace Macro.Aws.CloudFormation;

/// <summary>A change of one resource of a stack.</summary>
/// <param name="Action">What happens, such as <c>Add</c>, <c>Modify</c> or <c>Remove</c>.</param>
/// <param name="LogicalId">The resource's logical id.</param>
/// <param name="Type">The resource's type.</param>
/// <param name="Replacement">Whether the resource is replaced: <c>True</c>, <c>False</c> or <c>Conditional</c>; null for a new one.</param>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ResourceChange.html</remarks>
public sealed record PlannedChange(string Action, string LogicalId, string Type, string? Replacement);
