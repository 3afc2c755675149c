using Macro.Aws.CloudFormation;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Installation;

/// <summary>Deletes the macro's stack, unless other stacks use the macro.</summary>
/// <param name="stacks">CloudFormation in the macro's region.</param>
/// <param name="wait">Waits for the deletion.</param>
/// <param name="output">Where results are printed.</param>
internal sealed class Uninstaller(CloudFormationClient stacks, StackWaiter wait, InstallOutput output)
{
    private const string MacroNameParameter = "MacroName";

    /// <summary>Uninstalls.</summary>
    /// <param name="stackName">The name of the macro's stack.</param>
    /// <param name="isDryRun">Whether the deletion is printed instead of made.</param>
    /// <param name="cancel">Ends the work; a deletion that CloudFormation has begun goes on.</param>
    /// <exception cref="InstallFailedException">A stack uses the macro, or the stack cannot be deleted.</exception>
    /// <exception cref="Aws.AwsException">A call failed.</exception>
    public async Task RunAsync(string stackName, bool isDryRun, CancellationToken cancel)
    {
        if (await stacks.FindStackAsync(stackName, cancel) is not { } stack)
        {
            output.Print($"There is no stack {stackName}.");
            return;
        }
        if (StackState.IsBusy(stack))
            throw new InstallFailedException(InstallDiagnostics.Busy.For(DiagnosticTarget.Request, stackName, stack.Status));
        if (stack.Parameters.GetValueOrDefault(MacroNameParameter) is { } macro
            && await FindUsersAsync(macro, cancel) is { Count: > 0 } users)
            throw new InstallFailedException(InstallDiagnostics.StillUsed.For(DiagnosticTarget.Request, macro, string.Join(", ", users)));
        if (isDryRun)
        {
            output.Print("No stack uses the macro. This call would be made:");
            output.Print($"  cloudformation:DeleteStack {stackName}");
            return;
        }
        await stacks.DeleteStackAsync(stackName, cancel);
        output.Did($"started the deletion of stack {stackName}");
        await wait.ForStackAsync(stackName, cancel);
        output.Print($"The stack {stackName} is deleted. The macro's own log is kept.");
    }

    private async Task<List<string>> FindUsersAsync(string macro, CancellationToken cancel)
    {
        var users = new List<string>();
        foreach (var stack in await stacks.ListStacksAsync(cancel))
        {
            var transforms = await stacks.GetTransformsAsync(stack.Name, cancel);
            if (transforms.Any(transform => transform.Split("::")[^1] == macro)) users.Add(stack.Name);
        }
        return users;
    }
}
