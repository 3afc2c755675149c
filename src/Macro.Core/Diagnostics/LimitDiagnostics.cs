using static Macro.Core.Diagnostics.Severity;

namespace Macro.Core.Diagnostics;

/// <summary>Limits of Lambda and CloudFormation: DD6xx.</summary>
internal static class LimitDiagnostics
{
    public static readonly DiagnosticKind<long> TooManyLayers = new(
        "DD601", Error,
        layers => new(
            $"The function would have {layers} layers, and Lambda allows 5.",
            "Remove layers of your own, exclude the function, or set addLayers to false and add the Datadog library to"
                + " your package."),
        example: 6);

    public static readonly DiagnosticKind<long> VariablesTooLarge = new(
        "DD602", Error,
        bytes => new(
            $"The function's environment variables would take at least {bytes} bytes, and Lambda allows 4096.",
            "Shorten them, or exclude the function."),
        example: 4251);

    public static readonly DiagnosticKind<long> TooManyTags = new(
        "DD603", Error,
        tags => new(
            $"The function would have {tags} tags, and Lambda allows 50.",
            "Remove tags, or exclude the function."),
        example: 51);

    public static readonly DiagnosticKind<long, long> TooManyResources = new(
        "DD604", Error,
        (resources, added) => new(
            $"The template would have {resources} resources ({added} of them added by the macro), and CloudFormation "
                + "allows 500.",
            "Split the stack, or exclude functions."),
        example: (512, 40));

    public static readonly DiagnosticKind<long> FragmentTooLarge = new(
        "DD605", Error,
        bytes => new(
            $"The instrumented template would have {bytes} bytes, and CloudFormation allows 1000000.",
            "Split the stack, or exclude functions."),
        example: 1048576);

    public static readonly DiagnosticKind<long> GlobalsTooLarge = new(
        "DD606", Error,
        bytes => new(
            $"Globals.Function has {bytes} bytes, and the macro reads at most 65536, since it reads them for each function.",
            "Move properties to the functions that need them, or list this macro after AWS::Serverless-2016-10-31."),
        example: 70000);

    public static readonly DiagnosticKind<long> TooManyDestinations = new(
        "DD607", Error,
        destinations => new(
            $"The state machine has {destinations} log destinations, and Step Functions allows 1.",
            "Remove all but one of the destinations."),
        example: 2);

    public static readonly DiagnosticKind<long> InlinePoliciesTooLarge = new(
        "DD608", Error,
        characters => new(
            $"The inline policies of the role would have at least {characters} characters, and IAM allows 10240.",
            "Move statements of your own to a managed policy (AWS::IAM::ManagedPolicy)."),
        example: 10422);

    /// <summary>All kinds in the order of their codes.</summary>
    public static readonly IReadOnlyList<DiagnosticKind> All =
    [
        TooManyLayers, VariablesTooLarge, TooManyTags, TooManyResources, FragmentTooLarge, GlobalsTooLarge,
        TooManyDestinations, InlinePoliciesTooLarge,
    ];
}
