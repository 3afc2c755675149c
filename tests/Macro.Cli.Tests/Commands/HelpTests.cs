using System.Text.RegularExpressions;
using Macro.Cli.Reference;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Commands;

/// <summary>Help, pages for man, and examples of diagnostics.</summary>
public sealed partial class HelpTests
{
    public static TheoryData<string> Commands =>
        [.. CommandLine().Matches(CliRun.Of("--help").Output).Select(line => line.Groups[1].Value).Where(name => name != "macro")];

    public static TheoryData<string> Samples => [.. DiagnosticSamples.Codes];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_Command_IsThatOfItsOption(string command)
    {
        CliRun.Of("help", command).ShouldBe(CliRun.Of(command, "--help"));
        Golden.ShouldMatch(CliRun.Of("help", command, "--man").Output, $"docs/man/macro-{command}.1");
    }

    [Fact]
    public void Help_WithoutCommand_IsThatOfTheProgram()
    {
        CliRun.Of("help").ShouldBe(CliRun.Of("--help"));
        Golden.ShouldMatch(CliRun.Of("help", "--man").Output, "docs/man/macro.1");
        Commands.Count.ShouldBe(Directory.GetFiles(Repository.PathOf("docs/man")).Length - 1);
    }

    [Fact]
    public void Help_UnknownCommand_SuggestsTheNearest() =>
        CliRun.Of("help", "dif").ShouldBe(new(2, "", "There is no command dif. Did you mean diff? List all: macro help\n"));

    [Fact]
    public void Version_ShortOption_IsTheSame() => CliRun.Of("-v").ShouldBe(CliRun.Of("--version"));

    [Theory]
    [InlineData("macro diff t.yaml --set lambdaF", "lambdaFips=\n")]
    [InlineData("macro diff t.yaml --set lambdaFips=", "lambdaFips=false\nlambdaFips=true\n")]
    [InlineData("macro init --set lambdaFips=t", "lambdaFips=true\n")]
    [InlineData("macro diff t.yaml --set service=", "")]
    [InlineData("macro diff t.yaml --set=lambdaF", "--set=lambdaFips=\n")]
    [InlineData("macro diff t.yaml --set=lambdaFips=t", "--set=lambdaFips=true\n")]
    [InlineData("macro diff --exit-code --full --form", "--format\n")]
    [InlineData("macro diff --exit-code --format=js", "--format=json\n")]
    [InlineData("/opt/macro \"a b\" --exit-code diff --format m", "markdown\n")]
    public void Suggest_Setting_IsCompleted(string line, string suggestions) =>
        CliRun.Of("[suggest]", line).ShouldBe(new(0, suggestions, ""));

    [Theory]
    [InlineData("[suggest:8]", "diff\n")]
    [InlineData("[suggest:99]", "--format\n")]
    [InlineData("[suggest:x]", "--format\n")]
    public void Suggest_Position_IsThatOfTheCursor(string directive, string suggestions) =>
        CliRun.Of(directive, "macro diff t --form").Output.ShouldBe(suggestions);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Explain_Sample_IsReportedBeforeAndNotAfter(string code)
    {
        var sample = DiagnosticSamples.Find(code)!;

        Validate(sample.Before).ShouldContain($" {code} ");
        Validate(sample.After).ShouldNotContain($" {code} ");
        CliRun.Of("explain", code).Output.ShouldEndWith(
            $"  Before:\n{Indent(sample.Before)}  After:\n{Indent(sample.After)}");

        static string Validate(string parameters) => CliRun.Of(
            "Transform:\n  Name: DatadogServerless\n  Parameters:\n" + Indent(parameters)
            + "Resources: {F: {Type: AWS::Lambda::Function, Properties: {Runtime: python3.13, Handler: a.b}}}\n",
            new Dictionary<string, string>(), "validate", "-").Output;

        static string Indent(string text) => string.Concat(text.Split('\n').Select(line => $"    {line}\n"));
    }

    [GeneratedRegex(@"^  ([a-z]+)\b.*  \S", RegexOptions.Multiline)]
    private static partial Regex CommandLine();
}
