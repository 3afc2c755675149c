using Macro.CloudFormation.Intrinsics;
using Macro.Json;

namespace Macro.Core.Lambda.Checks;

/// <summary>AWS managed policies that grant only what Lambda itself needs, without access to secrets or parameters.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/dg/permissions-managed-policies.html</remarks>
internal static class ManagedPolicies
{
    private static readonly string[] Harmless =
    [
        "AWSLambdaBasicExecutionRole", "AWSLambdaVPCAccessExecutionRole", "AWSLambdaENIManagementAccess", "AWSXRayDaemonWriteAccess",
        "AWSXrayWriteOnlyAccess", "AWSLambdaSQSQueueExecutionRole", "AWSLambdaKinesisExecutionRole", "AWSLambdaDynamoDBExecutionRole",
    ];

    /// <summary>Whether an ARN, or an expression of one, names such a policy.</summary>
    public static bool IsHarmless(Node arn) => Intrinsic.Mentions(arn, IsHarmless);

    private static bool IsHarmless(string arn)
    {
        var name = arn.AsSpan(arn.LastIndexOf('/') + 1);
        foreach (var harmless in Harmless)
        {
            if (name.SequenceEqual(harmless)) return true;
        }
        return false;
    }
}
