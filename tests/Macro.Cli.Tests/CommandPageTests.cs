using System.Text.RegularExpressions;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests;

/// <summary>The output of commands in pages is their real output; <c>UPDATE_SNAPSHOTS=1</c> updates the pages.</summary>
public partial class CommandPageTests
{
    private const string ReportOfTheSite = "docs/public/report.html";

    /// <summary>The page of commands that need AWS; <see cref="Deployed.DeployedPageTests"/> tests it.</summary>
    private const string DeployedPage = "docs/deployed.md";

    public static TheoryData<string> PagesWithCommands =>
        [.. Pages.All.Where(page => page != DeployedPage && Command().IsMatch(File.ReadAllText(Repository.PathOf(page))))];

    [Theory]
    [MemberData(nameof(PagesWithCommands))]
    public void Page_Commands_PrintWhatItShows(string page)
    {
        var text = File.ReadAllText(Repository.PathOf(page));
        Golden.ShouldMatch(Command().Replace(text, example => Console(example.Groups[1].Value)), page);
    }

    [Fact]
    public void ReportOfTheSite_IsWhatTheCommandWrites() =>
        Golden.ShouldMatch(Print("report examples/datadog-docs/template.yaml --output -"), ReportOfTheSite);

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
    private static partial Regex Command();
}
