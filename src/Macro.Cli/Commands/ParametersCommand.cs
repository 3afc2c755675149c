using System.CommandLine;
using Macro.Cli.Help;
using Macro.Cli.Hosting;
using Macro.Cli.Reference;
using Macro.Core.Configuration;

namespace Macro.Cli.Commands;

/// <summary><c>macro parameters</c>: the parameter catalogue for people, for the documentation and for editors.</summary>
internal static class ParametersCommand
{
    public static Command Create(CommandHost host)
    {
        var name = new Argument<string?>("NAME") { Description = "One parameter; without it, all.", Arity = ArgumentArity.ZeroOrOne, HelpName = "NAME" };
        name.CompletionSources.Add([.. ParameterCatalog.All.Select(parameter => parameter.Name)]);
        var format = new Option<string>("--format") { Description = "text, markdown (the page docs/parameters.md) or schema (a JSON Schema).", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "markdown", "schema");
        var command = new ExampleCommand("parameters", "Describe the macro's parameters.",
            "macro parameters", "macro parameters forwarderArn") { name, format };
        command.SetAction(parsed => Run(parsed.GetValue(name), parsed.GetValue(format)!, host));
        return command;
    }

    private static int Run(string? name, string format, CommandHost host)
    {
        if (format != "text") return host.Print(format == "markdown" ? ParameterPage.Write() : ParameterSchema.Write());
        if (name is null) return host.Print(string.Concat(ParameterCatalog.All.Select(parameter => $"{parameter.Name,-28}{parameter.Description}\n")));
        if (ParameterCatalog.Find(name) is { } found) return host.Print(Describe(found));
        host.Error.WriteLine($"There is no parameter {name}.{(NearestName.Find(name, ParameterCatalog.Names) is { } nearest ? $" Did you mean {nearest}?" : "")} List all: macro parameters");
        return ExitCode.Usage;
    }

    private static string Describe(Parameter parameter) =>
        $"{parameter.Name}\n  {parameter.Description}\n\n{string.Concat(ParameterText.Facts(parameter).Select(fact => $"  {fact.Label + ":",-22}{fact.Value}\n"))}";
}
