using System.Text.Json;
using System.Text.RegularExpressions;
using Macro.Cli.Hosting;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Commands;

public sealed partial class ValidateCommandTests : IDisposable
{
    private const string Declared = "Transform: {Name: DatadogServerless, Parameters: {pythonLayerVersion: 1}}\n";
    private const string Fine =
        Declared + "Resources:\n  F: {Type: AWS::Lambda::Function, Properties: {Runtime: python3.13, Handler: a.b}}\n";
    private const string NoHandler = Declared + "Resources:\n  F: {Type: AWS::Lambda::Function, Properties: {Runtime: python3.13}}\n";
    private const string Rejected = Declared
        + "Resources:\n  F: {Type: AWS::Lambda::Function, Properties: {Runtime: ruby3.4}, "
        + "Metadata: {Datadog: {pinnedLayerVersions: false}}}\n";

    private const string Note =
        "note: DatadogServerless is not listed under Transform, so a deployment would not instrument this template.";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Validate_ManyFiles_ReportsEachAndGoesOn()
    {
        _folder.Write("a.yaml", Fine);
        _folder.Write("b.yaml", NoHandler);
        _folder.Write("c.yaml", Rejected);
        _folder.Write("d.json", "{\"Resources\": {\n  \"A\": }\n}");
        _folder.Write("e.yaml", "Resources: {}\n");

        var run = Validate(_folder["*"], _folder["missing.yaml"]);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldBe("");
        WithoutMessages(run.Output.Replace(_folder.Path + "/", "", StringComparison.Ordinal)).ShouldBe($"""
            b.yaml:3:3: warning DD317 F: …
            c.yaml:3:49: error DD301 F: …
            d.json:2:8: error DD002: …
            missing.yaml:1:1: error DD001: …
            e.yaml: {Note}
            DD001  error    1 in 1 file
            DD002  error    1 in 1 file
            DD301  error    1 in 1 file
            DD317  warning  1 in 1 file
            6 files: 3 errors in 3 files, 1 warning in 1 file
            More about a code: macro explain DD317

            """);
        run.Output.ShouldContain($"Could not find file '{_folder["missing.yaml"]}'.");
    }

    [Fact]
    public void Validate_OnlyWarnings_Succeeds()
    {
        var run = Validate(_folder.Write("a.yaml", NoHandler));

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldEndWith("\n1 file: 0 errors, 1 warning\nMore about a code: macro explain DD317\n");
    }

    [Fact]
    public void Validate_StandardInput_IsAFile()
    {
        var run = CliRun.Of(Rejected, new Dictionary<string, string>(), "validate", "-", "--set", "rubyLayerVersion=1");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldBe("1 file: 0 errors, 0 warnings\n");
    }

    [Fact]
    public void Validate_TemplateThatDoesNotListTheMacro_CountsOnlyWithParametersToTry()
    {
        var template = _folder.Write("a.yaml", Rejected[Declared.Length..]);

        var (asItIs, tried) = (Validate(template), Validate(template, "--set", "pythonLayerVersion=1"));

        (asItIs.ExitCode, asItIs.Output).ShouldBe((0, $"{template}: {Note}\n1 file: 0 errors, 0 warnings\n"));
        tried.ExitCode.ShouldBe(1);
        tried.Output.ShouldContain("error DD301 F: ");
    }

    [Fact]
    public void Validate_SlowWorkOnATerminal_ShowsProgressOnStandardError()
    {
        using var output = new MemoryStream();
        using var error = new WatchedWriter();
        var host = new CommandHost(new WaitingInput(Fine, error.Written), output, error, new Dictionary<string, string>())
        {
            ErrorIsTerminal = true,
            ProgressDelay = TimeSpan.Zero,
        };

        MacroCommand.Run(["validate", "-"], host).ShouldBe(0);

        error.ToString().ShouldContain("Validating");
        System.Text.Encoding.UTF8.GetString(output.ToArray()).ShouldBe("1 file: 0 errors, 0 warnings\n");
    }

