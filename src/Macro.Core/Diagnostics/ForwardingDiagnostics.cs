using static Macro.Core.Diagnostics.Severity;

namespace Macro.Core.Diagnostics;

/// <summary>The parameters for logs, monitors and outputs: DD24x.</summary>
internal static class ForwardingDiagnostics
{
    public static readonly DiagnosticKind<string> NoForwarder = new(
        "DD240", Warning,
        parameter => new(
            $"{parameter} has no effect without forwarderArn.",
            "Set forwarderArn, beside the extension if functions use it."),
        example: "forwardApiLogs");

    public static readonly ConstantDiagnosticKind NoLogsWithoutExtension = new(
        "DD241", Error,
        "cloudWatchLogs is false, but the extension is off, so the logs would be lost.",
        "Set addExtension, or remove cloudWatchLogs.");

    public static readonly DiagnosticKind<string, string> SharedLogRole = new(
        "DD242", Error,
        (role, functions) => new(
            $"cloudWatchLogs is false, but role {role} is also that of {functions}, for which it is not.",
            "Give the function a role of its own, or set cloudWatchLogs to false for all functions with this role."),
        example: ("AppRole", "Reports, Cleanup"));

    public static readonly DiagnosticKind<string> LogRoleElsewhere = new(
        "DD243", Warning,
        statement => new(
            "cloudWatchLogs is false, but the role of the function is not declared in this template, so nothing is denied.",
            $"Add this statement to the role: {statement}."),
        example: """{"Effect":"Deny","Action":["logs:PutLogEvents"],"Resource":"*"}""");

    public static readonly DiagnosticKind<int, string> InvalidMonitor = new(
        "DD244", Error,
        (number, problem) => new(
            $"Item {number} of monitors is not accepted: {problem}.",
            "Write the name of a recommended monitor, or an object with name and query. See docs/monitors.md."),
        example: (1, "it has no query"));

    public static readonly DiagnosticKind<int> TooManyOutputs = new(
        "DD245", Warning,
        limit => new(
            $"The template has {limit} outputs, and CloudFormation allows no more, so addOutputs adds none.",
            "Remove an output."),
        example: 200);

    /// <summary>All kinds in the order of their codes.</summary>
    public static readonly IReadOnlyList<DiagnosticKind> All =
        [NoForwarder, NoLogsWithoutExtension, SharedLogRole, LogRoleElsewhere, InvalidMonitor, TooManyOutputs];
}
