using System.CommandLine;
using System.CommandLine.Parsing;
using Macro.Cli.Hosting;
using Macro.Core.Configuration;

namespace Macro.Cli.Help;

/// <summary>Reports a wrong command line: what is wrong, what may be meant, and what to type next.</summary>
internal static class UsageError
{
    /// <summary>
    /// Finds words that look like options but are none, which the parser takes for arguments. After <c>--</c>, every word is an argument.
    /// </summary>
    public static IReadOnlyList<string> UnknownOptions(ParseResult parsed)
    {
        var tokens = parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash).ToHashSet(ReferenceEqualityComparer.Instance);
        return
        [
            .. parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens)
                .Where(token => token.Value is ['-', _, ..] && tokens.Contains(token)).Select(token => token.Value),
        ];
    }

    public static int Report(ParseResult parsed, IReadOnlyList<string> unknownOptions, CommandHost host)
    {
        var errors = parsed.Errors.Select(error => error.Message)
            .Concat(unknownOptions.Select(option => $"Unrecognized option '{option}'."));
        foreach (var error in errors.Distinct()) host.PrintError(error);
        foreach (var word in parsed.UnmatchedTokens.Concat(unknownOptions))
        {
            var names = Names(parsed.CommandResult.Command, isOption: word.StartsWith('-'));
            if (names.Count > 0 && NearestName.Find(word, names) is { } nearest) host.PrintError($"Did you mean {nearest}?");
        }
        host.PrintError($"Try: macro {string.Concat(Path(parsed.CommandResult).Select(name => $"{name} "))}--help");
        return ExitCode.Usage;
    }

    private static List<string> Names(Command command, bool isOption) =>
        [.. isOption ? command.Options.Select(option => option.Name) : command.Subcommands.Select(child => child.Name)];

    private static IEnumerable<string> Path(CommandResult result) =>
        result.Parent is CommandResult parent ? [.. Path(parent), result.Command.Name] : [];
}
