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

    public static readonly DiagnosticKind<string> NotALogGroup = new(
        "DD410", Warning,
        name => new(
            $"{name} is not a log group, so nothing is forwarded for it.",
            "Write the logical id of an AWS::Logs::LogGroup, or the name of a log group."),
        example: "OrdersTable");

    public static readonly DiagnosticKind<string> CreatedLater = new(
        "DD411", Warning,
        logGroup => new(
            $"API Gateway creates log group {logGroup} only when it first writes to it, and the macro may not create it, so its logs are "
                + "not forwarded.",
            "Declare it as AWS::Logs::LogGroup in this template. For WebSocket APIs, /aws/apigateway/ in LogGroupPrefixes of the macro's "
                + "own stack does as well."),
        example: "API-Gateway-Execution-Logs_a1b2c3d4e5/prod");

    public static readonly ConstantDiagnosticKind ExecutionLogsOff = new(
        "DD412", Warning,
        "The stage writes no execution logs, so there are none to forward.",
        "Set LoggingLevel in its MethodSettings (REST) or DefaultRouteSettings (WebSocket). Execution logs may contain personal data.");

    public static readonly ConstantDiagnosticKind NoLoggingRole = new(
        "DD413", Warning,
        "The stage gets access logs. API Gateway accepts them only if its settings for this account and region name a role that may "
            + "write to CloudWatch Logs, and this template does not set it; if nobody has, the deployment fails.",
        "Set the role once for each account and region, with AWS::ApiGateway::Account or in the console of API Gateway.");

    public static readonly ConstantDiagnosticKind UnknownApiType = new(
        "DD414", Warning,
        "The template does not show whether this is a stage of an HTTP API or of a WebSocket API, so its logs are not forwarded.",
        "Declare the API in the same template, or name its log groups in forwardLogGroups.");

    public static readonly ConstantDiagnosticKind UnknownAccessLogs = new(
        "DD415", Warning,
        "Where the stage writes its access logs depends on an expression that only the deployment can resolve, so they are not forwarded.",
        "Name the log group in forwardLogGroups.");

    /// <summary>All kinds in the order of their codes.</summary>
    public static readonly IReadOnlyList<DiagnosticKind> All =
    [
        LogGroupElsewhere, TwoFilters, ForwarderLogGroup, LegacyOutOfReach, LogGroupOfOthers, MayBeForwarder,
        FilterNameTaken, NotALogGroup, CreatedLater, ExecutionLogsOff, NoLoggingRole, UnknownApiType, UnknownAccessLogs,
    ];
}
