using System.CommandLine;
using System.CommandLine.Parsing;
using Macro.Cli.Commands;

namespace Macro.Cli;

/// <summary>The command <c>macro</c> with its subcommands.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command line.</summary>
    /// <returns>The exit status, one of <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, CommandHost host)
    {
        var root = new RootCommand("Instruments serverless CloudFormation templates for Datadog, as the macro DatadogServerless does on deployment.")
        {
            TransformCommand.Create(host),
            ValidateCommand.Create(host),
            InvokeCommand.Create(host),
            ParametersCommand.Create(host),
            ExplainCommand.Create(host),
        };
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0) return Refuse(parsed, host);
        using var output = new StreamWriter(host.Output, leaveOpen: true);
        return parsed.Invoke(new InvocationConfiguration { Output = output, Error = host.Error });
    }

    private static int Refuse(ParseResult parsed, CommandHost host)
    {
        foreach (var error in parsed.Errors) host.Error.WriteLine(error.Message);
        host.Error.WriteLine($"Try: macro {string.Concat(Subcommands(parsed.CommandResult).Select(name => $"{name} "))}--help");
        return ExitCode.Usage;
    }

    private static IEnumerable<string> Subcommands(CommandResult result) =>
        result.Parent is CommandResult parent ? [.. Subcommands(parent), result.Command.Name] : [];
}
