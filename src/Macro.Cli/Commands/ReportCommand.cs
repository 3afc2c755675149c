using System.CommandLine;
using System.Text;
using Macro.Cli.Help;
using Macro.Cli.Hosting;
using Macro.Cli.Page;

namespace Macro.Cli.Commands;

/// <summary><c>macro report FILE -o report.html</c>: writes an HTML page that shows a reviewer what the macro would change.</summary>
internal static class ReportCommand
{
    public static Command Create(CommandHost host)
    {
        var file = SharedSymbols.Template();
        var output = new Option<string>("--output", "-o")
        {
            Description = "Where to write the page; - writes it to standard output.",
            HelpName = "FILE",
            Required = true,
        };
        var options = new DeploymentOptions();
        var command = new ExampleCommand(
            "report",
            "Write a page that shows a reviewer what the macro would change.",
            "macro report template.yaml -o report.html") { file, output };
        options.AddTo(command);
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(file)!, parsed.GetValue(output)!, options.Read(parsed), host, cancel));
        return command;
    }

    private static async Task<int> Run(
        string fileName, string output, DeploymentArguments deployment, CommandHost host, CancellationToken cancel)
    {
        var (status, changes) = await ComparedTemplate.Read(fileName, deployment, host, cancel);
        if (changes is null) return status;
        if (changes.IsRejected)
        {
            ComparedTemplate.WriteFindings(changes, host);
            return ExitCode.Rejected;
        }
        var page = ReviewPage.Write(changes);
        if (output == "-") return host.Print(page);
        var exitCode = await OutputFile.Write(output, Encoding.UTF8.GetBytes(page), host, cancel);
        if (exitCode == ExitCode.Success) host.PrintError($"{output}: {changes.Summary}");
        return exitCode;
    }
}
