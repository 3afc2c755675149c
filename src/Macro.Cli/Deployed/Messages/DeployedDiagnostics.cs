using Macro.Core.Diagnostics;
using static Macro.Core.Diagnostics.Severity;

namespace Macro.Cli.Deployed.Messages;

/// <summary>Deployed functions, and what they share with state machines: DD7xx.</summary>
internal static class DeployedDiagnostics
{
    public static readonly DiagnosticKind<string> NoCredentials = new(
        "DD701", Error,
        reason => new(
            $"There are no usable AWS credentials: {reason}.",
            "Sign in (aws sso login), pass --profile, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."),
        example: "the profile prod does not exist");

    public static readonly ConstantDiagnosticKind NoRegion = new(
        "DD702", Error,
        "No region is given.",
        "Pass --region, or set AWS_REGION or the region of the profile.");

    public static readonly DiagnosticKind<string> CallFailed = new(
        "DD703", Error,
        reason => new(reason, "Correct the cause and run the command again; it continues with what is left."),
        example: "lambda:GetFunction failed for function orders: AccessDeniedException (403). "
            + "The caller must be allowed lambda:GetFunction on function orders.");

    public static readonly DiagnosticKind<string> NotFound = new(
        "DD704", Error,
        region => new($"There is no such resource in region {region}.", "Check the name, the region and the account."),
        example: "eu-west-3");

    public static readonly DiagnosticKind<string> OwnedByStack = new(
        "DD705", Warning,
        stack => new(
            $"CloudFormation stack {stack} owns it, and the next deployment of that stack would undo the change.",
            "List the macro under Transform of that stack's template, or pass --force-managed."),
        example: "orders-prod");

    public static readonly ConstantDiagnosticKind OwnedByChalice = new(
        "DD706", Warning,
        "Chalice owns it: its next deployment replaces layers and variables, but not the handler, so the function could not start.",
        "Deploy with chalice package --merge-template and the macro (docs/deployed.md), or pass --force-managed.");

    public static readonly DiagnosticKind<string> OtherTool = new(
        "DD707", Warning,
        tool => new($"It is instrumented by {tool}.", "Pass --adopt to take that instrumentation over."),
        example: "datadog-ci (tag dd_sls_ci)");

    public static readonly ConstantDiagnosticKind Image = new(
        "DD708", Warning,
        "It is a container image, to which no layers can be added.",
        "Install the library in the image, and set containerImages to instrument its variables and tags.");

    public static readonly ConstantDiagnosticKind EdgeReplica = new(
        "DD709", Warning,
        "It is a replica of a Lambda@Edge function, which cannot be changed.",
        "Exclude it with --exclude to silence this warning.");

    public static readonly DiagnosticKind<string> BadState = new(
        "DD710", Warning,
        state => new($"Its state is {state}, so it cannot be updated.",
            "Correct the cause that Lambda shows, or invoke it once if it is inactive."),
        example: "Failed");

    public static readonly DiagnosticKind<string> Undecryptable = new(
        "DD711", Warning,
        code => new(
            $"Lambda cannot decrypt its variables ({code}), and an update would lose them.",
            "Allow the caller kms:Decrypt on the key of the function."),
        example: "AccessDeniedException");

    public static readonly ConstantDiagnosticKind UpdateInProgress = new(
        "DD712", Warning,
        "Another update of it is still in progress after 60 seconds.",
        "Run the command again when that update is done.");

    public static readonly ConstantDiagnosticKind HandlerUnknown = new(
        "DD713", Error,
        "It has Datadog's handler but no DD_LAMBDA_HANDLER, so its own handler is not known.",
        "Pass --handler NAME with the handler that it had, for this function alone.");

    public static readonly DiagnosticKind<string, string> UpdateFailed = new(
        "DD714", Error,
        (reason, restored) => new($"The update failed: {reason}. {restored}", "Correct the cause and run the command again."),
        example: ("InvalidSubnet", "The old configuration is back in place."));

    public static readonly ConstantDiagnosticKind Outdated = new(
        "DD715", Error,
        "It has changed since the plan was made, and what would be done is no longer what the plan shows.",
        "Make a new plan and review it.");

