using System.CommandLine;
using Macro.Cli.Help;
using Macro.Cli.Hosting;
using Macro.Cli.Installation;

namespace Macro.Cli.Commands;

/// <summary><c>macro uninstall</c>: deletes the macro's stack, or says which stacks use the macro.</summary>
internal static class UninstallCommand
{
    public static Command Create(CommandHost host)
    {
        var shared = new InstallSymbols();
        var command = new ExampleCommand(
            "uninstall",
            "Remove the macro from an account and region, unless stacks use it.",
            "macro uninstall",
            "macro uninstall --dry-run");
        shared.AddTo(command);
        command.SetAction((parsed, cancel) => InstallRun.GuardAsync(host, parsed.GetValue(shared.Region), bucket: null, run =>
            new Uninstaller(run.Access.Stacks, run.Waiter, run.Output)
                .RunAsync(parsed.GetValue(shared.StackName)!, parsed.GetValue(shared.DryRun), cancel)));
        return command;
    }
}
