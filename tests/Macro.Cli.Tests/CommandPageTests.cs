using System.Text.RegularExpressions;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests;

/// <summary>What docs/cli.md says that a command prints is what it prints; <c>UPDATE_SNAPSHOTS=1</c> writes it anew.</summary>
public partial class CommandPageTests
{
    private const string Page = "docs/cli.md";

    [Fact]
    public void CommandPage_Examples_AreWhatTheCommandsPrint()
    {
        var page = File.ReadAllText(Repository.PathOf(Page));
        Golden.ShouldMatch(
            Example().Replace(page, example => $"```console\n$ macro {example.Groups[1].Value}\n{Print(example.Groups[1].Value)}```"),
            Page);
    }

    /// <summary>Runs the command from the root of the repository, as far as its files are concerned.</summary>
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
