using System.CommandLine;
using Macro.Cli.Changes;
using Macro.Cli.Help;
using Macro.Cli.Hosting;
using Macro.Cli.Rendering;
using Macro.Cli.Search;

namespace Macro.Cli.Commands;

/// <summary><c>macro diff FILE…</c>: shows what the macro would change, each change once for all resources that have it.</summary>
internal static class DiffCommand
{
    private static readonly string[] Formats = ["text", "json", "markdown"];

    public static Command Create(CommandHost host)
    {
        var files = SharedSymbols.Templates();
        var format = SharedSymbols.Format("text, json, or markdown (for a pull-request comment).", Formats);
        var full = SharedSymbols.Full("Show each resource with all its changes, instead of equal changes once.");
        var exitCode = new Option<bool>("--exit-code")
        {
            Description = $"Exit with {ExitCode.Changed} when the macro would change a template.",
        };
        var options = new DeploymentOptions();
        var command = new ExampleCommand(
            "diff",
            "Show what the macro would change in the functions and other resources of templates.",
            "macro diff template.yaml",
            "macro diff template.yaml --parameters samconfig.toml --format markdown",
            "macro diff stacks/ --exit-code") { files, format, full, exitCode };
        options.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var (names, deployment) = (parsed.GetValue(files)!, options.Read(parsed));
            if (!deployment.IsConfigValid(names[0], host)) return ExitCode.Usage;
            var view = new View(
                deployment.FormatOr(SharedSymbols.Given(parsed, format), names[0], Formats), parsed.GetValue(full));
            var (status, isChanged) = FileSearch.IsOneFile(names)
                ? await RunOneAsync(names[0], view, deployment, host, cancel)
                : await RunManyAsync(names, view, deployment, host, cancel);
            return status == ExitCode.Success && isChanged && parsed.GetValue(exitCode) ? ExitCode.Changed : status;
        });
        return command;
    }

    private static async Task<(int Status, bool IsChanged)> RunOneAsync(
        string fileName, View view, DeploymentArguments deployment, CommandHost host, CancellationToken cancel)
    {
        var (status, changes) = await ComparedTemplate.Read(fileName, deployment, host, cancel);
        if (changes is null) return (status, false);
        if (view.Format == "json") host.Print(JsonChanges.Write(changes));
        else if (view.Format == "markdown") host.Print(MarkdownChanges.Write(changes, view.IsFull));
        else if (changes.IsRejected) ComparedTemplate.WriteFindings(changes, host, view.IsFull);
        else host.Print(view.IsFull ? TextChanges.Write(changes, host) : GroupedChanges.Write(changes, host));
        return (changes.IsRejected ? ExitCode.Rejected : ExitCode.Success, changes.IsChanged);
    }

    private static async Task<(int Status, bool IsChanged)> RunManyAsync(
        string[] names, View view, DeploymentArguments deployment, CommandHost host, CancellationToken cancel)
    {
        using var output = new ResultOutput(host);
        ChangesReport report = view.Format switch
        {
            "json" => new JsonChangesReport(output.Print),
            "markdown" => new MarkdownChangesReport(output.Print, view.IsFull),
            _ => new TextChangesReport(output.Print, host, deployment.Base.MacroName, view.IsFull),
        };
        var totals = new ChangesTotals();
        report.Begin();
        var status = await ComparedTemplates.ForEachAsync("Comparing", names, deployment, host, changes =>
        {
            report.Add(changes);
            totals.Add(changes);
        }, cancel);
        report.End(totals);
        return (status, totals.Changed > 0);
    }

    private sealed record View(string Format, bool IsFull);
}
