namespace Macro.Aws;

/// <summary>What a call does and to which resource, for messages.</summary>
/// <param name="Action">The IAM action that allows it, such as <c>logs:CreateLogGroup</c>.</param>
/// <param name="Resource">The kind and name of the resource, such as <c>log group /aws/lambda/shop</c>.</param>
/// <remarks>
/// Source: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
/// </remarks>
public sealed record AwsOperation(string Action, string Resource);
