using System.CommandLine;
using Macro.Cli.Preview;
using Macro.Cli.Templates;
using Macro.Cli.Yaml;

namespace Macro.Cli.Commands;

/// <summary><c>macro transform FILE</c>: writes the template as the macro would instrument it.</summary>
internal static class TransformCommand
{
    public static Command Create(CommandHost host)
    {
        var file = new Argument<string>("FILE") { Description = "The template, YAML or JSON; - reads standard input." };
        var options = new DeploymentOptions();
        var command = new Command("transform", "Write the template as the macro instruments it, in the format that came in; warnings go to standard error.") { file };
        options.AddTo(command);
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(file)!, options.Read(parsed), host, cancel));
        return command;
    }

    private static async Task<int> Run(string fileName, PreviewOptions options, CommandHost host, CancellationToken cancel)
    {
        try
        {
            var file = TemplateFile.Read(await host.ReadFile(fileName, cancel), fileName);
            var result = TemplatePreview.Run(file, options, host.Variables);
            foreach (var finding in result.Findings) await host.Error.WriteLineAsync(finding.In(file).Describe(fileName));
            if (result.Fragment is not { } fragment) return ExitCode.Rejected;
            if (!result.IsDeclared) await host.Error.WriteLineAsync($"{fileName}: note: {options.MacroName} is not listed under Transform, so a deployment would not instrument this template.");
            await host.Output.WriteAsync(file.Write(fragment), cancel);
            return ExitCode.Success;
        }
        catch (TemplateFileException fault)
        {
            foreach (var finding in LocatedFinding.Of(fault)) await host.Error.WriteLineAsync(finding.Describe(fileName));
            return ExitCode.Rejected;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await host.Error.WriteLineAsync($"{fileName}: error {PreviewDiagnostics.Unreadable.On(null, fault.Message)}");
            return ExitCode.Rejected;
        }
    }
}
