using System.CommandLine;
using System.CommandLine.Parsing;
using Macro.Cli.Hosting;
using Macro.Core.Configuration;

namespace Macro.Cli.Help;

/// <summary>Reports a wrong command line: what is wrong, what may be meant, and what to type next.</summary>
internal static class UsageError
{
    public static int Report(ParseResult parsed, CommandHost host)
    {
        foreach (var error in parsed.Errors.Select(error => error.Message).Distinct()) host.Error.WriteLine(error);
        foreach (var word in parsed.UnmatchedTokens)
        {
            var names = Names(parsed.CommandResult.Command, isOption: word.StartsWith('-'));
            if (names.Count > 0 && NearestName.Find(word, names) is { } nearest) host.Error.WriteLine($"Did you mean {nearest}?");
        }
        host.Error.WriteLine($"Try: macro {string.Concat(Path(parsed.CommandResult).Select(name => $"{name} "))}--help");
        return ExitCode.Usage;
    }

    private static List<string> Names(Command command, bool isOption) =>
        [.. isOption ? command.Options.Select(option => option.Name) : command.Subcommands.Select(child => child.Name)];

    private static IEnumerable<string> Path(CommandResult result) =>
        result.Parent is CommandResult parent ? [.. Path(parent), result.Command.Name] : [];
}
