using System.CommandLine;
using Macro.Cli.Help;
using Macro.Cli.Hosting;
using Macro.Cli.Reference;
using Macro.Core.Configuration;

namespace Macro.Cli.Commands;

/// <summary><c>macro parameters</c>: writes the parameter catalog as text, Markdown or a JSON Schema.</summary>
internal static class ParametersCommand
{
    public static Command Create(CommandHost host)
    {
        var names = ParameterCatalog.All.Select(parameter => parameter.Name);
        var name = SharedSymbols.OptionalWord("NAME", "A parameter; without it, all parameters are listed.", names);
        var format = SharedSymbols.Format(
            "text, markdown (the page docs/parameters.md) or schema (a JSON Schema).", "text", "markdown", "schema");
        var command = new ExampleCommand(
            "parameters",
            "Describe the macro's parameters.",
            "macro parameters",
            "macro parameters forwarderArn") { name, format };
        command.SetAction(parsed => Run(parsed.GetValue(name), parsed.GetValue(format)!, host));
        return command;
    }

    private static int Run(string? name, string format, CommandHost host)
    {
        if (format != "text") return host.Print(format == "markdown" ? ParameterPage.Write() : ParameterSchema.Write());
        if (name is null) return host.Print(string.Concat(ParameterCatalog.All.Select(Summary)));
        if (ParameterCatalog.Find(name) is { } found) return host.Print(Describe(found));
        var suggestion = NearestName.Find(name, ParameterCatalog.Names) is { } nearest ? $" Did you mean {nearest}?" : "";
        host.PrintError($"There is no parameter {name}.{suggestion} List all: macro parameters");
        return ExitCode.Usage;
    }

    private static string Summary(Parameter parameter) => $"{parameter.Name,-28}{parameter.Description}\n";

    private static string Describe(Parameter parameter)
    {
        var facts = ParameterText.Facts(parameter).Select(fact => $"  {fact.Label + ":",-22}{fact.Value}\n");
        return $"{parameter.Name}\n  {parameter.Description}\n\n{string.Concat(facts)}";
    }
}
