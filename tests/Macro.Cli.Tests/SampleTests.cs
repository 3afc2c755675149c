using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests;

/// <summary>
/// Golden folders: <c>template.*</c> with the options in <c>arguments.txt</c>, if any, gives <c>expected.*</c> and the diagnostics in
/// <c>expected.diagnostics.txt</c>.
/// </summary>
public class SampleTests
{
    private const string Folder = "tests/Samples";

    public static TheoryData<string> Samples =>
        [.. Directory.GetDirectories(Repository.PathOf(Folder)).Select(path => Path.GetFileName(path)).Order()];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Transform_Sample_GivesWhatIsExpected(string sample)
    {
        var folder = $"{Folder}/{sample}";
        var template = Directory.GetFiles(Repository.PathOf(folder), "template.*").Single();
        var run = CliRun.Of(["transform", template, .. Arguments(Repository.PathOf($"{folder}/arguments.txt"))]);
        var diagnostics = run.Error.Replace(Path.GetDirectoryName(template)! + "/", "", StringComparison.Ordinal);
        Golden.ShouldMatch(diagnostics, $"{folder}/expected.diagnostics.txt");
        run.ExitCode.ShouldBe(run.Error.Contains(": error ", StringComparison.Ordinal) ? 1 : 0);
        if (run.ExitCode == 0) Golden.ShouldMatch(run.Output, $"{folder}/expected{Path.GetExtension(template)}");
        else run.Output.ShouldBe("");
    }

    private static string[] Arguments(string path) =>
        File.Exists(path) ? File.ReadAllText(path).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) : [];
}
