using System.Text.RegularExpressions;
using System.Xml.Linq;
using FsCheck.Fluent;
using Macro.Cli.Tests.Support;
using Macro.Core.Diagnostics;
using Macro.Core.Tests.Support;
using static Macro.Cli.Tests.Laws.Printed;

namespace Macro.Cli.Tests.Laws;

/// <content>Every format of every command that reads templates, the formats for pipelines, and many templates.</content>
public sealed partial class PrintableLaws
{
    /// <summary>The commands that show nothing of a template, only what this program knows.</summary>
    private static readonly string[] Catalogues = ["explain", "parameters"];

    /// <summary>Every command that reads templates, with each of its formats. The class of the laws on AWS has the others.</summary>
    public static TheoryData<string, string> Formats
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (command, format) in OutputFormats.All.Where(pair => !Catalogues.Contains(pair.Command)))
                if (!Deployed.DeployedPrintableLaws.Commands.Contains(command)) data.Add(command, format);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Output_InEveryFormat_IsPrintable(string command, string format) => Law.Holds(HostileNames.Cases, names =>
    {
        string[] options = command is "config" ? ["--parameter", $"Stage={Word(names.Name)}", $"--region={Word(names.Machine)}"] : [];
        string[][] variants = command is "config" ? [[]] : [[], ["--full"], [$"--stack-name={Word(names.Machine)}"]];
        foreach (var variant in variants)
            Inspect(CliRun.Of(names.Text, NoVariables, [command, "-", "--format", format, .. options, .. variant]), command, format);
    });

    /// <summary>A terminal shows frames and the width of names; colors are off, since they are controls of ours.</summary>
    [Theory]
    [InlineData("diff")]
    [InlineData("diff", "--full")]
    [InlineData("validate")]
    [InlineData("validate", "--full")]
    public void Output_OnATerminal_IsPrintable(params string[] line) => Law.Holds(HostileNames.Cases, names =>
        Inspect(CliRun.OnTerminal(80, names.Text, NoVariables, [line[0], "-", "--color", "never", .. line[1..]])));

    [Fact]
    public void Config_OfAnyFile_IsPrintable() => Law.Holds(HostileNames.Names.Zip(HostileNames.Names), names =>
    {
        var (first, second) = (HostileNames.Quote(Word(names.Item1), isJson: true), HostileNames.Quote(Word(names.Item2), isJson: true));
        var template = _folder.Write("c/t.yaml", HostileTemplate);
        string[] members =
        [
            $"parameters: {{env: {first}, service: {second}}}", $"region: {first}", $"{first}: {second}", $"ignore: [{first}]",
            $"ignoreByResource: {{{first}: [DD321]}}", $"paths: {{{first}: {{account: {second}}}}}", $"parameterFiles: [{first}]",
            $"format: {first}",
        ];
        foreach (var member in members)
        {
            var config = _folder.Write("c/config.yaml", $"{{{member}}}");
            foreach (var format in (string[])["text", "json"])
                Inspect(CliRun.Of("config", template, "--config", config, "--format", format), "config", format);
            Inspect(CliRun.Of("validate", template, "--config", config));
        }
    });

    [Fact]
    public void Init_OfAnyProject_IsPrintable() => Law.Holds(HostileNames.Cases, names =>
    {
        var (name, value) = (HostileNames.Quote(names.Name, isJson: true), Word(names.Function));
        (string File, string Text)[] projects =
        [
            ("template.json", names.Text), ("template.yaml", names.Text.Replace("\"Transform\"", "\"Mappings\"", StringComparison.Ordinal)),
            ("serverless.yml", $"service: {name}\nresources:\n  Description: {name}\n"), ("cdk.json", $"{{\"app\": {name}}}"),
            ("zappa_settings.json", $"{{{name}: {{\"runtime\": \"python3.13\", \"app_function\": {name}}}}}"),
            (".chalice/config.json", "{}"),
        ];
        foreach (var (file, text) in projects)
        {
            var path = _folder.Write($"project/{file}", text);
            string[] settings = ["--set", "apiKeySecretArn=a", "--set", $"env={value}", "--set", $"service={value}"];
            Inspect(CliRun.Of("", NoVariables, ["init", path, .. settings]));
            Inspect(CliRun.Of("", NoVariables, ["init", path, .. settings, "--yes"]));
            Inspect(CliRun.Of("", NoVariables, ["init", path, .. settings, "--yes"]));
        }
    });

    /// <summary>The index and the pages in its folder, as the page of one template.</summary>
    [Fact]
    public void Report_OfMany_IsPrintable() => Law.Holds(HostileNames.Names.Zip(HostileNames.Cases), names =>
    {
        var template = _folder.Write($"in/{FileName(names.Item1)}.json", names.Item2.Text);
        var pages = _folder[$"out{Guid.NewGuid():N}"];

        Inspect(CliRun.Of("report", template, "no-such.yaml", "-o", pages, $"--date=d{Word(names.Item1)}"));

        foreach (var page in Directory.EnumerateFiles(pages))
        {
            var html = File.ReadAllText(page);
            Inspect(html);
            html.ShouldNotContain("<img");
            html.ShouldNotContain("<script>alert");
        }
        Directory.Delete(pages, recursive: true);
        File.Delete(template);
    });

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

    /// <summary>A text as an argument of a command line can have it.</summary>
    private static string Word(string text) => HostileNames.WithoutHalves(text).Replace("\0", "", StringComparison.Ordinal);
}
