using System.Text.RegularExpressions;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests;

/// <summary>Templates in pages are accepted as they are shown, and instrumented.</summary>
public partial class TemplatePageTests
{
    public static TheoryData<string> PagesWithTemplates => [.. Pages.All.Where(page => Templates(page).Any())];

    [Theory]
    [MemberData(nameof(PagesWithTemplates))]
    public void Page_Templates_AreInstrumentedWithoutDiagnostics(string page)
    {
        foreach (var template in Templates(page))
        {
            var run = CliRun.Of(template, new Dictionary<string, string>(), "diff", "-", "--exit-code");

            run.Error.ShouldBe("");
            run.ExitCode.ShouldBe(3);
        }
    }

    [Fact]
    public void StartPages_ForTools_HaveTemplates() =>
        PagesWithTemplates.Select(row => row.Data).ShouldBe(["docs/start/cloudformation.md", "docs/start/sam.md"]);

    /// <summary>Blocks that are whole templates for the macro; other blocks are parts of one.</summary>
    private static IEnumerable<string> Templates(string page) =>
        Block().Matches(File.ReadAllText(Repository.PathOf(page))).Select(match => match.Groups[1].Value)
            .Where(block => block.StartsWith("AWSTemplateFormatVersion", StringComparison.Ordinal)
                && block.Contains("DatadogServerless", StringComparison.Ordinal));

    [GeneratedRegex(@"```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
