using Macro.Aws.CloudFormation;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Installation;

/// <summary>Waits until CloudFormation has finished.</summary>
/// <param name="stacks">CloudFormation.</param>
/// <param name="delay">The time between two calls.</param>
internal sealed class StackWaiter(CloudFormationClient stacks, TimeSpan delay)
{
    private const int MaxReasons = 5;

    /// <summary>Waits until a change set can be executed.</summary>
    /// <returns>The change set; null if it would change nothing.</returns>
    /// <exception cref="InstallFailedException">It could not be created.</exception>
    public async Task<ChangeSet?> ForChangeSetAsync(string stack, string name, CancellationToken cancel)
    {
        while (true)
        {
            var changeSet = await stacks.DescribeChangeSetAsync(stack, name, cancel);
            switch (changeSet.Status)
            {
                case "CREATE_COMPLETE":
                    return changeSet;
                case "FAILED" when IsEmpty(changeSet.StatusReason):
                    return null;
                case "FAILED":
                    throw Failed($"FAILED for its change set {name}", changeSet.StatusReason ?? "CloudFormation gives no reason.");
            }
            await Task.Delay(delay, cancel);
        }
    }

    /// <summary>Waits until an operation on a stack has ended.</summary>
    /// <exception cref="InstallFailedException">It failed.</exception>
    public async Task<StackDescription> ForStackAsync(string name, CancellationToken cancel)
    {
        while (true)
        {
            var stack = await stacks.FindStackAsync(name, cancel);
            if (stack is null) return Deleted(name);
            if (StackState.HasSucceeded(stack)) return stack;
            if (!StackState.IsBusy(stack) && !StackState.IsNew(stack))
            {
                var reasons = await stacks.GetFailuresAsync(name, cancel);
                throw Failed(stack.Status, string.Join(" ", reasons.Reverse().Take(MaxReasons).DefaultIfEmpty(stack.StatusReason)));
            }
            await Task.Delay(delay, cancel);
        }
    }

    // CloudFormation has two texts for it: https://repost.aws/knowledge-center/cloudformation-changeset-no-updates
    private static bool IsEmpty(string? reason) =>
        reason is not null && (reason.Contains("didn't contain changes") || reason.Contains("No updates are to be performed"));

    private static StackDescription Deleted(string name) =>
        new(name, "DELETE_COMPLETE", null, new Dictionary<string, string>(), new Dictionary<string, string>());

    private static InstallFailedException Failed(string status, string reasons) =>
        new(InstallDiagnostics.UpdateFailed.For(DiagnosticTarget.Request, status, reasons));
}
