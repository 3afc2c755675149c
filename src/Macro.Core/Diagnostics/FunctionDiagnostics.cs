using static Macro.Core.Diagnostics.Severity;

namespace Macro.Core.Diagnostics;

/// <summary>Functions: DD3xx.</summary>
internal static class FunctionDiagnostics
{
    public static readonly DiagnosticKind<string, string> MissingLayerVersion = new(
        "DD301", Error,
        (runtime, parameter) => new(
            $"The function's runtime is {runtime}, but no version of the Datadog layer for it is set.",
            $"Set {parameter}, remove pinnedLayerVersions or layersAccountId, or set addLayers to false if your package contains the "
                + "Datadog library."),
        example: ("python3.13", "pythonLayerVersion"));

    public static readonly DiagnosticKind<string, string> SeveralLanguages = new(
        "DD302", Error,
        (languages, parameters) => new(
            $"layerVersion is set, but the functions use several languages, whose layers have different versions: {languages}.",
            $"Set {parameters} instead."),
        example: ("Python, Node.js", "pythonLayerVersion and nodeLayerVersion"));

    public static readonly DiagnosticKind<string> NoPublishedLayers = new(
        "DD303", Error,
        region => new(
            $"Datadog publishes no layers in region {region}.",
            "Publish the layers in your own account, and set layersAccountId or the ARNs of the layers."),
        example: "cn-north-1");

    public static readonly ConstantDiagnosticKind SecretWithoutFlush = new(
        "DD304", Error,
        "flushMetricsToLogs is false and the API key is in apiKeySecretArn, which the library for Node.js does not"
            + " read without the Datadog extension.",
        "Set extensionLayerVersion to add the extension, or remove flushMetricsToLogs.");

    public static readonly ConstantDiagnosticKind AppSecWithoutExtension = new(
        "DD305", Error,
        "appSecMode needs the Datadog extension on this function.",
        "Set extensionLayerVersion to add the extension, or set appSecMode to off.");

    public static readonly DiagnosticKind<string> AppSecTracerLanguage = new(
        "DD306", Error,
        runtime => new(
            $"appSecMode is tracer, which works only for Python functions; the runtime of this function is {runtime}.",
            "Set appSecMode to on, or set another mode under Metadata.Datadog of this function."),
        example: "nodejs22.x");

    public static readonly DiagnosticKind<string> OtherVersionInGlobals = new(
        "DD307", Error,
        layer => new(
            $"Globals adds another version of the layer {layer} to the function, and a function can have only one "
                + "version of a layer.",
            "Use the same version in Globals, or remove the layer there."),
        example: "Datadog-Python313");

    public static readonly ConstantDiagnosticKind UnknownRuntime = new(
        "DD311", Warning,
        "The function's runtime is missing, or not known before the deployment, so the function is not instrumented.",
        "Set Runtime to a literal, or to an expression that uses only parameters and mappings of the template.");

    public static readonly ConstantDiagnosticKind UnknownArchitecture = new(
        "DD312", Warning,
        "The function's architecture is not known before the deployment, so the function is not instrumented.",
        "Set Architectures to a literal, or to an expression that uses only parameters and mappings of the template.");

    public static readonly DiagnosticKind<string> NotEditable = new(
        "DD313", Warning,
        property => new(
            $"{property} of the function is an expression that the macro cannot add to, so the function is not instrumented.",
            $"Write out {property}, and use expressions only for the values inside it."),
        example: "Environment");

    public static readonly ConstantDiagnosticKind LambdaAtEdge = new(
        "DD314", Warning,
        "The function runs at the edge (Lambda@Edge), where layers and environment variables are not allowed, so "
            + "it is not instrumented.",
        "List the function under exclude to silence this warning.");

    public static readonly DiagnosticKind<string, string> FrozenVersion = new(
        "DD315", Warning,
        (version, aliases) => new(
            $"Version {version}{Aliases(aliases)} keeps its old settings until the function's code changes.",
            "Set republishVersions to true, or deploy the change together with a change of the code."),
        example: ("OrdersVersion", "live"));

    public static readonly DiagnosticKind<string> NoArmLayer = new(
        "DD316", Warning,
        runtime => new(
            $"Datadog publishes no arm64 layer for runtime {runtime}, so the function is not instrumented.",
            "Use a newer runtime."),
        example: "python3.7");

    public static readonly ConstantDiagnosticKind NoHandler = new(
        "DD317", Warning,
        "The function has no Handler, so the macro cannot redirect it to Datadog's handler, and it is not traced.",
        "Set Handler.");

