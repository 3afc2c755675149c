namespace Macro.Aws.CloudFormation;

/// <summary>A change set: what an update of a stack would do.</summary>
/// <param name="Status">Its status, such as <c>CREATE_COMPLETE</c>.</param>
/// <param name="StatusReason">Why it has that status; null when AWS gives no reason.</param>
/// <param name="Changes">The changes of resources.</param>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeChangeSet.html</remarks>
public sealed record ChangeSet(string Status, string? StatusReason, IReadOnlyList<PlannedChange> Changes);
