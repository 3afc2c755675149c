using System.CommandLine;
using Macro.Cli.Help;
using Macro.Cli.Hosting;
using Macro.Cli.Preview;

namespace Macro.Cli.Commands;

/// <summary><c>macro transform FILE</c>: writes the template as the macro would instrument it.</summary>
internal static class TransformCommand
{
    public static Command Create(CommandHost host)
    {
        var file = new Argument<string>("FILE") { Description = "The template, YAML or JSON; - reads standard input." };
        var output = new Option<string?>("--output", "-o") { Description = "Where to write the result, which may be FILE itself; else standard output.", HelpName = "FILE" };
        var options = new DeploymentOptions();
        var command = new ExampleCommand("transform", "Write the template as the macro instruments it, in the format that came in; warnings go to standard error.",
            "macro transform template.yaml",
            "macro transform template.yaml --parameter Stage=prod --region eu-west-3 -o instrumented.yaml",
            "macro transform template.yaml --parameters samconfig.toml",
            "cdk synth | macro transform - --set pythonLayerVersion=120") { file, output };
        options.AddTo(command);
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(file)!, parsed.GetValue(output), options.Read(parsed), host, cancel));
        return command;
    }

    private static async Task<int> Run(string fileName, string? output, PreviewOptions options, CommandHost host, CancellationToken cancel)
    {
        if (await TemplateInput.ReadOrTell(fileName, host, cancel) is not { } file) return ExitCode.Rejected;
        var result = TemplatePreview.Run(file, options, host.Variables);
        foreach (var finding in result.Findings) await host.Error.WriteLineAsync(finding.Describe(file));
        if (result.Fragment is not { } fragment) return ExitCode.Rejected;
        if (!result.IsDeclared) await host.Error.WriteLineAsync($"{fileName}: note: {options.MacroName} is not listed under Transform, so a deployment would not instrument this template.");
        return await Write(file.Write(fragment), output, host, cancel);
    }

    private static async Task<int> Write(ReadOnlyMemory<byte> result, string? output, CommandHost host, CancellationToken cancel)
    {
        try
        {
            if (output is null) await host.Output.WriteAsync(result, cancel);
            else await File.WriteAllBytesAsync(output, result, cancel);
            return ExitCode.Success;
        }
        catch (Exception fault) when (output is not null && fault is (IOException or UnauthorizedAccessException))
        {
            await host.Error.WriteLineAsync($"{output}: error {PreviewDiagnostics.Unwritable.On(null, fault.Message)}");
            return ExitCode.Rejected;
        }
    }
}
