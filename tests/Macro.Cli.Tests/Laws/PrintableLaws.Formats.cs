using System.Text.RegularExpressions;
using System.Xml.Linq;
using Macro.Cli.Tests.Support;
using Macro.Core.Diagnostics;
using Macro.Core.Tests.Support;

namespace Macro.Cli.Tests.Laws;

/// <content>The formats for pipelines, and many templates.</content>
public sealed partial class PrintableLaws
{
    [Theory]
    [InlineData("sarif")]
    [InlineData("gitlab")]
    public void Validate_OtherJson_IsJson(string format) =>
        Law.Holds(HostileNames.Cases, names => Parse(Run(names, "validate", "-", "--format", format).Output));

    /// <summary>Only the beginning of a line is a command, and its properties end where ours end.</summary>
    [Fact]
    public void Validate_GitHub_IsOneCommandForEachFinding() => Law.Holds(HostileNames.Cases, names =>
    {
        var output = CliRun.Of(names.Text, NoVariables, "validate", "-", "--format", "github").Output;

        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.ShouldAllBe(line => GitHubCommand().IsMatch(line));
        lines.Length.ShouldBe(Parse(CliRun.Of(names.Text, NoVariables, "validate", "-", "--format", "json").Output)
            .GetProperty("files")[0].GetProperty("findings").GetArrayLength());
        foreach (var line in lines) Inspect(line[2..].Replace("::", " ", StringComparison.Ordinal));
    });

    [Fact]
    public void Validate_JUnit_IsXmlWithTheNames() => Law.Holds(HostileNames.Cases, names =>
    {
        var suite = XDocument.Parse(Run(names, "validate", "-", "--format", "junit").Output).Root!.Elements().ShouldHaveSingleItem();

        suite.Elements().Select(test => test.Name.LocalName).Distinct().ShouldBe(["testcase"]);
        suite.Descendants().Select(element => element.Name.LocalName).Except(["testcase", "failure", "system-out"]).ShouldBeEmpty();
        if (names.Setting is not null || HostileNames.HasHalves(names.Function)) return;
        suite.Elements().Select(test => test.Attribute("name")!.Value)
            .ShouldContain($"DD317 {PrintableText.From(names.Function)}");
    });

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("json")]
    public void DiffOfMany_InEveryFormat_IsPrintable(string format) => Law.Holds(HostileNames.Cases, names =>
    {
        var path = _folder.Write("many/a.json", names.Text);
        foreach (var option in (string[])["--full", "--exit-code"])
        {
            var run = CliRun.Of("diff", path, "no-such.yaml", "--format", format, option);
            Inspect(run);
            if (format == "json") Parse(run.Output);
        }
    });

    [GeneratedRegex(@"^::(error|warning) file=[^:,]*,line=\d+,col=\d+,title=DD\d{3}[^:,]*::(?!:)")]
    private static partial Regex GitHubFileCommand();

    [GeneratedRegex(@"^::(error|warning) file=-,line=\d+,col=\d+,title=DD\d{3}[^:,]*::(?!:)")]
    private static partial Regex GitHubCommand();
}
