using static Macro.Core.Diagnostics.Severity;

namespace Macro.Core.Diagnostics;

/// <summary>The macro's parameters: DD2xx.</summary>
internal static class ParameterDiagnostics
{
    public static readonly ConstantDiagnosticKind ParametersNotAnObject = new(
        "DD201", Error,
        "The macro's parameters must be an object.",
        "Write them as a mapping of names to values.");

    public static readonly DiagnosticKind<string, string?> UnknownParameter = new(
        "DD202", Error,
        (name, nearest) => new(
            $"Unknown parameter {name}.",
            $"{Suggestion(nearest)}See docs/parameters.md for all parameters."),
        example: ("servcie", "service"));

    public static readonly DiagnosticKind<string, string, string> WrongValue = new(
        "DD203", Error,
        (parameter, value, accepted) => new(
            $"The value of {parameter} ({value}) is not accepted.",
            $"Accepted: {accepted}."),
        example: ("pythonLayerVersion", "a boolean", "a whole number of at least 1"));

    public static readonly DiagnosticKind<string, string> UnknownValue = new(
        "DD204", Error,
        (parameter, expression) => new(
            $"The macro must know the value of {parameter}, but it is an expression ({expression}) that only the "
                + "deployment can resolve.",
            "Write the value itself, or refer to a template parameter that is neither NoEcho nor an SSM parameter."),
        example: ("pythonLayerVersion", "Ref"));

    public static readonly DiagnosticKind<string> StackWideParameter = new(
        "DD205", Error,
        parameter => new(
            $"{parameter} applies to the whole stack, so it cannot be set under Metadata.Datadog of a resource.",
            "Move it to the parameters of the transform."),
        example: "site");

    public static readonly DiagnosticKind<string, string> TwoSpellings = new(
        "DD206", Error,
        (spelling, parameter) => new(
            $"{spelling} and another spelling of {parameter} are both set.",
            "Remove one of the two."),
        example: ("enableDatadogLogs", "enableDDLogs"));

    public static readonly DiagnosticKind<string> SeveralApiKeys = new(
        "DD207", Error,
        parameters => new(
            $"More than one API key is set: {parameters}.",
            "Keep one of them."),
        example: "apiKeySecretArn and apiKeySsmArn");

    public static readonly DiagnosticKind<string, string> VersionAndArn = new(
        "DD208", Error,
        (version, arn) => new(
            $"{version} and {arn} are both set.",
            "Remove one of the two."),
        example: ("pythonLayerVersion", "pythonLayerArn"));

    public static readonly ConstantDiagnosticKind ExtensionWithoutVersion = new(
        "DD209", Error,
        "addExtension is true, no version may be pinned, and neither extensionLayerVersion nor extensionLayerArn is set.",
        "Set extensionLayerVersion to a version of the layer Datadog-Extension, or remove pinnedLayerVersions or layersAccountId.");

    public static readonly ConstantDiagnosticKind ExtensionWithoutApiKey = new(
        "DD210", Error,
        "The extension is enabled, but no API key that it can read is set.",
        "Set apiKeySecretArn, apiKeySsmArn, apiKMSKey or apiKey.");

    public static readonly ConstantDiagnosticKind ExtensionWithForwarder = new(
        "DD211", Error,
        "The extension and forwarderArn are both set, so every log would be sent twice.",
        "Remove one of the two. To forward other logs beside the extension, set forwardApiLogs or forwardLogGroups.");

    public static readonly ConstantDiagnosticKind SsmNameWithExtension = new(
        "DD212", Error,
        "The extension is enabled, but it cannot read the API key from apiKeySsmName.",
        "Set apiKeySsmArn to the ARN of the SSM parameter instead.");

    public static readonly ConstantDiagnosticKind LlmObsWithoutApp = new(
        "DD213", Error,
        "llmObsEnabled is true, but llmObsMlApp is not set.",
        "Set llmObsMlApp to the name of your application.");

    public static readonly ConstantDiagnosticKind InvalidLlmObsAppName = new(
        "DD214", Error,
        "llmObsMlApp is not a name that Datadog accepts.",
        "Use 1 to 193 letters, digits and the characters _ - : . /");

    public static readonly ConstantDiagnosticKind AppSecWithoutTracing = new(
        "DD215", Error,
        "appSecMode is on, but tracing is off, and App and API Protection needs tracing.",
        "Set enableDDTracing to true, or appSecMode to off.");

