using System.CommandLine;
using System.Text;
using Macro.Cli.Changes;
using Macro.Cli.Help;
using Macro.Cli.Hosting;
using Macro.Cli.Page;
using Macro.Cli.Search;

namespace Macro.Cli.Commands;

/// <summary><c>macro report FILE… -o report.html</c>: writes pages that show a reviewer what the macro would change.</summary>
internal static class ReportCommand
{
    public static Command Create(CommandHost host)
    {
        var files = SharedSymbols.Templates();
        var output = new Option<string>("--output", "-o")
        {
            Description = "Where to write the page; - writes it to standard output. A folder for several templates, which get an index.",
            HelpName = "FILE",
            Required = true,
        };
        var date = new Option<string?>("--date")
        {
            Description = "A date for the head of the page, as it is written; without it, equal input gives equal pages.",
            HelpName = "DATE",
        };
        var options = new DeploymentOptions();
        var command = new ExampleCommand(
            "report",
            "Write a page that shows a reviewer what the macro would change; for several templates, a folder with an index.",
            "macro report template.yaml -o report.html",
            "macro report stacks/ -o report") { files, output, date };
        options.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            var (names, deployment) = (parsed.GetValue(files)!, options.Read(parsed));
            var target = new Target(parsed.GetValue(output)!, parsed.GetValue(date));
            if (!deployment.IsConfigValid(names[0], host)) return Task.FromResult(ExitCode.Usage);
            return FileSearch.IsOneFile(names)
                ? RunOneAsync(names[0], target, deployment, host, cancel)
                : RunManyAsync(names, target, deployment, host, cancel);
        });
        return command;
    }

    private static async Task<int> RunOneAsync(
        string fileName, Target target, DeploymentArguments deployment, CommandHost host, CancellationToken cancel)
    {
        var output = target.Output;
        var (status, changes) = await ComparedTemplate.Read(fileName, deployment, host, cancel);
        if (changes is null) return status;
        if (changes.IsRejected)
        {
            ComparedTemplate.WriteFindings(changes, host, isFull: false);
            return ExitCode.Rejected;
        }
        var page = ReviewPage.Write(changes, target.Date);
        if (output == "-") return host.Print(page);
        var exitCode = await OutputFile.Write(output, Encoding.UTF8.GetBytes(page), host, cancel);
        if (exitCode == ExitCode.Success) host.PrintError($"{output}: {changes.Summary}");
        return exitCode;
    }

    private static async Task<int> RunManyAsync(
        string[] names, Target target, DeploymentArguments deployment, CommandHost host, CancellationToken cancel)
    {
        if (target.Output is "-" or "" || Path.GetExtension(target.Output) is ".html" or ".htm")
        {
            host.PrintError("The pages of several templates need a folder: --output FOLDER");
            return ExitCode.Usage;
        }
        try
        {
            Directory.CreateDirectory(target.Output);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return OutputFile.Report(target.Output, exception, host);
        }
        return await WritePagesAsync(names, target, deployment, host, cancel);
    }

    private static async Task<int> WritePagesAsync(
        string[] names, Target target, DeploymentArguments deployment, CommandHost host, CancellationToken cancel)
    {
        var (totals, index, written) = (new ChangesTotals(), new IndexPage(), ExitCode.Success);
        var status = await ComparedTemplates.ForEachAsync("Comparing", names, deployment, host, changes =>
        {
            var text = changes.IsRejected || written != ExitCode.Success ? null : ReviewPage.Write(changes, target.Date);
            var page = index.Add(changes);
            totals.Add(changes);
            if (changes.IsRejected) ComparedTemplate.WriteFindings(changes, host, isFull: false);
            if (page is not null && text is not null) written = Write(page, text);
        }, cancel);
        if (written == ExitCode.Success) written = Write("index.html", index.Write(totals, target.Date));
        if (written != ExitCode.Success) return written;
        host.PrintError($"{Path.Join(target.Output, "index.html")}: {totals.Lines.First()}.");
        return status;

        int Write(string name, string text) =>
            OutputFile.Write(Path.Join(target.Output, name), Encoding.UTF8.GetBytes(text), host, cancel).GetAwaiter().GetResult();
    }

    /// <param name="Output">A file, a folder, or <c>-</c>.</param>
    /// <param name="Date">What the pages say about their date; null for nothing.</param>
    private sealed record Target(string Output, string? Date);
}