    public static readonly ConstantDiagnosticKind HandlerReplaced = new(
        "DD318", Warning,
        "DD_LAMBDA_HANDLER differed from Handler, and Datadog's library would have called it instead, so the macro "
            + "replaced it with Handler.",
        "Remove DD_LAMBDA_HANDLER from the template.")
    {
        PersistsAcrossRuns = true,
    };

    public static readonly ConstantDiagnosticKind OwnWrapper = new(
        "DD319", Warning,
        "AWS_LAMBDA_EXEC_WRAPPER is already set, so Datadog's wrapper is not added, and the function is not traced.",
        "Call /opt/datadog_wrapper from your wrapper, or remove the variable.");

    public static readonly DiagnosticKind<string> XrayRoleElsewhere = new(
        "DD320", Warning,
        statement => new(
            "The function's role is not in this template, so it may not be allowed to send traces to X-Ray.",
            $"Add this statement to the role: {statement}"),
        example: """{"Effect":"Allow","Action":["xray:PutTraceSegments","xray:PutTelemetryRecords"],"Resource":"*"}""");

    public static readonly DiagnosticKind<string, string, string> RoleCannotReadKey = new(
        "DD321", Warning,
        (role, functions, permission) => new(
            $"Nothing in this template allows role {role} to read the API key for {functions}.",
            $"Allow the role {permission}."),
        example: ("OrdersRole", "CreateOrder, ListOrders", "secretsmanager:GetSecretValue on the ARN in apiKeySecretArn"));

    public static readonly ConstantDiagnosticKind NoCommand = new(
        "DD322", Warning,
        "The template does not contain the command of the container image, so the macro cannot redirect it to "
            + "Datadog's handler, and the function is not traced.",
        "Set ImageConfig.Command in the template, or have the image's own CMD call Datadog's handler.");

    public static readonly DiagnosticKind<string> LayersUnsigned = new(
        "DD323", Warning,
        profile => new(
            $"The function's code-signing configuration may reject Datadog's layers, which are signed by {profile}.",
            "Add that profile to the allowed publishers; addSigningProfile does so if the configuration is in this template."),
        example: "arn:aws:signer:us-east-1:464622532012:/signing-profiles/DatadogLambdaSigningProfile/9vMI9ZAGLc");

    public static readonly ConstantDiagnosticKind HandlerInPart = new(
        "DD324", Warning,
        "In one branch of its Fn::If, Handler is already Datadog's handler, so Handler is unchanged, and the other branch is not traced.",
        "Use your own handler in every branch.");

    public static readonly ConstantDiagnosticKind AppSecWithoutWrapper = new(
        "DD325", Warning,
        "appSecMode needs Datadog's wrapper on this function, but redirectHandlers is false, so App and API "
            + "Protection stays off.",
        "Set redirectHandlers to true under Metadata.Datadog of the function, or set appSecMode to off.");

    public static readonly DiagnosticKind<string> FrozenAlias = new(
        "DD326", Warning,
        alias => new(
            $"The alias {alias} that SAM publishes keeps its old settings until the function's code changes.",
            "Set republishVersions to true and list this macro before SAM's transform, or deploy the change together with a change of "
                + "the code."),
        example: "live");

    public static readonly ConstantDiagnosticKind UnknownPackageType = new(
        "DD327", Warning,
        "Only the deployment can tell whether the function is a container image (PackageType), so it is not instrumented.",
        "Set PackageType to a literal, or to an expression that uses only parameters and mappings of the template.");

    public static readonly DiagnosticKind<string> LoopNotShown = new(
        "DD328", Warning,
        loop => new(
            $"{loop} is a loop that is not expanded here, so the resources that it creates are left alone; in a deployment, the macro "
                + "instruments them.",
            "Deploy the template with the macro. To see what it does, run macro diff, and pass the list of the loop with --parameter if "
                + "the template does not contain it."),
        example: "Fn::ForEach::Topics");

    /// <summary>All kinds in the order of their codes.</summary>
    public static readonly IReadOnlyList<DiagnosticKind> All =
    [
        MissingLayerVersion, SeveralLanguages, NoPublishedLayers, SecretWithoutFlush, AppSecWithoutExtension,
        AppSecTracerLanguage, OtherVersionInGlobals, UnknownRuntime, UnknownArchitecture, NotEditable, LambdaAtEdge,
        FrozenVersion, NoArmLayer, NoHandler, HandlerReplaced, OwnWrapper, XrayRoleElsewhere, RoleCannotReadKey,
        NoCommand, LayersUnsigned, HandlerInPart, AppSecWithoutWrapper, FrozenAlias, UnknownPackageType, LoopNotShown,
    ];

    private static string Aliases(string names) => names.Length > 0 ? $" (alias {names})" : "";
}
