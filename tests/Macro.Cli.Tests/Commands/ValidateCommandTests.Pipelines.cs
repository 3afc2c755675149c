using System.Text.Json;
using System.Xml.Linq;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Commands;

/// <content>The options and formats for pipelines.</content>
public sealed partial class ValidateCommandTests
{
    private const string Special = "a,b:c%d.yaml";

    [Theory]
    [InlineData("--quiet")]
    [InlineData("-q")]
    public void Validate_Quiet_ShowsErrorsOnly(string option)
    {
        string[] files =
            [_folder.Write("a.yaml", NoHandler), _folder.Write("b.yaml", Rejected), _folder.Write("c.yaml", "Resources: {}")];

        var run = Validate([option, .. files]);

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldStartWith($"{_folder["b.yaml"]}:3:49: error DD301 F: ");
        run.Output.Split('\n').Length.ShouldBe(2);
        Validate(option, _folder["a.yaml"]).ShouldBe(new CliRun(0, "", ""));
    }

    [Theory]
    [InlineData("0", 1)]
    [InlineData("1", 0)]
    public void Validate_MaxWarnings_IsTheLimit(string limit, int exitCode)
    {
        var run = Validate("--max-warnings", limit, "--quiet", _folder.Write("a.yaml", NoHandler));

        run.ExitCode.ShouldBe(exitCode);
        run.Error.ShouldBe(exitCode == 0 ? "" : "1 warning: more than --max-warnings allows, which is 0.\n");
    }

    [Theory]
    [InlineData("--ignore DD317", "DD301")]
    [InlineData("--ignore dd3", "")]
    [InlineData("--select DD317", "DD317")]
    [InlineData("--select DD3 --ignore DD301", "DD317")]
    [InlineData("--select DD317,DD301", "DD317 DD301")]
    [InlineData("--ignore DD317 --ignore DD301", "")]
    public void Validate_SelectAndIgnore_DecideWhatIsReported(string options, string codes)
    {
        _folder.Write("a.yaml", NoHandler);
        _folder.Write("b.yaml", Rejected);

        var run = Validate(["--format", "json", _folder.Path, .. options.Split(' ')]);

        run.ExitCode.ShouldBe(codes.Contains("DD301", StringComparison.Ordinal) ? 1 : 0);
        var findings = JsonDocument.Parse(run.Output).RootElement.GetProperty("files").EnumerateArray()
            .SelectMany(file => file.GetProperty("findings").EnumerateArray());
        string.Join(' ', findings.Select(finding => finding.GetProperty("code"))).ShouldBe(codes);
    }

    [Theory]
    [InlineData("--ignore", "DD999", "There is no diagnostic DD999.")]
    [InlineData("--select", "DD31O", "There is no diagnostic DD31O. Did you mean DD31")]
    [InlineData("--max-warnings", "-1", "--max-warnings must be at least 0.")]
    public void Validate_UnknownCodeOrLimit_IsWrongUsage(string option, string value, string message)
    {
        var run = Validate(_folder.Write("a.yaml", Fine), option, value);

        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Error.ShouldContain(message);
    }

    [Fact]
    public void Validate_OnlyTemplates_PassesOverOtherFiles()
    {
        var other = _folder.Write("package.json", "{}");

        Validate("--only-templates", other, _folder.Write("a.yaml", NoHandler)).Output.ShouldEndWith("\n1 file: 0 errors, 1 warning\n"
            + "More about a code: macro explain DD317\n");
        Validate("--only-templates", other).ShouldBe(new CliRun(0, "0 files: 0 errors, 0 warnings\n", ""));
        Validate("--only-templates", _folder["missing.yaml"]).ExitCode.ShouldBe(1);
    }

    /// <summary>pre-commit appends the names of files to the entry.</summary>
    [Fact]
    public void PreCommitHooks_Entries_RunOnTemplatesAndPassOverOthers()
    {
        const string entry = "  entry: macro ";
        var entries = File.ReadAllLines(Repository.PathOf(".pre-commit-hooks.yaml"))
            .Where(line => line.StartsWith(entry, StringComparison.Ordinal)).Select(line => line[entry.Length..].Split(' ')).ToList();
        string[] files = [_folder.Write("a.yaml", NoHandler), _folder.Write("package.json", "{}")];

        entries.Select(arguments => CliRun.Of([.. arguments, .. files]).ExitCode).ShouldBe([0, 1]);
        entries.Select(arguments => CliRun.Of([.. arguments, .. files[1..]]).ExitCode).ShouldBe([0, 0]);
    }

    [Fact]
    public void Validate_GitHub_WritesCommandsWithEscapes()
    {
        string[] files = [_folder.Write(Special, Rejected), _folder.Write("b.yaml", NoHandler), _folder.Write("c.yaml", Fine)];

        var run = Validate(["--format", "github", .. files]);

        run.ExitCode.ShouldBe(1);
        var lines = run.Output.Split('\n');
        lines.Length.ShouldBe(3);
        lines[0].ShouldStartWith($"::error file={_folder.Path}/a%2Cb%3Ac%25d.yaml,line=3,col=49,title=DD301 F::The function's runtime is ");
        lines[1].ShouldStartWith($"::warning file={_folder.Path}/b.yaml,line=3,col=3,title=DD317 F::");
    }

