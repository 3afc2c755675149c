using System.CommandLine;
using Macro.Cli.Help;
using Macro.Cli.Hosting;
using Macro.Cli.Validation;

namespace Macro.Cli.Commands;

/// <summary><c>macro validate FILE…</c>: reports the diagnostics of many templates, as their deployments would.</summary>
internal static class ValidateCommand
{
    public static Command Create(CommandHost host)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Templates, folders, and patterns with *, ** and ?; - reads standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = SharedSymbols.Format("text, json, or sarif for code-scanning services.", "text", "json", "sarif");
        var options = new DeploymentOptions();
        var command = new ExampleCommand(
            "validate",
            "Report the errors and warnings of a deployment for each template, with file, line and column.",
            "macro validate template.yaml",
            "macro validate stacks/ 'services/**/template.yaml'",
            "macro validate . --format sarif > macro.sarif") { files, format };
        options.AddTo(command);
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(files)!, parsed.GetValue(format)!, options.Read(parsed), host, cancel));
        return command;
    }

    private static async Task<int> Run(
        string[] arguments, string format, DeploymentArguments deployment, CommandHost host, CancellationToken cancel)
    {
        var results = await ValidationRun.Validate(FileSearch.Find(arguments), deployment.For, host, cancel);
        var parsed = results.Select(file => file.Parameters).OfType<IEnumerable<string>>().ToList();
        // A name may be meant for templates that are not among the files, so it is not an error here.
        deployment.Fits(parsed.Count > 0 ? [.. parsed.SelectMany(names => names)] : null, host);
        host.Print(format switch
        {
            "json" => JsonReport.Write(results),
            "sarif" => SarifReport.Write(results),
            _ => TextReport.Write(results, deployment.Base.MacroName),
        });
        if (results.Any(file => file.IsInternalError)) return ExitCode.InternalError;
        return results.Any(file => file.Errors > 0) ? ExitCode.Rejected : ExitCode.Success;
    }
}
