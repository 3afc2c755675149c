using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Macro.Cli.Help;

/// <summary>The usual help, followed by the command's examples; for <c>macro</c> itself one example of each command.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    /// <summary>Replaces the help of a command line.</summary>
    public static void Install(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new HelpWithExamples((HelpAction)option.Action!);
    }

    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = usual.Invoke(parseResult);
        var command = parseResult.CommandResult.Command;
        var examples = command is ExampleCommand described
            ? described.Examples
            : [.. command.Subcommands.OfType<ExampleCommand>().Select(child => child.Examples[0])];
        var output = parseResult.InvocationConfiguration.Output;
        if (examples.Count > 0) output.WriteLine($"Examples:\n{string.Concat(examples.Select(example => $"  {example}\n"))}");
        return exitCode;
    }
}
