using static Macro.Core.Diagnostics.Severity;

namespace Macro.Core.Diagnostics;

/// <summary>Functions: DD3xx.</summary>
internal static class FunctionDiagnostics
{
    public static readonly DiagnosticKind<string, string> MissingLayerVersion = new(
        "DD301", Error,
        (runtime, parameter) => new(
            $"The function's runtime is {runtime}, but no version of its layer is set.",
            $"Set {parameter}, or addLayers to false when your package brings the library along."),
        example: ("python3.13", "pythonLayerVersion"));

    public static readonly DiagnosticKind<string, string> SeveralLanguages = new(
        "DD302", Error,
        (languages, parameters) => new(
            $"layerVersion is set, but the functions are of several languages: {languages}.",
            $"Set {parameters} instead."),
        example: ("Python, Node.js", "pythonLayerVersion and nodeLayerVersion"));

    public static readonly DiagnosticKind<string> NoPublishedLayers = new(
        "DD303", Error,
        region => new(
            $"Datadog publishes no layers in region {region}.",
            "Publish them yourself and set layersAccountId or the layers' ARNs."),
        example: "cn-north-1");

    public static readonly ConstantDiagnosticKind SecretWithoutFlush = new(
        "DD304", Error,
        "apiKeySecretArn with flushMetricsToLogs false needs the extension on a Node.js function, whose library "
            + "does not read the secret.",
        "Turn the extension on (extensionLayerVersion), or leave flushMetricsToLogs out.");

    public static readonly ConstantDiagnosticKind AppSecWithoutExtension = new(
        "DD305", Error,
        "appSecMode needs the Datadog extension for this function.",
        "Turn the extension on (extensionLayerVersion), or set appSecMode to off.");

    public static readonly DiagnosticKind<string> AppSecTracerLanguage = new(
        "DD306", Error,
        runtime => new(
            $"appSecMode is tracer, which only Python functions can have; this one's runtime is {runtime}.",
            "Set appSecMode to on, or to another mode under Metadata.Datadog of this function."),
        example: "nodejs22.x");

    public static readonly DiagnosticKind<string> OtherVersionInGlobals = new(
        "DD307", Error,
        layer => new(
            $"Globals gives the function another version of layer {layer}, and Lambda takes only one.",
            "Set that version in Globals, or remove the layer there."),
        example: "Datadog-Python313");

    public static readonly ConstantDiagnosticKind UnknownRuntime = new(
        "DD311", Warning,
        "The function's runtime is missing, or not known before the deployment, so it is left alone.",
        "Give Runtime a value that parameters and mappings decide.");

    public static readonly ConstantDiagnosticKind UnknownArchitecture = new(
        "DD312", Warning,
        "The function's architecture is not known before the deployment, so it is left alone.",
        "Give Architectures a value that parameters and mappings decide.");

    public static readonly DiagnosticKind<string> NotEditable = new(
        "DD313", Warning,
        property => new(
            $"{property} of the function is an expression that cannot be added to, so the function is left alone.",
            $"Write {property} out, or put the expression inside it."),
        example: "Environment");

    public static readonly ConstantDiagnosticKind LambdaAtEdge = new(
        "DD314", Warning,
        "The function runs at the edge (Lambda@Edge), where it can have neither layers nor variables, so it is "
            + "left alone.",
        "List it under exclude to silence this.");

    public static readonly DiagnosticKind<string, string> FrozenVersion = new(
        "DD315", Warning,
        (version, aliases) => new(
            $"Version {version}{Aliases(aliases)} keeps its old settings until the function's code changes.",
            "Deploy it together with a change of the code."),
        example: ("OrdersVersion", "live"));

    public static readonly DiagnosticKind<string> NoArmLayer = new(
        "DD316", Warning,
        runtime => new(
            $"Datadog publishes no arm64 layer for runtime {runtime}, so the function is left alone.",
            "Use a newer runtime."),
        example: "python3.7");

