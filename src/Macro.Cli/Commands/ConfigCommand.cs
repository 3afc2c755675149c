using System.CommandLine;
using Macro.Cli.Configuration;
using Macro.Cli.Help;
using Macro.Cli.Hosting;
using Macro.Cli.Preview;
using Macro.Cli.Templates.Reading;

namespace Macro.Cli.Commands;

/// <summary><c>macro config FILE</c>: shows the settings that hold for a template, and where each comes from.</summary>
internal static class ConfigCommand
{
    private static readonly string[] Formats = ["text", "json", "schema"];

    public static Command Create(CommandHost host)
    {
        var file = new Argument<string?>("FILE")
        {
            Description = "The template, which need not exist; not needed for --format schema.",
            Arity = ArgumentArity.ZeroOrOne,
            HelpName = "FILE",
        };
        var format = SharedSymbols.Format("text, json, or schema (the JSON Schema of configuration files).", Formats);
        var options = new DeploymentOptions();
        var command = new ExampleCommand(
            "config",
            "Show the settings that hold for a template, and where each comes from: the command line, a file, or a default.",
            "macro config stacks/prod/orders.yaml",
            "macro config stacks/prod/orders.yaml --format json") { file, format };
        options.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(file) is null && result.GetValue(format) != "schema")
                result.AddError("Required argument missing for command: 'config'.");
        });
        command.SetAction((parsed, cancel) => parsed.GetValue(format) == "schema"
            ? Task.FromResult(host.Print(ConfigSchema.Write()))
            : RunAsync(parsed.GetValue(file)!, options.Read(parsed), SharedSymbols.Given(parsed, format) == "json", host, cancel));
        return command;
    }

    private static async Task<int> RunAsync(
        string fileName, DeploymentArguments deployment, bool isJson, CommandHost host, CancellationToken cancel)
    {
        if (!deployment.IsConfigValid(fileName, host)) return ExitCode.Usage;
        try
        {
            var secrets = fileName == "-" || File.Exists(fileName)
                ? await EffectiveSettings.SecretParametersAsync(fileName, host, cancel)
                : null;
            var settings = EffectiveSettings.Of(fileName, deployment, secrets);
            return host.Print(isJson ? EffectiveSettings.WriteJson(fileName, settings) : EffectiveSettings.WriteText(fileName, settings));
        }
        catch (TemplateFileException exception)
        {
            foreach (var line in exception.Message.Split('\n')) host.PrintError(line);
            return ExitCode.Usage;
        }
        catch (Exception exception) when (TemplateInput.IsAtFault(exception))
        {
            foreach (var finding in TemplateInput.Findings(exception, fileName)) host.PrintError(finding.Describe(fileName));
            return ExitCode.Rejected;
        }
    }
}
