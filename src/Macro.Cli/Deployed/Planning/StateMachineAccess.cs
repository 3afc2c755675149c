using Macro.Aws;
using Macro.Cli.Deployed.Messages;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Deployed.Planning;

/// <summary>What a run does that may not list state machines, which many accounts do not use.</summary>
internal static class StateMachineAccess
{
    /// <summary>Whether the run goes on without them: the list is denied, and none is named.</summary>
    public static bool IsOptional(AwsException exception, Selection selection) => selection.StateMachines.Count == 0
        && exception is { Kind: AwsErrorKind.AccessDenied, Operation.Action: "states:ListStateMachines" };

    /// <summary>The warning.</summary>
    public static Diagnostic Describe(AwsException exception) =>
        DeployedStateMachineDiagnostics.StateMachinesLeftOut.For(DiagnosticTarget.Request, exception.Message.TrimEnd('.'));
}