    public static readonly DiagnosticKind<string> NotAFunctionArn = new(
        "DD216", Error,
        parameter => new(
            $"{parameter} is not the ARN of a Lambda function.",
            "Set it to the ARN of the Datadog Forwarder, such as arn:aws:lambda:us-"
                + "east-1:123456789012:function:datadog-forwarder."),
        example: "forwarderArn");

    public static readonly DiagnosticKind<string, string, string> ForwarderElsewhere = new(
        "DD217", Error,
        (parameter, scope, expected) => new(
            $"{parameter} is a function in another {scope} than this deployment ({expected}), and a log group can only "
                + "send logs to a function in its own region and account.",
            $"Install the Datadog Forwarder in this {scope}, and set its ARN."),
        example: ("forwarderArn", "region", "eu-west-3"));

    public static readonly ConstantDiagnosticKind InvalidGitData = new(
        "DD218", Error,
        "gitData must be a commit hash and a repository URL, separated by a comma.",
        "Set it to \"$(git rev-parse HEAD),$(git config --get remote.origin.url)\".");

    public static readonly DiagnosticKind<long> InvalidExtraEnv = new(
        "DD219", Error,
        position => new(
            $"Item {position} of extraEnv is not of the form NAME=value.",
            "Write the variable's name (at least two letters, digits or _, starting with a letter), an equals sign and the value."),
        example: 2);

    public static readonly ConstantDiagnosticKind FipsWithoutGovCloudSite = new(
        "DD220", Warning,
        "lambdaFips is on, but site is not a GovCloud site, so data is sent to endpoints that are not FIPS-validated.",
        "Set site to ddog-gov.com or us2.ddog-gov.com.");

    public static readonly ConstantDiagnosticKind MetricsWithoutApiKey = new(
        "DD221", Warning,
        "flushMetricsToLogs is false, but neither the extension nor an API key is set, so metrics are lost.",
        "Set an API key, or remove flushMetricsToLogs.");

    public static readonly ConstantDiagnosticKind PlainApiKey = new(
        "DD222", Warning,
        "apiKey puts the API key in plain text into the template and into the environment variables of every function.",
        "Store the key in Secrets Manager and set apiKeySecretArn.");

    public static readonly ConstantDiagnosticKind UnknownTags = new(
        "DD223", Warning,
        "tags is an expression that only the deployment can resolve, so DD_TAGS gets the expression, but the "
            + "functions get no resource tags.",
        "Write out the tags, or refer to a template parameter.");

    public static readonly DiagnosticKind<string> ReservedVariable = new(
        "DD224", Error,
        name => new(
            $"extraEnv sets {name}, which Lambda reserves for itself.",
            "Remove it from extraEnv."),
        example: "AWS_REGION");

    public static readonly DiagnosticKind<string> RefusedTag = new(
        "DD225", Error,
        subject => new(
            $"{subject} becomes a tag of resources, and AWS does not accept it as one.",
            "Use keys of at most 128 and values of at most 256 letters, digits, spaces and the characters _ . : / = + - @, and no key that "
                + "starts with aws:. Or set enableTags to false."),
        example: "Item 2 of tags");

    public static readonly DiagnosticKind<string> KeylessElsewhere = new(
        "DD230", Error,
        partition => new(
            $"orgUuid works only in AWS's standard partition, and this stack is deployed to {partition}.",
            "Set apiKeySecretArn instead."),
        example: "aws-us-gov");

    public static readonly ConstantDiagnosticKind LogInjectionWithExtension = new(
        "DD231", Warning,
        "injectLogContext is true, but the extension adds the trace context to logs itself, so DD_LOGS_INJECTION is set to false.",
        "Remove injectLogContext.");

    /// <summary>All kinds in the order of their codes.</summary>
    public static readonly IReadOnlyList<DiagnosticKind> All =
    [
        ParametersNotAnObject, UnknownParameter, WrongValue, UnknownValue, StackWideParameter, TwoSpellings,
        SeveralApiKeys, VersionAndArn, ExtensionWithoutVersion, ExtensionWithoutApiKey, ExtensionWithForwarder,
        SsmNameWithExtension, LlmObsWithoutApp, InvalidLlmObsAppName, AppSecWithoutTracing, NotAFunctionArn,
        ForwarderElsewhere, InvalidGitData, InvalidExtraEnv, FipsWithoutGovCloudSite, MetricsWithoutApiKey, PlainApiKey,
        UnknownTags, ReservedVariable, RefusedTag, KeylessElsewhere, LogInjectionWithExtension,
    ];

    private static string Suggestion(string? nearest) => nearest is null ? "" : $"Did you mean {nearest}? ";
}
