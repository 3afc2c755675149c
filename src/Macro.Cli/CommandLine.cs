using System.CommandLine;
using Macro.Cli.Commands;

namespace Macro.Cli;

/// <summary>The command <c>macro</c> with its subcommands.</summary>
internal static class CommandLine
{
    public static int Run(IReadOnlyList<string> arguments, CommandHost host)
    {
        var root = new RootCommand("Instruments serverless CloudFormation templates for Datadog, as the macro DatadogServerless does on deployment.")
        {
            TransformCommand.Create(host),
            InvokeCommand.Create(host),
            ParametersCommand.Create(host),
            ExplainCommand.Create(host),
        };
        var parsed = root.Parse(arguments);
        var exitCode = parsed.Invoke(new InvocationConfiguration { Error = host.Error });
        return parsed.Errors.Count > 0 ? ExitCode.Usage : exitCode;
    }
}
