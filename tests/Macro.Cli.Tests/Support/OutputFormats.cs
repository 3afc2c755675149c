using System.CommandLine.Completions;
using Macro.Cli.Hosting;

namespace Macro.Cli.Tests.Support;

/// <summary>The formats that the commands accept, as the command line itself declares them.</summary>
internal static class OutputFormats
{
    /// <summary>Every command that has the option <c>--format</c>, with each of its formats.</summary>
    public static IReadOnlyList<(string Command, string Format)> All { get; } =
    [
        .. from command in MacroCommand.CreateRoot(Host).Subcommands
           from option in command.Options
           where option.Name == "--format"
           from format in option.GetCompletions(CompletionContext.Empty)
           select (command.Name, format.Label),
    ];

    private static CommandHost Host => new(Stream.Null, Stream.Null, TextWriter.Null, new Dictionary<string, string>());
}
