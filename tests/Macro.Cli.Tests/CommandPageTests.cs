using System.Text.RegularExpressions;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests;

/// <summary>The output of commands in docs/cli.md is their real output; <c>UPDATE_SNAPSHOTS=1</c> updates the page.</summary>
public partial class CommandPageTests
{
    private const string Page = "docs/cli.md";

    [Fact]
    public void CommandPage_Examples_AreWhatTheCommandsPrint()
    {
        var page = File.ReadAllText(Repository.PathOf(Page));
        Golden.ShouldMatch(Example().Replace(page, example => Console(example.Groups[1].Value)), Page);
    }

    private static string Console(string command) => $"```console\n$ macro {command}\n{Print(command)}```";

    /// <summary>Runs the command with file names relative to the root of the repository.</summary>
    private static string Print(string command)
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var arguments = command.Split(' ').Select(argument =>
            argument.StartsWith("examples/", StringComparison.Ordinal) ? Repository.PathOf(argument)
            : argument.EndsWith(".html", StringComparison.Ordinal) ? Path.Combine(folder, argument)
            : argument);
        var run = CliRun.Of([.. arguments]);
        Directory.Delete(folder, recursive: true);
        return (run.Error + run.Output)
            .Replace(Repository.Root + "/", "", StringComparison.Ordinal).Replace(folder + "/", "", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"```console\n\$ macro ([^\n]*)\n.*?```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
