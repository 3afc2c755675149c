using static Macro.Core.Diagnostics.Severity;

namespace Macro.Core.Diagnostics;

/// <summary>
/// Why the settings leave a function or a state machine alone: DD344 to DD349. They are the reasons in the report's list <c>Skipped</c>,
/// and are not reported otherwise.
/// </summary>
internal static class SkipDiagnostics
{
    public static readonly ConstantDiagnosticKind Excluded = new(
        "DD344", Note,
        "The parameter exclude lists the function or state machine, so it is not instrumented.",
        "Remove it from exclude to instrument it.");

    public static readonly ConstantDiagnosticKind Disabled = new(
        "DD345", Note,
        "The parameter enabled is false under Metadata.Datadog of the function or state machine, so it is not instrumented.",
        "Remove the parameter to instrument it.");

    public static readonly ConstantDiagnosticKind ImageSkipped = new(
        "DD346", Note,
        "The function is a container image, so it is not instrumented.",
        "Set containerImages to the language of the image, if the image contains Datadog's library.");

    public static readonly ConstantDiagnosticKind NoStepFunctionForwarder = new(
        "DD347", Note,
        "stepFunctionForwarderArn is not set, so the state machine is not instrumented.",
        "Set stepFunctionForwarderArn to the ARN of the Datadog Forwarder.");

    public static readonly ConstantDiagnosticKind Helper = new(
        "DD348", Note,
        "A tool made the function for itself, and excludeHelpers is true, so it is not instrumented.",
        "Remove excludeHelpers to instrument it.");

    public static readonly ConstantDiagnosticKind NoProperties = new(
        "DD349", Note,
        "The function or state machine has no Properties, or they are not an object, so it is not instrumented.",
        "Write its properties as an object.");

    /// <summary>All kinds in the order of their codes.</summary>
    public static readonly IReadOnlyList<DiagnosticKind> All =
        [Excluded, Disabled, ImageSkipped, NoStepFunctionForwarder, Helper, NoProperties];
}
