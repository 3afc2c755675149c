using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Macro.Cli.Tests.Support;
using Macro.Core.Tests.Support;
using static Macro.Cli.Tests.Laws.Printed;

namespace Macro.Cli.Tests.Laws;

/// <summary>
/// Whatever names a template, a file or the command line has, what is printed are only printable lines of ours: no terminal control, no
/// command of a build server, no markup, no mention. Only the template that <c>transform</c> writes is as it is.
/// </summary>
public sealed partial class PrintableLaws : IDisposable
{
    private static readonly Dictionary<string, string> NoVariables = [];
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Validate_Text_IsOneLineForEachFinding() => Law.Holds(HostileNames.Cases, names =>
    {
        var lines = Run(names, "validate", "-").Output.TrimEnd('\n').Split('\n');

        lines.ShouldAllBe(line => ValidateLine().IsMatch(line));
    });

    [Fact]
    public void Validate_Json_HasTheNamesAndTheirPlaces() => Law.Holds(HostileNames.Cases, names =>
    {
        var report = Parse(Run(names, "validate", "-", "--format", "json").Output);

        var findings = report.GetProperty("files")[0].GetProperty("findings").EnumerateArray()
            .Where(finding => finding.GetProperty("code").GetString() == "DD317").ToList();
        if (names.Setting is not null || HostileNames.HasHalves(names.Function)) return;
        var finding = findings.ShouldHaveSingleItem();
        finding.GetProperty("line").GetInt32().ShouldBe(names.FunctionLine);
        finding.GetProperty("subject").GetString().ShouldBe(names.Function);
    });

    [Fact]
    public void Diff_Text_IsPrintable() => Law.Holds(HostileNames.Cases, names => Run(names, "diff", "-"));

    [Fact]
    public void Diff_Json_HasTheNames() => Law.Holds(HostileNames.Cases, names =>
    {
        var report = Parse(Run(names, "diff", "-", "--format", "json").Output);

        if (names.Setting is not null || HostileNames.HasHalves(names.Function, names.Machine)) return;
        report.GetProperty("resources").EnumerateArray().Select(resource => resource.GetProperty("logicalId").GetString())
            .ShouldContain(names.Function);
    });

    [Fact]
    public void Diff_Markdown_IsInert() => Law.Holds(HostileNames.Cases, names =>
        ShouldBeInert(Run(names, "diff", "-", "--format", "markdown").Output));

    [Fact]
    public void Report_Page_IsPrintable() => Law.Holds(HostileNames.Cases, names =>
    {
        var page = Run(names, "report", "-", "-o", "-").Output;

        page.ShouldNotContain("<img");
        page.ShouldNotContain("</code></code>");
    });

    [Fact]
    public void Transform_Messages_ArePrintable() =>
        Law.Holds(HostileNames.Cases, names => Inspect(CliRun.Of(names.Text, NoVariables, "transform", "-").Error));

    [Fact]
    public void FileNames_InEveryFormat_ArePrintable() => Law.Holds(HostileNames.Names.Zip(HostileNames.Cases), names =>
    {
        var path = _folder.Write($"x/{FileName(names.Item1)}", names.Item2.Text);
        foreach (var command in (string[])["validate", "validate --format json", "validate --format sarif",
            "validate --format gitlab", "validate --format junit", "diff", "diff --format json"])
            Inspect(CliRun.Of([command.Split(' ')[0], path, .. command.Split(' ')[1..]]));
        Inspect(CliRun.Of("report", path, "-o", path + ".html"));
        Inspect(CliRun.Of("transform", path, "-o", path + "/no/such"));
        Inspect(CliRun.Of("validate", _folder["x"]));
        Inspect(CliRun.Of("diff", _folder["x"]));
        Inspect(CliRun.Of("report", _folder["x"], "-o", _folder["pages"]));
        Parse(CliRun.Of("diff", _folder["x"], "--format", "json").Output);
        CliRun.Of("validate", path, "--format", "github").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ShouldAllBe(line => GitHubFileCommand().IsMatch(line));
        File.Delete(path);
        File.Delete(path + ".html");
    });

    [Fact]
    public void Arguments_OfEveryKind_ArePrintable() => Law.Holds(HostileNames.Names.Zip(HostileNames.Cases), names =>
    {
        var (name, text) = (HostileNames.WithoutHalves(names.Item1).Replace("\0", "", StringComparison.Ordinal), names.Item2.Text);
        string[][] lines =
        [
            [name], ["transform", name], ["transform", "-", name], ["validate", name], ["validate", $"*{name}"],
            ["validate", "-", $"--{name}"],
            ["diff", "-", "--format", name], ["diff", "-", "--parameter", name], ["diff", "-", "--parameter", $"{name}=x"],
            ["diff", "-", "--set", name], ["diff", "-", "--set", $"{name}=x"], ["validate", "-", "--set", $"env={name}"],
            ["diff", "-", "--region", name], ["diff", "-", "--account", name], ["diff", "-", "--stack-name", name],
            ["validate", "-", "--macro-name", name], ["diff", "-", "--macro-name", name], ["diff", "-", "--macro-arn", name],
            ["diff", "-", "--parameters", name], ["explain", name], ["parameters", name], ["completion", name], ["invoke", name],
            ["help", name], ["layers", name], ["config", name], ["config", "-", "--region", name],
            ["config", "-", "--parameter", $"{name}=x"],
            ["init", name], ["init", "-", "--set", $"{name}=x"], ["validate", "-", "--select", name], ["validate", "-", "--config", name],
            ["validate", "-", "--ignore", name], ["validate", "-", "--color", name], ["diff", "-", name],
        ];
        foreach (var line in lines)
        {
            var run = CliRun.Of(text, NoVariables, line);
            Inspect(line[0] == "transform" ? run with { Output = "" } : run);
        }
    });

    [Fact]
    public void ParameterFiles_WithAnyText_AreReportedPrintably() => Law.Holds(FileContents, file =>
    {
        var path = _folder.Write($"p.{file.Extension}", HostileNames.WithoutHalves(file.Text));
        Inspect(CliRun.Of(HostileTemplate, NoVariables, "diff", "-", "--parameters", path));
        path = _folder.Write("list.json", $"[{HostileNames.Quote(file.Text, isJson: true)}]");
        Inspect(CliRun.Of(HostileTemplate, NoVariables, "diff", "-", "--parameters", path));
    });

    public void Dispose() => _folder.Dispose();

    private const string HostileTemplate = "Resources: {}";

    private static Gen<(string Text, string Extension)> FileContents =>
        HostileNames.Names.Zip(Gen.Elements("json", "toml", "yaml")).Select(file => (file.Item1, file.Item2));

    private static CliRun Run(HostileNames names, params string[] arguments) => Inspect(CliRun.Of(names.Text, NoVariables, arguments));

    /// <summary>A name that a file may have.</summary>
    private static string FileName(string name)
    {
        var text = string.Concat(name.Where(character => character is not ('/' or '\0') && !char.IsSurrogate(character)));
        return text is "" or "." or ".." ? "x" : text;
    }

    [GeneratedRegex(@"^(-:\d+:\d+: (error|warning) DD\d|-: note: |1 file: |More about a code: )")]
    private static partial Regex ValidateLine();
}
