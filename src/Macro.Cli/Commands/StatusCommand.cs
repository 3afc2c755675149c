using System.CommandLine;
using Macro.Cli.Deployed.Inventory;
using Macro.Cli.Deployed.Running;
using Macro.Cli.Help;
using Macro.Cli.Hosting;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Commands;

/// <summary><c>macro status</c>: lists deployed resources and how they are instrumented.</summary>
internal static class StatusCommand
{
    public static Command Create(CommandHost host)
    {
        var selection = new DeployedOptions();
        var format = SharedSymbols.Format("text or json.", "text", "json");
        var command = new ExampleCommand(
            "status",
            "List deployed functions and state machines: runtime, what instrumented them, layers, log destinations, owner.",
            "macro status --all",
            "macro status --all --not-instrumented --format json") { format };
        selection.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            var access = selection.ReadAccess(parsed);
            return AwsCommand.RunAsync(host, access, async (session, stop) =>
            {
                var reader = new InventoryReader(session, selection.ReadSelection(parsed), access.Concurrency, host.Clock);
                var entries = await reader.ReadAsync(stop);
                if (reader.Finding is { } finding) await host.Error.WriteLineAsync($"warning {PrintableText.From(finding.ToString())}");
                host.Print(parsed.GetValue(format) == "json"
                    ? InventoryText.WriteJson(session.Caller.Account, entries)
                    : InventoryText.Write(session.Caller.Account, entries, host));
                return entries.Any(entry => entry.Error is not null) ? ExitCode.Rejected : ExitCode.Success;
            }, cancel);
        });
        return command;
    }
}
