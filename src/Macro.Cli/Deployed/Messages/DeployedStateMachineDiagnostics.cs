using Macro.Core.Diagnostics;
using static Macro.Core.Diagnostics.Severity;

namespace Macro.Cli.Deployed.Messages;

/// <summary>Deployed state machines: DD7xx.</summary>
internal static class DeployedStateMachineDiagnostics
{
    public static readonly ConstantDiagnosticKind NoStepFunctionForwarder = new(
        "DD728", Error,
        "State machines are selected, but no forwarder is given for their logs, from which Datadog creates their traces.",
        "Pass --set stepFunctionForwarderArn=ARN with the ARN of the Datadog Forwarder.");

    public static readonly ConstantDiagnosticKind BeingDeleted = new(
        "DD729", Warning,
        "It is being deleted.",
        "Exclude it with --exclude to silence this warning.");

    public static readonly ConstantDiagnosticKind DefinitionUnreadable = new(
        "DD730", Warning,
        "AWS does not show its definition, which is encrypted.",
        "Allow the caller kms:Decrypt on the key of the state machine.");

    public static readonly DiagnosticKind<string> StateMachinesLeftOut = new(
        "DD731", Warning,
        reason => new(
            $"State machines are left out: {reason}.", "Allow the call, or name functions with --function to silence this warning."),
        example: "states:ListStateMachines failed for all state machines: AccessDeniedException (400)");

    public static readonly DiagnosticKind<string, string, string> LogDeliveryDenied = new(
        "DD732", Error,
        (role, seconds, done) => new(
            $"Its role {role} is still not allowed to deliver logs {seconds} seconds after the policy was added. Done: {done}.",
            "Check the role's permissions boundary and the account's service control policies, and run the command again."),
        example: ("orders-role", "60", "what has to be remembered, the log group, the policy of the role"));

    /// <summary>All kinds in the order of their codes.</summary>
    public static readonly IReadOnlyList<DiagnosticKind> All =
        [NoStepFunctionForwarder, BeingDeleted, DefinitionUnreadable, StateMachinesLeftOut, LogDeliveryDenied];
}
