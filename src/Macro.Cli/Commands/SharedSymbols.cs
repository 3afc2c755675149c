using System.CommandLine;

namespace Macro.Cli.Commands;

/// <summary>Arguments and options that several commands share.</summary>
internal static class SharedSymbols
{
    /// <summary>The argument FILE: one template.</summary>
    public static Argument<string> Template() => new("FILE") { Description = "The template, YAML or JSON; - reads standard input." };

    /// <summary>The argument FILE: many templates.</summary>
    public static Argument<string[]> Templates() => new("FILE")
    {
        Description = "Templates, folders, and patterns with *, ** and ?; - reads standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>The option <c>--full</c>.</summary>
    public static Option<bool> Full(string description) => new("--full") { Description = description };

    /// <summary>The option <c>--format</c>.</summary>
    /// <param name="description">A sentence that names the formats.</param>
    /// <param name="formats">The formats, the default first.</param>
    public static Option<string> Format(string description, params string[] formats)
    {
        var option = new Option<string>("--format") { Description = description, DefaultValueFactory = _ => formats[0] };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }

    /// <summary>The value of an option; null when it is not on the command line.</summary>
    public static string? Given(ParseResult parsed, Option<string> option) =>
        parsed.GetResult(option) is { Implicit: false } ? parsed.GetValue(option) : null;

    /// <summary>The option <c>--macro-arn</c>.</summary>
    public static Option<string?> MacroArn() =>
        new("--macro-arn") { Description = "ARN of the macro's Lambda function.", HelpName = "ARN" };

    /// <summary>An optional argument, with the words that a shell completes.</summary>
    public static Argument<string?> OptionalWord(string name, string description, IEnumerable<string> words)
    {
        var argument = new Argument<string?>(name) { Description = description, Arity = ArgumentArity.ZeroOrOne, HelpName = name };
        argument.CompletionSources.Add([.. words]);
        return argument;
    }
}
