using System.CommandLine;
using Macro.Cli.Help;
using Macro.Cli.Hosting;
using Macro.Core.Configuration;

namespace Macro.Cli.Commands;

/// <summary><c>macro help COMMAND</c>: the same as <c>macro COMMAND --help</c>, or the command's page for <c>man</c>.</summary>
internal static class HelpCommand
{
    public static Command Create(CommandHost host, RootCommand root)
    {
        var names = root.Subcommands.Select(command => command.Name).Append("help");
        var name = SharedSymbols.OptionalWord("COMMAND", "A command; without it, all commands are listed.", names);
        var man = new Option<bool>("--man") { Description = "Write the page for man: macro help diff --man | man -l -" };
        var command = new ExampleCommand("help", "Show the help of a command.", "macro help diff", "macro help diff --man | man -l -")
        {
            name, man,
        };
        command.SetAction(parsed =>
        {
            var word = parsed.GetValue(name);
            var described = word is null ? root : root.Subcommands.FirstOrDefault(child => child.Name == word);
            if (described is not null)
            {
                return parsed.GetValue(man) ? host.Print(ManPage.Write(described, root))
                    : root.Parse(word is null ? ["--help"] : [word, "--help"]).Invoke(parsed.InvocationConfiguration);
            }
            var nearest = NearestName.Find(word!, names) is { } known ? $" Did you mean {known}?" : "";
            host.PrintError($"There is no command {word}.{nearest} List all: macro help");
            return ExitCode.Usage;
        });
        return command;
    }
}
