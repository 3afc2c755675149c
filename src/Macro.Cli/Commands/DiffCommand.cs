using System.CommandLine;
using Macro.Cli.Changes;
using Macro.Cli.Help;
using Macro.Cli.Hosting;
using Macro.Cli.Rendering;

namespace Macro.Cli.Commands;

/// <summary><c>macro diff FILE</c>: shows what the macro would change, resource by resource.</summary>
internal static class DiffCommand
{
    public static Command Create(CommandHost host)
    {
        var file = SharedSymbols.Template();
        var format = SharedSymbols.Format("text, json, or markdown (for a pull-request comment).", "text", "json", "markdown");
        var exitCode = new Option<bool>("--exit-code")
        {
            Description = $"Exit with {ExitCode.Changed} when the macro would change the template.",
        };
        var options = new DeploymentOptions();
        var command = new ExampleCommand(
            "diff",
            "Show what the macro would change, function by function.",
            "macro diff template.yaml",
            "macro diff template.yaml --parameters samconfig.toml --format markdown") { file, format, exitCode };
        options.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var (status, changes) = await ComparedTemplate.Read(parsed.GetValue(file)!, options.Read(parsed), host, cancel);
            if (changes is null) return status;
            Show(changes, parsed.GetValue(format)!, host);
            if (changes.IsRejected) return ExitCode.Rejected;
            return changes.IsChanged && parsed.GetValue(exitCode) ? ExitCode.Changed : ExitCode.Success;
        });
        return command;
    }

    private static void Show(TemplateChanges changes, string format, CommandHost host)
    {
        if (format == "json") host.Print(JsonChanges.Write(changes));
        else if (format == "markdown") host.Print(MarkdownChanges.Write(changes));
        else if (changes.IsRejected) ComparedTemplate.WriteFindings(changes, host);
        else host.Print(TextChanges.Write(changes, host));
    }
}
