using System.CommandLine;
using Macro.Cli.Formatting;
using Macro.Cli.Help;
using Macro.Cli.Hosting;
using Macro.Cli.Preview;

namespace Macro.Cli.Commands;

/// <summary><c>macro transform FILE</c>: writes the template as the macro would instrument it.</summary>
internal static class TransformCommand
{
    public static Command Create(CommandHost host)
    {
        var file = SharedSymbols.Template();
        var output = new Option<string?>("--output", "-o")
        {
            Description = "Where to write the result, which may be FILE itself; without it, or with -, standard output.",
            HelpName = "FILE",
        };
        var options = new DeploymentOptions();
        var command = new ExampleCommand(
            "transform",
            "Write the template as the macro instruments it, in the format of the input; warnings go to standard error.",
            "macro transform template.yaml",
            "macro transform template.yaml --parameter Stage=prod --region eu-west-3 -o instrumented.yaml",
            "macro transform template.yaml --parameters samconfig.toml",
            "cdk synth | macro transform - --set pythonLayerVersion=120") { file, output };
        options.AddTo(command);
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(file)!, parsed.GetValue(output), options.Read(parsed), host, cancel));
        return command;
    }

    private static async Task<int> Run(
        string fileName, string? output, DeploymentArguments deployment, CommandHost host, CancellationToken cancel)
    {
        if (await TemplateInput.ReadOrTell(fileName, deployment.Base.AllowsDuplicateKeys, host, cancel) is not { } file)
            return ExitCode.Rejected;
        if (deployment.ForOrTell(file, host) is not { } options) return ExitCode.Usage;
        var result = TemplatePreview.Run(file, options with { KeepsSecretReferences = true }, host.Variables);
        foreach (var finding in result.Findings) host.PrintError(finding.Describe(file));
        if (result.Fragment is not { } fragment) return ExitCode.Rejected;
        if (!result.IsDeclared) host.PrintError(Notes.NotDeclared(fileName, options.MacroName));
        if (output is not (null or "-")) return await OutputFile.Write(output, file.Write(fragment), host, cancel);
        await host.Output.WriteAsync(file.Write(fragment), cancel);
        return ExitCode.Success;
    }
}
