using Macro.Core.Diagnostics;
using static Macro.Core.Diagnostics.Severity;

namespace Macro.Cli.Installation;

/// <summary>Problems of <c>macro install</c>, <c>upgrade</c> and <c>uninstall</c>: DD75x.</summary>
internal static class InstallDiagnostics
{
    public static readonly ConstantDiagnosticKind NoRegion = new(
        "DD750", Error,
        "No region is given.",
        "Pass --region, or set AWS_REGION.");

    public static readonly DiagnosticKind<string> NoCredentials = new(
        "DD751", Error,
        reason => new(
            $"There are no usable AWS credentials: {reason}.",
            "Sign in (aws sso login), set AWS_PROFILE, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."),
        example: "the environment, the profiles and the instance have none");

    public static readonly DiagnosticKind<string> CallFailed = new(
        "DD752", Error,
        reason => new(reason, "Correct the cause and run the command again; it continues with what is left."),
        example: "cloudformation:CreateChangeSet failed for stack datadog-serverless-macro: AccessDenied (403).");

    public static readonly DiagnosticKind<string, string> OtherRegion = new(
        "DD753", Error,
        (bucket, region) => new(
            $"The bucket {bucket} is in another region than the macro ({region}), and Lambda reads code only from its own region.",
            $"Pass a bucket in {region}, or the bucket's region with --region."),
        example: ("my-artifacts", "eu-west-3"));

    public static readonly DiagnosticKind<string> NoBucket = new(
        "DD754", Error,
        bucket => new($"There is no bucket {bucket}.", $"Create it (aws s3 mb s3://{bucket}), or pass another."),
        example: "my-artifacts");

    public static readonly DiagnosticKind<string, string> Busy = new(
        "DD755", Error,
        (stack, status) => new(
            $"The stack {stack} is being changed ({status}).",
            "Wait until that is finished, and run the command again."),
        example: ("datadog-serverless-macro", "UPDATE_IN_PROGRESS"));

    public static readonly DiagnosticKind<string, string> FailedStack = new(
        "DD756", Error,
        (stack, status) => new(
            $"The stack {stack} could not be created ({status}), and CloudFormation cannot update such a stack.",
            $"Look at its events, delete it (aws cloudformation delete-stack --stack-name {stack}), and run the command again."),
        example: ("datadog-serverless-macro", "ROLLBACK_COMPLETE"));

    public static readonly DiagnosticKind<string> StuckStack = new(
        "DD757", Error,
        stack => new(
            $"An update of the stack {stack} and its rollback failed.",
            $"Correct the cause, run aws cloudformation continue-update-rollback --stack-name {stack}, and then this command."),
        example: "datadog-serverless-macro");

    public static readonly DiagnosticKind<string> MissingCapability = new(
        "DD758", Error,
        reason => new(
            $"CloudFormation demands that a capability is acknowledged: {reason}",
            "Pass it with --capability."),
        example: "Requires capabilities : [CAPABILITY_NAMED_IAM]");

    public static readonly DiagnosticKind<string> NotInstalled = new(
        "DD759", Error,
        stack => new($"There is no stack {stack}.", "Check --stack-name and --region, or run macro install."),
        example: "datadog-serverless-macro");

    public static readonly DiagnosticKind<string, string> UpdateFailed = new(
        "DD760", Error,
        (status, reasons) => new(
            $"The stack has status {status}. {reasons}",
            "Correct the cause and run the command again."),
        example: ("ROLLBACK_COMPLETE", "Function: The bucket does not exist."));

    public static readonly DiagnosticKind<string, string> StillUsed = new(
        "DD761", Error,
        (macro, stacks) => new(
            $"The macro {macro} is in the templates of these stacks, which could not be updated without it: {stacks}.",
            "Remove the transform from their templates and deploy them first."),
        example: ("DatadogServerless", "orders, parcels"));

    public static readonly DiagnosticKind<string> UnknownParameter = new(
        "DD762", Error,
        name => new($"The macro's template has no parameter {name}.", "See docs/install.md for its parameters."),
        example: "Sit");

    /// <summary>All kinds, ordered by code.</summary>
    public static readonly IReadOnlyList<DiagnosticKind> All =
    [
        NoRegion, NoCredentials, CallFailed, OtherRegion, NoBucket, Busy, FailedStack, StuckStack, MissingCapability, NotInstalled,
        UpdateFailed, StillUsed, UnknownParameter,
    ];
}