    public static readonly DiagnosticKind<string> VersionsFrozen = new(
        "DD716", Warning,
        callers => new(
            $"Only $LATEST is changed, but published versions are called: {callers}.",
            "Pass --publish --alias NAME, or publish a version with the tool that deploys the function."),
        example: "alias live (version 7)");

    public static readonly DiagnosticKind<string> PlanMismatch = new(
        "DD717", Error,
        difference => new($"The plan does not fit: {difference}.", "Make a new plan here with --plan, and apply that."),
        example: "it was made for account 111111111111, and these credentials belong to 222222222222");

    public static readonly DiagnosticKind<string> PlanUnreadable = new(
        "DD718", Error,
        reason => new($"The file is not a plan of this program: {reason}.", "Make one with macro instrument --all --plan FILE."),
        example: "it is not JSON");

    public static readonly DiagnosticKind<string> NotReversible = new(
        "DD719", Warning,
        reason => new(
            $"Its configuration could not be restored exactly by macro uninstrument: {reason}.",
            "Correct the cause, or instrument it with the tool that deploys it."),
        example: "it has layers for several runtimes (Datadog-Python311, Datadog-Node18-x)");

    public static readonly DiagnosticKind<string> UnknownRuntime = new(
        "DD720", Warning,
        runtime => new($"Datadog has no library for its runtime {runtime}.", "Use a newer runtime."),
        example: "nodejs10.x");

    public static readonly DiagnosticKind<string, string> Unfinished = new(
        "DD721", Error,
        (done, reason) => new($"Done: {done}. Not done: {reason}", "Correct the cause and run the command again; it finishes the rest."),
        example: ("the configuration",
            "logs:PutSubscriptionFilter failed for log group /aws/lambda/orders: LimitExceededException (400)."));

    public static readonly DiagnosticKind<string> TagsUnreadable = new(
        "DD722", Warning,
        code => new($"Its tags cannot be read ({code}), so what owns it is not known.", "Allow the caller lambda:ListTags."),
        example: "AccessDeniedException");

    public static readonly DiagnosticKind<string, string> CodeNotReleased = new(
        "DD723", Warning,
        (alias, reason) => new(
            $"Publishing for alias {alias} would change more than the instrumentation: {reason}.",
            "Release the code first, or run the command without --alias."),
        example: ("live", "the code of $LATEST is not that of version 7"));

    public static readonly ConstantDiagnosticKind Forwarder = new(
        "DD724", Warning,
        "It is the forwarder of these settings, which would forward its own logs.",
        "Exclude it with --exclude to silence this warning.");

    public static readonly DiagnosticKind<string, string> InvalidTag = new(
        "DD725", Warning,
        (key, reason) => new($"The tag {key} cannot be set: {reason}.", "Correct service, env, version or tags."),
        example: ("team", "its value has characters that AWS does not allow"));

    public static readonly ConstantDiagnosticKind NotStarted = new(
        "DD726", Error,
        "It was not tried, because the run was stopped.",
        "Run the command again; it continues with what is left.");

    public static readonly DiagnosticKind<string> SecretsMissing = new(
        "DD727", Error,
        names => new(
            $"The plan was made with secret settings, which it does not contain: {names}.",
            "Pass them to macro apply with --set NAME=VALUE."),
        example: "apiKey");

    public static readonly DiagnosticKind<string> NoLayers = new(
        "DD733", Error,
        regions => new(
            $"Datadog publishes no layers in {regions}.", "Publish them in an account of yours, and set layersAccountId to that account."),
        example: "cn-north-1");

    /// <summary>All kinds in the order of their codes.</summary>
    public static readonly IReadOnlyList<DiagnosticKind> All =
    [
        NoCredentials, NoRegion, CallFailed, NotFound, OwnedByStack, OwnedByChalice, OtherTool, Image, EdgeReplica, BadState, Undecryptable,
        UpdateInProgress, HandlerUnknown, UpdateFailed, Outdated, VersionsFrozen, PlanMismatch, PlanUnreadable, NotReversible,
        UnknownRuntime, Unfinished, TagsUnreadable, CodeNotReleased, Forwarder, InvalidTag, NotStarted, SecretsMissing,
        .. DeployedStateMachineDiagnostics.All, NoLayers,
    ];
}
