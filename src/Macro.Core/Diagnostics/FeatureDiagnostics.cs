using static Macro.Core.Diagnostics.Severity;

namespace Macro.Core.Diagnostics;

/// <summary>Functions with special features of Lambda, and what these need: DD330 to DD343.</summary>
internal static class FeatureDiagnostics
{
    public static readonly ConstantDiagnosticKind OwnWrapperStarts = new(
        "DD330", Warning,
        "AWS_LAMBDA_EXEC_WRAPPER is set to a wrapper of your own, which may start the handler in a way of its own, so the handler is not "
            + "redirected to Datadog's, and the function is not traced.",
        "Load Datadog's library in your code, or remove the variable. Set redirectHandlers to false under Metadata.Datadog of the function "
            + "to silence this warning.");

    public static readonly DiagnosticKind<string> HandlerIsProgram = new(
        "DD331", Warning,
        handler => new(
            $"The handler {handler} is not of the form module.function, so it is not redirected to Datadog's, and the function is not "
                + "traced.",
            "Write the handler as module.function. For the Lambda Web Adapter, add its layer or set AWS_LAMBDA_EXEC_WRAPPER to "
                + "/opt/bootstrap in the template."),
        example: "run.sh");

    public static readonly ConstantDiagnosticKind WebAdapterWithoutExtension = new(
        "DD332", Warning,
        "The Lambda Web Adapter runs the function, and Datadog traces it only with the extension, so the function is not traced.",
        "Set addExtension and an API key.");

    public static readonly DiagnosticKind<string, string, long> VersionTooOld = new(
        "DD333", Warning,
        (feature, minimum, version) => new(
            $"{feature} needs {minimum} or later, and the function gets version {version}.",
            "Set a later version, or none to get the version that this release of the macro pins."),
        example: ("Keyless authentication", "version 96 of the layer Datadog-Extension", 90));

    public static readonly DiagnosticKind<string, string> KeyRoleElsewhere = new(
        "DD334", Warning,
        (functions, statements) => new(
            $"The role of {functions} is not in this template, so it may not be allowed to read the API key.",
            $"Add this to the role's policy if it is missing, and set grantSecretAccess to false to silence the warning: {statements}"),
        example: (
            "CreateOrder",
            """{"Effect":"Allow","Action":"ssm:GetParameter","Resource":"arn:aws:ssm:eu-west-1:123456789012:parameter/dd"}"""));

    public static readonly DiagnosticKind<string, string> BoundaryHidesKey = new(
        "DD335", Warning,
        (boundary, actions) => new(
            $"The policies of the role allow it to read the API key, but its permissions boundary {boundary} does not allow {actions}.",
            "Allow it in the boundary too."),
        example: ("DeveloperBoundary", "secretsmanager:GetSecretValue"));

    public static readonly ConstantDiagnosticKind DurableVersions = new(
        "DD336", Warning,
        "The function is durable, so its executions run on published versions, and each ends on the version it began with. Versions that "
            + "exist already keep their old settings.",
        "Publish a version after the deployment and point the alias to it, or declare the version in the template and set "
            + "republishVersions.");

    /// <summary>All kinds in the order of their codes.</summary>
    public static readonly IReadOnlyList<DiagnosticKind> All =
    [
        OwnWrapperStarts, HandlerIsProgram, WebAdapterWithoutExtension, VersionTooOld, KeyRoleElsewhere, BoundaryHidesKey,
        DurableVersions,
    ];
}