    public static readonly ConstantDiagnosticKind NoHandler = new(
        "DD317", Warning,
        "The function has no Handler, so it is not redirected and stays untraced.",
        "Give it a Handler.");

    public static readonly ConstantDiagnosticKind HandlerReplaced = new(
        "DD318", Warning,
        "DD_LAMBDA_HANDLER was set to something else than Handler, and the library would have called it; it now "
            + "holds the Handler.",
        "Remove DD_LAMBDA_HANDLER from the template.")
    {
        PersistsAcrossRuns = true,
    };

    public static readonly ConstantDiagnosticKind OwnWrapper = new(
        "DD319", Warning,
        "AWS_LAMBDA_EXEC_WRAPPER is already set, so Datadog's wrapper is not, and the function stays untraced.",
        "Let your wrapper call /opt/datadog_wrapper, or remove it.");

    public static readonly DiagnosticKind<string> XrayRoleElsewhere = new(
        "DD320", Warning,
        statement => new(
            "The function's role is not in this template, so X-Ray may not be allowed.",
            $"Add this statement to the role: {statement}"),
        example: """{"Effect":"Allow","Action":["xray:PutTraceSegments","xray:PutTelemetryRecords"],"Resource":"*"}""");

    public static readonly DiagnosticKind<string, string, string> RoleCannotReadKey = new(
        "DD321", Warning,
        (role, action, parameter) => new(
            $"Nothing in this template allows role {role} to read the API key.",
            $"Allow it {action} on the ARN of {parameter}."),
        example: ("OrdersRole", "secretsmanager:GetSecretValue", "apiKeySecretArn"));

    public static readonly ConstantDiagnosticKind NoCommand = new(
        "DD322", Warning,
        "The template does not tell the container image's command, so the image is not redirected and stays untraced.",
        "Write ImageConfig.Command in the template, or have the image's own CMD call Datadog's handler.");

    public static readonly DiagnosticKind<string> LayersUnsigned = new(
        "DD323", Warning,
        profile => new(
            $"The function's code-signing configuration may refuse Datadog's layers, which are signed by {profile}.",
            "Add that profile to its allowed publishers; addSigningProfile does so where the configuration is in this "
                + "template."),
        example: "arn:aws:signer:us-east-1:464622532012:/signing-profiles/DatadogLambdaSigningProfile/9vMI9ZAGLc");

    public static readonly ConstantDiagnosticKind HandlerInPart = new(
        "DD324", Warning,
        "One branch of Handler is Datadog's handler already, so the handler stays as it is, and the other branch "
            + "stays untraced.",
        "Write your own handler in every branch.");

    public static readonly ConstantDiagnosticKind AppSecWithoutWrapper = new(
        "DD325", Warning,
        "appSecMode needs Datadog's wrapper for this function, which redirectHandlers false forbids, so it stays off.",
        "Set redirectHandlers to true under Metadata.Datadog of the function, or appSecMode to off.");

    public static readonly DiagnosticKind<string> FrozenAlias = new(
        "DD326", Warning,
        alias => new(
            $"The alias {alias} that SAM publishes keeps its old settings until the function's code changes.",
            "Set AutoPublishAliasAllProperties to true and list this macro before SAM, or deploy it together with a "
                + "change of the code."),
        example: "live");

    /// <summary>All kinds in the order of their codes.</summary>
    public static readonly IReadOnlyList<DiagnosticKind> All =
    [
        MissingLayerVersion, SeveralLanguages, NoPublishedLayers, SecretWithoutFlush, AppSecWithoutExtension,
        AppSecTracerLanguage, OtherVersionInGlobals, UnknownRuntime, UnknownArchitecture, NotEditable, LambdaAtEdge,
        FrozenVersion, NoArmLayer, NoHandler, HandlerReplaced, OwnWrapper, XrayRoleElsewhere, RoleCannotReadKey,
        NoCommand, LayersUnsigned, HandlerInPart, AppSecWithoutWrapper, FrozenAlias,
    ];

    private static string Aliases(string names) => names.Length > 0 ? $" (alias {names})" : "";
}
