using System.Collections.Immutable;
using static Macro.Core.Configuration.ParameterType;

namespace Macro.Core.Configuration;

/// <content>Log groups and the Datadog Forwarder.</content>
public static partial class ParameterCatalog
{
    /// <summary>The retentions that CloudWatch Logs accepts.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html</remarks>
    private static readonly ImmutableArray<string> RetentionDays =
    [
        "1", "3", "5", "7", "14", "30", "60", "90", "120", "150", "180", "365", "400", "545", "731", "1096", "1827", "2192", "2557", "2922",
        "3288", "3653",
    ];

    internal static readonly Parameter ForwarderArn = new(
        "forwarderArn", Text,
        "ARN of the Datadog Forwarder that receives the functions' logs.")
    {
        ProcessVariable = "DD_MACRO_FORWARDER_ARN",
        Replaces = ["addExtension", "extensionLayerVersion", "extensionLayerArn"],
    };

    internal static readonly Parameter ForwardApiLogs = new(
        "forwardApiLogs", Choice,
        "Which logs of the template's API Gateway stages the forwarder receives; a stage without access logs gets a log group for them.")
    {
        Choices = ["off", "access", "execution", "all"],
        Default = "off",
        ProcessVariable = "DD_MACRO_FORWARD_API_LOGS",
        PerResource = true,
    };

    internal static readonly Parameter ForwardLogGroups = new(
        "forwardLogGroups", Items,
        "Further log groups whose logs the forwarder receives: logical ids, or names.")
    {
        ProcessVariable = "DD_MACRO_FORWARD_LOG_GROUPS",
    };

    internal static readonly Parameter ForwarderPermission = new(
        "forwarderPermission", Flag,
        "Whether the stack allows CloudWatch Logs of its account and region to invoke the forwarder.")
    {
        OtherSpellings = ["createForwarderPermissions"],
        Default = "false",
        ProcessVariable = "DD_MACRO_FORWARDER_PERMISSION",
    };

    internal static readonly Parameter CloudWatchLogs = new(
        "cloudWatchLogs", Flag,
        "Whether functions with the extension still write their logs to CloudWatch Logs; false denies it to their roles.")
    {
        Default = "true",
        ProcessVariable = "DD_MACRO_CLOUDWATCH_LOGS",
        PerResource = true,
    };

    internal static readonly Parameter StackName = new("stackName", Text, "Accepted for compatibility, without effect.")
    {
        ProcessVariable = "DD_MACRO_STACK_NAME",
    };

    internal static readonly Parameter StepFunctionForwarderArn = new(
        "stepFunctionForwarderArn", Text,
        "ARN of the Datadog Forwarder that receives the state machines' logs; turns their instrumentation on.")
    {
        ProcessVariable = "DD_MACRO_STEP_FUNCTION_FORWARDER_ARN",
    };

    internal static readonly Parameter LogRetentionInDays = new(
        "logRetentionInDays", Number,
        "Retention of the log groups that the macro creates, in days.")
    {
        Choices = RetentionDays,
        Minimum = 1,
        ProcessVariable = "DD_MACRO_LOG_RETENTION_IN_DAYS",
    };

    internal static readonly Parameter RemoveLegacySubscriptions = new(
        "removeLegacySubscriptions", Flag,
        "Whether subscription filters that Datadog's own macro left behind are removed.")
    {
        Default = "false",
        ProcessVariable = "DD_MACRO_REMOVE_LEGACY_SUBSCRIPTIONS",
    };
}
