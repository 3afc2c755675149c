using Macro.Aws.CloudFormation;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Installation;

/// <summary>What can be done with a stack in its status.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html
/// </remarks>
internal static class StackState
{
    /// <summary>A stack that has a change set but was never created.</summary>
    private const string InReview = "REVIEW_IN_PROGRESS";

    /// <summary>Whether a change set creates the stack.</summary>
    public static bool IsNew(StackDescription? stack) => stack is null or { Status: InReview };

    /// <summary>Whether an operation on the stack is running.</summary>
    public static bool IsBusy(StackDescription stack) =>
        stack.Status != InReview && stack.Status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal);

    /// <summary>Whether the last operation succeeded.</summary>
    public static bool HasSucceeded(StackDescription stack) =>
        stack.Status is "CREATE_COMPLETE" or "UPDATE_COMPLETE" or "IMPORT_COMPLETE" or "DELETE_COMPLETE";

    /// <summary>Why a stack cannot be updated; null if it can.</summary>
    public static Diagnostic? FindProblem(StackDescription? stack) =>
        stack is null || IsNew(stack) || CanBeUpdated(stack) ? null
        : IsBusy(stack) ? InstallDiagnostics.Busy.For(DiagnosticTarget.Request, stack.Name, stack.Status)
        : stack.Status is "UPDATE_ROLLBACK_FAILED" ? InstallDiagnostics.StuckStack.For(DiagnosticTarget.Request, stack.Name)
        : InstallDiagnostics.FailedStack.For(DiagnosticTarget.Request, stack.Name, stack.Status);

    private static bool CanBeUpdated(StackDescription stack) =>
        HasSucceeded(stack) || stack.Status is "UPDATE_ROLLBACK_COMPLETE" or "IMPORT_ROLLBACK_COMPLETE" or "UPDATE_FAILED";
}