    [Fact]
    public void Validate_ArgumentWithoutTemplates_HasItsOwnSentence()
    {
        Directory.CreateDirectory(_folder["empty"]);
        _folder.Write("other/serverless.yml", "resources: {Resources: {T: {Type: AWS::SNS::Topic}}}");
        _folder.Write("other/model.json", """{"Resources": {"a": 1}, "x": "AWS::Serverless"}""");
        _folder.Write("other/readme.md", "AWS:: Resources");

        Single("empty").ShouldBe("The folder has no files. Name a template, or a folder with templates in YAML or JSON.");
        Single("other").ShouldBe("The folder has no CloudFormation template. Name a template, or a folder with templates in YAML or JSON.");
        Single("*.yaml").ShouldBe("No file matches this pattern. Check the pattern, and put it in quotes.");

        string Single(string name)
        {
            var run = Validate(_folder[name]);
            run.ExitCode.ShouldBe(1);
            var start = $"{_folder[name]}:1:1: error DD005: ";
            run.Output.ShouldStartWith(start);
            return run.Output.Split('\n')[0][start.Length..];
        }
    }

    [Fact]
    public void Validate_Folder_TakesTemplatesAndBrokenTemplates()
    {
        _folder.Write("a.yaml", Fine);
        _folder.Write("b.yaml", "Resources:\n  Fn::ForEach::T: [x, [a], {}]\nTransform: AWS::LanguageExtensions\n");
        _folder.Write("c.yaml", "Resources:\n  T: {Type: AWS::SNS::Topic\n");
        _folder.Write("d.yaml", "Resources: {T: {Type: AWS::SNS::Topic, A: 1}, \"\": {Properties: {}}}");
        _folder.Write("e.yaml", "Resources: {T: {Properties: 'AWS::'}}");
        _folder.Write("f.yaml", "- Resources: AWS::");
        _folder.Write("g.yaml", "AWSTemplateFormatVersion: '2010-09-09'\nTransform: AWS::Serverless-2016-10-31\nResources:\n");

        var report = JsonDocument.Parse(Validate("--format", "json", _folder.Path).Output).RootElement;

        report.GetProperty("files").EnumerateArray().Select(file => Path.GetFileName(file.GetProperty("file").GetString()))
            .ShouldBe(["a.yaml", "b.yaml", "c.yaml", "d.yaml", "g.yaml"]);
    }

    [Theory]
    [InlineData("validate", ".", "--silent")]
    [InlineData("validate", "--silent")]
    [InlineData("validate", "-x", ".")]
    [InlineData("transform", "--parametrs")]
    [InlineData("explain", "--json")]
    public void Run_UnknownOption_IsWrongUsage(params string[] arguments)
    {
        var run = CliRun.Of(arguments);

        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Error.ShouldContain($"'{arguments.First(argument => argument.StartsWith('-'))}'");
    }

    [Fact]
    public void Validate_NameAfterTwoDashes_IsAFile() => Validate("--", "--quiet").Output.ShouldStartWith("--quiet:1:1: error DD001: ");

    [Fact]
    public void Validate_NameWithAnAtSign_IsAFile() => Validate("@none").Output.ShouldStartWith("@none:1:1: error DD001: ");

    [Theory]
    [InlineData("validate")]
    [InlineData("validate", "a.yaml", "--format", "xml")]
    public void Validate_WrongUsage_ExitsWith2(params string[] arguments) => CliRun.Of(arguments).ExitCode.ShouldBe(2);

    public void Dispose() => _folder.Dispose();

    private static CliRun Validate(params string[] arguments) => CliRun.Of(["validate", .. arguments]);

    private static string WithoutMessages(string output) => Message().Replace(output, "$1…");

    [GeneratedRegex(@"(: (?:error|warning) DD[^:]*: ).*")]
    private static partial Regex Message();
}
