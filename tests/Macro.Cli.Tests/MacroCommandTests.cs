using Macro.Cli.Hosting;
using Macro.Cli.Tests.Support;
using Macro.Core.Configuration;

namespace Macro.Cli.Tests;

public sealed class MacroCommandTests : IDisposable
{
    private const string Template = """
        Transform: {Name: DatadogServerless, Parameters: {pythonLayerVersion: 1, env: !Ref Stage}}
        Parameters: {Stage: {Type: String}}
        Resources:
          F: {Type: AWS::Lambda::Function, Properties: {Runtime: python3.13, Handler: a.b}}

        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Version_Always_IsTheMacros() => CliRun.Of("--version").ShouldBe(new CliRun(0, $"{MacroVersion.Text}\n", ""));

    [Theory]
    [InlineData("--help", "  macro explain DD301\n")]
    [InlineData("transform --help", "  macro transform template.yaml --parameters samconfig.toml\n")]
    [InlineData("validate -h", "  macro validate . --format sarif > macro.sarif\n")]
    public void Help_Command_ShowsExamples(string arguments, string example)
    {
        var run = CliRun.Of(arguments.Split(' '));

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("\nExamples:\n");
        run.Output.ShouldContain(example);
    }

    [Theory]
    [InlineData(
        "transfrom",
        "Required command was not provided.",
        "Unrecognized command or argument 'transfrom'.",
        "Did you mean transform?",
        "Try: macro --help")]
    [InlineData(
        "transform a --paramters x",
        "Unrecognized command or argument '--paramters'.",
        "Unrecognized command or argument 'x'.",
        "Did you mean --parameters?",
        "Try: macro transform --help")]
    [InlineData(
        "transform a --parameters no-such.json",
        "The parameter file no-such.json cannot be read: Could not find file '/no-such.json'.",
        "Try: macro transform --help")]
    public void Run_WrongUsage_SaysWhatToTypeNext(string arguments, params string[] error)
    {
        var run = CliRun.Of(arguments.Split(' '));

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBe("");
        run.Error.Replace(Environment.CurrentDirectory, "", StringComparison.Ordinal).TrimEnd('\n').Split('\n').ShouldBe(error);
    }

    [Theory]
    [InlineData("macro tra", "transform\n")]
    [InlineData("macro validate --form", "--format\n")]
    [InlineData("macro explain DD32", "DD320\nDD321\nDD322\nDD323\nDD324\nDD325\nDD326\nDD327\nDD328\n")]
    [InlineData("macro parameters forw", "forwardApiLogs\nforwarderArn\nforwarderPermission\nforwardLogGroups\nstepFunctionForwarderArn\n")]
    public void Suggest_WordThatHasBegun_IsCompleted(string line, string suggestions) =>
        CliRun.Of($"[suggest:{line.Length}]", line).Output.ReplaceLineEndings("\n").ShouldBe(suggestions);

    [Theory]
    [InlineData("bash", "complete -o default -F _macro_complete macro\n")]
    [InlineData("zsh", "else compdef _macro macro; fi\n")]
    [InlineData("fish", "complete -c macro ")]
    public void Completion_Shell_WritesItsScript(string shell, string part) => CliRun.Of("completion", shell).Output.ShouldContain(part);

    [Fact]
    public void Transform_ParameterFile_GivesValuesUnderThoseOfTheCommandLine()
    {
        var template = _folder.Write("t.yaml", Template);
        var file = _folder.Write("p.json", """[{"ParameterKey":"Stage","ParameterValue":"of-file"}]""");

        CliRun.Of("transform", template, "--parameters", file).Output.ShouldContain("DD_ENV: of-file\n");
        CliRun.Of("transform", template, "--parameters", file, "--parameter", "Stage=of-line").Output.ShouldContain("DD_ENV: of-line\n");
    }

    [Fact]
    public void Transform_OutputFile_GetsTheResultAndStandardOutputNothing()
    {
        var template = _folder.Write("t.yaml", Template);

        var run = CliRun.Of("transform", template, "--parameter", "Stage=x", "--output", template);

        run.ShouldBe(new CliRun(0, "", ""));
        File.ReadAllText(template).ShouldContain("DD_ENV: x\n");
    }

    [Fact]
    public void Transform_RejectedTemplate_LeavesTheOutputFileAlone()
    {
        var output = _folder.Write("o.yaml", "before");

        CliRun.Of("transform", _folder.Write("t.yaml", Template), "-o", output).ExitCode.ShouldBe(1);

        File.ReadAllText(output).ShouldBe("before");
    }

    [Fact]
    public void Transform_OutputFileThatCannotBeWritten_SaysSo()
    {
        var run = CliRun.Of("transform", _folder.Write("t.yaml", Template), "--parameter", "Stage=x", "-o", _folder["no/such/o.yaml"]);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldStartWith($"{_folder["no/such/o.yaml"]}: error DD004: ");
        run.Error.ShouldContain("Could not find a part of the path");
    }

    [Fact]
    public void Run_FullDisk_IsNoBugOfTheProgram()
    {
        using var error = new StringWriter { NewLine = "\n" };
        var output = new FaultyStream(new IOException("No space left on device", 28));

        MacroCommand.Run(["parameters"], new CommandHost(Stream.Null, output, error, new Dictionary<string, string>())).ShouldBe(1);

        error.ToString().ShouldStartWith("standard output: error DD004: The result cannot be written: No space left on device");
    }

    [Theory]
    [InlineData(typeof(OperationCanceledException), 0, 130, "")]
    [InlineData(typeof(IOException), 32, 0, "")]
    [InlineData(typeof(InvalidOperationException), 0, 70, @"InvalidOperationException: two\nlines")]
    public void Run_ExceptionWhileWriting_EndsQuietlyOrInOneLine(Type type, int code, int exitCode, string cause)
    {
        var exception = type == typeof(IOException)
            ? new IOException("two\nlines", code)
            : (Exception)Activator.CreateInstance(type, "two\nlines")!;
        using var error = new StringWriter { NewLine = "\n" };
        var host = new CommandHost(Stream.Null, new FaultyStream(exception), error, new Dictionary<string, string>());

        MacroCommand.Run(["parameters"], host).ShouldBe(exitCode);

        error.ToString().ShouldBe(cause.Length == 0
            ? ""
            : $"macro: internal error ({cause}). Please report this line, with the template if you can share it.\n");
    }

    public void Dispose() => _folder.Dispose();
}