    [Fact]
    public void Validate_JUnit_HasASuiteForEachFile()
    {
        string[] files = [_folder.Write("<&>.yaml", Rejected), _folder.Write("b.yaml", NoHandler), _folder.Write("c.yaml", Fine)];

        var run = Validate(["--format", "junit", .. files]);

        run.ExitCode.ShouldBe(1);
        var suites = XDocument.Parse(run.Output).Root!.Elements("testsuite").ToList();
        suites.Select(suite => string.Join(' ', suite.Attributes().Select(attribute => Path.GetFileName(attribute.Value))))
            .ShouldBe(["<&>.yaml 1 1", "b.yaml 1 0", "c.yaml 1 0"]);
        var test = suites[0].Element("testcase")!;
        test.Attribute("name")!.Value.ShouldBe("DD301 F");
        test.Element("failure")!.Attribute("type")!.Value.ShouldBe("DD301");
        suites[1].Descendants("system-out").Single().Value.ShouldContain(": warning DD317 F: ");
        suites[2].Descendants().Single().Name.ShouldBe("testcase");
    }

    [Fact]
    public void Validate_GitLab_HasPlacesAndLastingFingerprints()
    {
        JsonElement Issue(string text) =>
            JsonDocument.Parse(Validate("--format", "gitlab", _folder.Write("a.yaml", text)).Output).RootElement.EnumerateArray().Single();

        var (first, moved) = (Issue(Rejected), Issue("# moved\n" + Rejected));

        Members(first, "check_name", "severity").ShouldBe(["DD301", "critical"]);
        first.GetProperty("location").GetProperty("lines").GetProperty("begin").GetInt32().ShouldBe(3);
        moved.GetProperty("location").GetProperty("lines").GetProperty("begin").GetInt32().ShouldBe(4);
        moved.GetProperty("fingerprint").GetString().ShouldBe(first.GetProperty("fingerprint").GetString());
        var none = Validate("--format", "gitlab", _folder.Write("a.yaml", Fine)).Output;
        none.Split('\n', StringSplitOptions.TrimEntries).ShouldBe(["[", "]", ""]);
    }

    [Fact]
    public void Validate_ManyFilesWithTheSame_ShowsTheFirstAndCounts()
    {
        for (var i = 0; i < 9; i++) _folder.Write($"a{i}.yaml", NoHandler);
        for (var i = 0; i < 5; i++) _folder.Write($"b{i}.yaml", Fine[Declared.Length..]);

        var (run, full) = (Validate(_folder.Path), Validate(_folder.Path, "--full"));

        var lines = run.Output.TrimEnd('\n').Split('\n');
        lines.Count(line => line.Contains(": warning DD317 F: ", StringComparison.Ordinal)).ShouldBe(3);
        lines[^4..].ShouldBe([
            $"note: DatadogServerless is not listed under Transform of {string.Join(", ", "012".Select(i => _folder[$"b{i}.yaml"]))}"
                + " and 2 more; --full names all.",
            "DD317  warning  9 in 9 files; 6 more like those above, --full shows all",
            "14 files: 0 errors, 9 warnings in 9 files",
            "More about a code: macro explain DD317"]);
        full.Output.Split(": warning DD317 F: ").Length.ShouldBe(10);
        full.Output.Split(Note).Length.ShouldBe(6);
    }

    /// <summary>A log has every error; a terminal shows a few of them.</summary>
    [Fact]
    public void Validate_ManyErrorsOnATerminal_FitAScreen()
    {
        for (var i = 0; i < 30; i++) _folder.Write($"a{i}.yaml", $"{Declared}Resources:\n  Key{i}: {{}}\n  Key{i}: {{}}\n");

        var (terminal, log) = (OnTerminal(_folder.Path), Validate(_folder.Path).Output);

        terminal.Split(": error DD002: ").Length.ShouldBe(5);
        terminal.ShouldContain("DD002  error    30 in 30 files; 26 more like those above, --full shows all\n");
        terminal.Split('\n').Sum(line => (line.Length + 79) / 80).ShouldBeLessThan(24);
        log.Split(": error DD002: ").Length.ShouldBe(31);
        OnTerminal(_folder.Path, "--full").ShouldBe(log);

        string OnTerminal(params string[] arguments) =>
            CliRun.OnTerminal(80, "", new Dictionary<string, string> { ["NO_COLOR"] = "1" }, ["validate", .. arguments]).Output;
    }

    [Theory]
    [InlineData(null, null, null, false)]
    [InlineData(80, null, null, true)]
    [InlineData(80, "never", null, false)]
    [InlineData(80, null, "NO_COLOR=1", false)]
    [InlineData(80, "always", "NO_COLOR=1", true)]
    [InlineData(null, "always", null, true)]
    [InlineData(null, null, "FORCE_COLOR=1", true)]
    [InlineData(80, null, "FORCE_COLOR=0", false)]
    [InlineData(null, "never", "FORCE_COLOR=1", false)]
    public void Output_Colors_AreThoseOfOptionEnvironmentAndTerminal(int? width, string? option, string? variable, bool hasColors)
    {
        var variables = variable is null ? [] : new Dictionary<string, string> { [variable.Split('=')[0]] = variable.Split('=')[1] };
        string[] color = option is null ? [] : ["--color", option];
        foreach (var command in (string[])["validate", "diff"])
        {
            var output = CliRun.OnTerminal(width, NoHandler, variables, [command, "-", .. color]).Output;
            output.Contains('\e').ShouldBe(hasColors, command);
            if (hasColors && command == "validate") output.ShouldContain("\e[33mwarning\e[0m DD317 F: ");
        }
    }
}
