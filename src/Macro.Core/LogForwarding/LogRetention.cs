using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Json;

namespace Macro.Core.LogForwarding;

/// <summary>The custom resources with which the AWS CDK creates the log groups of functions and sets their retention.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_logs.LogRetention.html</remarks>
internal static class LogRetention
{
    private const string Type = "Custom::LogRetention";

    /// <summary>Those for log groups of this deployment's region.</summary>
    public static IEnumerable<Resource> In(Template template, Evaluator evaluator) => template.OfType(Type).Where(resource =>
        LogGroupName(resource) is not null
        && (resource.Property("LogGroupRegion"u8) is not { } region
            || evaluator.Text(region) == evaluator.Text(Intrinsic.MakeRef("AWS::Region"))));

    /// <summary>The name of the log group; null when it is missing.</summary>
    public static Node? LogGroupName(Resource resource) => resource.Property("LogGroupName"u8);
}
