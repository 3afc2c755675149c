namespace Macro.Lambda.Events;

/// <summary>ARNs of Lambda functions: <c>arn:partition:lambda:region:account:function:name</c>, then perhaps <c>:version-or-alias</c>.</summary>
internal static class FunctionArn
{
    private const int UnqualifiedParts = 7;
    private const int AccountPart = 4;

    /// <summary>The ARN without its version or alias.</summary>
    /// <remarks>
    /// It becomes the service token of custom resources, which CloudFormation does not allow to change, so it must not name the
    /// version that happened to run. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-customresource.html
    /// </remarks>
    public static string? Unqualified(string? arn)
    {
        var parts = arn?.Split(':');
        return parts is { Length: > UnqualifiedParts } ? string.Join(':', parts[..UnqualifiedParts]) : arn;
    }

    /// <summary>The account; null when there is no ARN.</summary>
    public static string? AccountId(string? arn) => arn?.Split(':') is { Length: > AccountPart } parts ? parts[AccountPart] : null;
}
