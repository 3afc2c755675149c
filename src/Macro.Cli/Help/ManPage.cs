using System.CommandLine;
using System.CommandLine.Help;
using System.Text;
using Macro.Core.Configuration;

namespace Macro.Cli.Help;

/// <summary>Writes a page for <c>man</c> from a command's own description, arguments, options and examples.</summary>
/// <remarks>Source: https://man7.org/linux/man-pages/man7/man.7.html</remarks>
internal static class ManPage
{
    /// <summary>The name of the page of a command, such as <c>macro-diff</c>.</summary>
    public static string NameOf(Command command) => command is RootCommand ? "macro" : $"macro-{command.Name}";

    /// <summary>Writes the page.</summary>
    /// <param name="command">The command, or the root for the page of <c>macro</c>.</param>
    /// <param name="root">The root, whose options every command has.</param>
    public static string Write(Command command, RootCommand root)
    {
        var page = new StringBuilder();
        page.Append($".TH \"{NameOf(command).ToUpperInvariant()}\" 1 \"\" \"macro {MacroVersion.Text}\" \"User Commands\"\n");
        page.Append($".SH NAME\n{Text(NameOf(command))} \\- {Text(command.Description ?? "")}\n");
        page.Append($".SH SYNOPSIS\n{Synopsis(command)}\n");
        if (command.Subcommands.Count > 0)
            Append(page, "COMMANDS", command.Subcommands.Select(child => ($"\\fB{Text(NameOf(child))}\\fR(1)", child.Description ?? "")));
        Append(page, "ARGUMENTS", command.Arguments.Select(argument => ($"\\fI{Text(argument.Name)}\\fR", argument.Description ?? "")));
        var options = command is RootCommand ? root.Options : command.Options.Concat(root.Options.Where(option => option.Recursive));
        Append(page, "OPTIONS", options.Select(option => (Heading(option), option.Description ?? "")));
        var examples = command is ExampleCommand { Examples: { } own } ? own
            : [.. command.Subcommands.OfType<ExampleCommand>().Select(child => child.Examples[0])];
        if (examples.Count > 0) page.Append(".SH EXAMPLES\n");
        foreach (var example in examples) page.Append($".EX\n{Text(example)}\n.EE\n");
        page.Append(command is RootCommand
            ? ".SH EXIT STATUS\n0 success; 1 a template was rejected, or a file cannot be read or written; 2 wrong usage; "
                + "3 changes with \\-\\-exit\\-code; 70 a bug in macro; 130 interrupted.\n"
            : ".SH SEE ALSO\n\\fBmacro\\fR(1)\n");
        return page.ToString();
    }

    private static string Synopsis(Command command)
    {
        var name = command is RootCommand ? "\\fBmacro\\fR \\fICOMMAND\\fR" : $"\\fBmacro {Text(command.Name)}\\fR";
        var arguments = command.Arguments.Select(argument =>
            (argument.Arity.MinimumNumberOfValues == 0 ? $"[\\fI{Text(argument.Name)}\\fR]" : $"\\fI{Text(argument.Name)}\\fR")
            + (argument.Arity.MaximumNumberOfValues > 1 ? " ..." : ""));
        return string.Join(' ', [name, .. arguments, "[\\fIOPTIONS\\fR]"]);
    }

    private static void Append(StringBuilder page, string title, IEnumerable<(string Heading, string Text)> entries)
    {
        var any = false;
        foreach (var (heading, text) in entries)
        {
            page.Append(any ? "" : $".SH {title}\n").Append($".TP\n{heading}\n{Text(text)}\n");
            any = true;
        }
    }

    private static string Heading(Option option)
    {
        var names = option.Aliases.Prepend(option.Name).Where(name => !name.StartsWith('/') && name != "-?").Order(StringComparer.Ordinal);
        var value = option is HelpOption or VersionOption || option.ValueType == typeof(bool) ? ""
            : $" \\fI{Text(option.HelpName ?? option.Name.TrimStart('-').ToUpperInvariant())}\\fR";
        return string.Join(", ", names.Select(name => $"\\fB{Text(name)}\\fR")) + value;
    }

    /// <summary>Escapes what has a meaning in roff: backslashes, hyphens, and a dot or quote at the beginning of a line.</summary>
    private static string Text(string text)
    {
        var escaped = text.Replace("\\", "\\e", StringComparison.Ordinal).Replace("-", "\\-", StringComparison.Ordinal);
        return escaped is ['.' or '\'', ..] ? $"\\&{escaped}" : escaped;
    }
}
