using static Macro.Core.Diagnostics.Severity;

namespace Macro.Core.Diagnostics;

/// <summary>Log groups of functions, and their subscription filters: DD4xx.</summary>
internal static class LogGroupDiagnostics
{
    public static readonly DiagnosticKind<string, string> LogGroupElsewhere = new(
        "DD401", Warning,
        (logGroup, prefixes) => new(
            $"Log group {logGroup} is neither declared in this template nor under the prefixes that the macro may touch"
                + $" ({prefixes}), so it has to exist when the stack is deployed.",
            "Declare it as AWS::Logs::LogGroup, or add its prefix to LogGroupPrefixes of the macro's own stack."),
        example: ("/ecs/orders", "/aws/lambda/"));

    public static readonly DiagnosticKind<string, string> TwoFilters = new(
        "DD402", Warning,
        (logGroup, filters) => new(
            $"Log group {logGroup} has two subscription filters in this template ({filters}), all that CloudWatch Logs "
                + "allows, so its logs are not forwarded.",
            "Remove one of them, or let its destination pass the logs on."),
        example: ("OrdersLogs", "ToKinesis, ToOpenSearch"));

    public static readonly DiagnosticKind<string> ForwarderLogGroup = new(
        "DD403", Warning,
        logGroup => new(
            $"Log group {logGroup} is the forwarder's own too, which would forward what it logs while it forwards, "
                + "without end; so its logs are not forwarded.",
            "Give the function or the forwarder a log group of its own."),
        example: "SharedLogs");

    public static readonly DiagnosticKind<string, string> LegacyOutOfReach = new(
        "DD404", Warning,
        (logGroup, prefixes) => new(
            $"removeLegacySubscriptions cannot reach log group {logGroup}, which is not under the prefixes that the "
                + $"macro may touch ({prefixes}).",
            "Add its prefix to LogGroupPrefixes of the macro's own stack, or remove the filter datadog-serverless-"
                + "macro-filter yourself."),
        example: ("/ecs/orders", "/aws/lambda/"));

    /// <summary>All kinds in the order of their codes.</summary>
    public static readonly IReadOnlyList<DiagnosticKind> All =
    [
        LogGroupElsewhere, TwoFilters, ForwarderLogGroup, LegacyOutOfReach,
    ];
}
