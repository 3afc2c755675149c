using Macro.CloudFormation.Templates;
using Macro.Json;

namespace Macro.Core.Lambda.Functions;

/// <summary>Recognizes the functions that CDK and the Serverless Framework add to a template for themselves.</summary>
/// <remarks>
/// Sources: https://github.com/aws/aws-cdk/tree/main/packages/aws-cdk-lib (aws-logs, aws-s3, aws-s3-deployment, custom-resources, core),
/// https://github.com/serverless/serverless (custom resources of the AWS provider).
/// AWS SAM adds no functions.
/// </remarks>
internal static class HelperFunction
{
    /// <summary>How the logical ids begin: names of tools with identifiers that are the same in every app.</summary>
    private static readonly string[] Prefixes =
    [
        "LogRetentionaae0aa3c5b4d4f87b02d85b201efdd8a", "AWS679f53fac002430cb0da5b7982bd2287",
        "BucketNotificationsHandler050a0587b7544547bf325f094a3db834", "CustomCDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C",
        "CustomDashresourceDash",
    ];

    private const string CdkProvider = "CustomResourceProviderHandler";
    private const int CdkHashLength = 8;
    private const string CdkFramework = "AWS CDK resource provider framework - ";

    public static bool Is(Resource function)
    {
        var name = function.LogicalId;
        foreach (var prefix in Prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal)) return true;
        }
        return name.IndexOf(CdkProvider, StringComparison.Ordinal) is var start and >= 0
                && name.Length == start + CdkProvider.Length + CdkHashLength
            || function.Property("Description"u8) is ScalarNode { Text: { } text }
                && text.StartsWith(CdkFramework, StringComparison.Ordinal);
    }
}
