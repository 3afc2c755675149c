using static Macro.Core.Diagnostics.Severity;

namespace Macro.Core.Diagnostics;

/// <summary>Log groups of functions, and their subscription filters: DD4xx.</summary>
internal static class LogGroupDiagnostics
{
    public static readonly DiagnosticKind<string, string> LogGroupElsewhere = new(
        "DD401", Warning,
        (logGroup, prefixes) => new(
            $"Log group {logGroup} is not declared in this template, and the macro may not create it, because it is not"
                + $" under {prefixes}. It must exist before the deployment.",
            "Declare it as AWS::Logs::LogGroup, or add its prefix to LogGroupPrefixes of the macro's own stack."),
        example: ("/ecs/orders", "/aws/lambda/"));

    public static readonly DiagnosticKind<string, string> TwoFilters = new(
        "DD402", Warning,
        (logGroup, filters) => new(
            $"Log group {logGroup} already has two subscription filters in this template ({filters}), and CloudWatch "
                + "Logs allows no more, so its logs are not forwarded.",
            "Remove one of them, or have its destination pass the logs on."),
        example: ("OrdersLogs", "ToKinesis, ToOpenSearch"));

    public static readonly DiagnosticKind<string> ForwarderLogGroup = new(
        "DD403", Warning,
        logGroup => new(
            $"The forwarder writes to log group {logGroup} itself and would forward its own logs in an endless loop, so"
                + " the logs of this group are not forwarded.",
            "Give the forwarder a log group of its own."),
        example: "SharedLogs");

    public static readonly DiagnosticKind<string, string> LegacyOutOfReach = new(
        "DD404", Warning,
        (logGroup, prefixes) => new(
            $"removeLegacySubscriptions has no effect on log group {logGroup}, because it is not under the prefixes "
                + $"that the macro may change ({prefixes}).",
            "Add its prefix to LogGroupPrefixes of the macro's own stack, or delete the filter datadog-serverless-"
                + "macro-filter yourself."),
        example: ("/ecs/orders", "/aws/lambda/"));

    public static readonly DiagnosticKind<string> LogGroupOfOthers = new(
        "DD405", Warning,
        logGroup => new(
            $"Log group {logGroup} is not declared in this template, and its name is known only to the deployment, so its logs are "
                + "not forwarded. Two stacks that share a log group would overwrite each other's subscription filter.",
            "Declare it as AWS::Logs::LogGroup in this template, or forward it in the stack that declares it."),
        example: """{"Fn::ImportValue":"shop-logs"}""");

    public static readonly ConstantDiagnosticKind MayBeForwarder = new(
        "DD406", Warning,
        "The function may be the forwarder itself, since parts of their names are not known before the deployment. It would "
            + "forward its own logs in an endless loop, so its logs are not forwarded.",
        "Refer to the forwarder by Fn::GetAtt if it is this function; otherwise, write out the names of both.");

    public static readonly DiagnosticKind<string, string> FilterNameTaken = new(
        "DD407", Warning,
        (logGroup, filter) => new(
            $"The subscription filter {filter} of log group {logGroup} already has the name datadog-forwarder and another "
                + "destination, so the logs of this group are not forwarded.",
            "Rename or remove that filter. If an earlier version of the macro added it, transform your own template instead of the "
                + "processed one."),
        example: ("OrdersLogs", "OrdersFilter"));

    /// <summary>All kinds in the order of their codes.</summary>
    public static readonly IReadOnlyList<DiagnosticKind> All =
    [
        LogGroupElsewhere, TwoFilters, ForwarderLogGroup, LegacyOutOfReach, LogGroupOfOthers, MayBeForwarder,
        FilterNameTaken,
    ];
}
