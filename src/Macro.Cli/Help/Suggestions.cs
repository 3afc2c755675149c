using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Macro.Cli.Help;

/// <summary>What a shell can complete: answers <c>macro [suggest] LINE</c>, which the scripts of <c>macro completion</c> run.</summary>
internal static class Suggestions
{
    private const string Directive = "[suggest";

    /// <summary>Whether a command line asks for suggestions.</summary>
    public static bool AreAskedFor(IReadOnlyList<string> arguments) =>
        arguments is [var directive, _] && directive.StartsWith(Directive, StringComparison.Ordinal) && directive.EndsWith(']');

    /// <summary>The suggestions, one on each line.</summary>
    /// <param name="root">The command line.</param>
    /// <param name="arguments"><c>[suggest]</c>, or <c>[suggest:POSITION]</c> with the place of the cursor, and the line.</param>
    public static string Write(RootCommand root, IReadOnlyList<string> arguments)
    {
        var line = arguments[1];
        var position = arguments[0][Directive.Length..^1].TrimStart(':');
        if (int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var end)) line = line[..Math.Min(end, line.Length)];
        var start = line.LastIndexOf(' ') + 1;
        return string.Concat(Find(root, line[..start], line[start..]).Select(suggestion => $"{suggestion}\n"));
    }

    private static IEnumerable<string> Find(RootCommand root, string before, string word)
    {
        var words = CommandLineParser.SplitCommandLine(before).ToList();
        var options = root.Subcommands.Where(command => words.Contains(command.Name)).Append<Command>(root)
            .SelectMany(command => command.Options).ToList();
        // A flag may have a value, so after it the parser would suggest only true and false.
        words.RemoveAll(text => options.Any(option => option.ValueType == typeof(bool) && Has(option, text)));
        if (word.Split('=', 2) is [var name, var value] && options.Any(option => Has(option, name)))
            return Complete(root, [.. words, name], value).Select(suggestion => $"{name}={suggestion}");
        return Complete(root, words, word);
    }

    private static bool Has(Option option, string name) => option.Name == name || option.Aliases.Contains(name);

    private static IEnumerable<string> Complete(RootCommand root, IEnumerable<string> words, string word)
    {
        var line = string.Concat(words.Select(text => $"\"{text.Replace("\"", "", StringComparison.Ordinal)}\" ")) + word;
        return root.Parse(line).GetCompletions(line.Length).Select(item => item.InsertText ?? item.Label);
    }
}
