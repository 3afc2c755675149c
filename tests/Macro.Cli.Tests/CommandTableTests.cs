using System.Text.RegularExpressions;
using Macro.Cli.Hosting;
using Macro.Cli.Preview;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests;

/// <summary>The tables of docs/cli.md say what the command line does.</summary>
public sealed partial class CommandTableTests : IDisposable
{
    private const string Template = "Transform: {Name: DatadogServerless, Parameters: {pythonLayerVersion: 1}}\n"
        + "Parameters: {Stage: {Type: String, Default: x}}\n"
        + "Resources: {F: {Type: AWS::Lambda::Function, Properties: {Runtime: python3.13, Handler: a.b}}}\n";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("transform", "--output")]
    [InlineData("diff", "--format", "--exit-code", "--full")]
    [InlineData("report", "--output", "--date")]
    [InlineData("validate", "--format", "--quiet", "--full", "--max-warnings", "--select", "--ignore", "--only-templates")]
    public void DeploymentTable_Options_AreThoseOfTheCommand(string command, params string[] others)
    {
        var help = CliRun.Of(command, "--help").Output;

        var options = OptionLine().Matches(help).Select(line => line.Groups[1].Value).Except(["--help", "--color", .. others]);

        Rows("option").SelectMany(row => Codes(row[0])).Select(code => code.Split(' ')[0]).Order().ShouldBe(options.Order());
    }

    [Fact]
    public void DeploymentTable_Defaults_AreThoseOfTheOptions()
    {
        var defaults = Rows("option").SelectMany(row => Codes(row[0]).Select(code => code.Split(' ')[0]).Zip(Codes(row[2]))).ToDictionary();
        var options = new PreviewOptions();

        defaults["--region"].ShouldBe(options.Region);
        defaults["--account"].ShouldBe(options.Account);
        defaults["--stack-name"].ShouldBe(options.StackName);
        defaults["--macro-name"].ShouldBe(options.MacroName);
        defaults["--config-env"].ShouldBe(Macro.Cli.Parameters.SamConfig.DefaultEnvironment);
        defaults["--parameter"].ShouldBe("Default");
    }

    [Theory]
    [InlineData("p.json", """[{"ParameterKey": "Stage", "ParameterValue": "given"}]""")]
    [InlineData("p.json", """["Stage=given"]""")]
    [InlineData("p.json", """{"Parameters": {"Stage": "given"}}""")]
    [InlineData("samconfig.toml", "[default.deploy.parameters]\nparameter_overrides = 'Stage=given'")]
    [InlineData("samconfig.yaml", "default: {global: {parameters: {parameter_overrides: Stage=given}}}")]
    public void FileTable_Contents_AreRead(string name, string text)
    {
        Rows("file").ShouldContain(row => Codes(row[0]).Append("p.json").Contains(name));
        var template = _folder.Write("t.yaml", Template.Replace("1}", "1, env: !Ref Stage}", StringComparison.Ordinal));

        CliRun.Of("transform", template, "--parameters", _folder.Write(name, text)).Output.ShouldContain("DD_ENV: given\n");
    }

    [Fact]
    public void StatusTable_Numbers_AreThoseOfTheCommands()
    {
        var template = _folder.Write("t.yaml", Template);
        int[] returned =
        [
            CliRun.Of("diff", template).ExitCode,
            CliRun.Of("transform", "missing").ExitCode,
            CliRun.Of("transform").ExitCode,
            CliRun.Of("diff", template, "--exit-code").ExitCode,
            Fault(new InvalidOperationException()),
            Fault(new OperationCanceledException()),
        ];

        Rows("exit status").Select(row => int.Parse(row[0])).ShouldBe(returned);
        CliRun.Of("diff", template, "--parameters", _folder.Write("p.json", "{")).ExitCode.ShouldBe(2);

        static int Fault(Exception exception) => MacroCommand.Run(
            ["parameters"], new CommandHost(Stream.Null, new FaultyStream(exception), TextWriter.Null, new Dictionary<string, string>()));
    }

    [Fact]
    public void DiffTable_Options_AreAccepted()
    {
        var template = _folder.Write("t.yaml", Template);

        foreach (var option in Rows("option", table: 1).Select(row => Codes(row[0]).Single()))
            CliRun.Of(["diff", template, .. option.Split(' ')]).ExitCode.ShouldBe(option == "--exit-code" ? 3 : 0, option);
    }

    [Fact]
    public void ValidateTable_Options_AreThoseOfTheCommand()
    {
        var deployment = Rows("option").SelectMany(row => Codes(row[0])).Select(code => code.Split(' ')[0]);

        Rows("option", table: 2).SelectMany(row => Codes(row[0])).Select(code => code.Split(' ')[0]).Except(["-q"]).Order().ShouldBe(
            OptionLine().Matches(CliRun.Of("validate", "--help").Output).Select(line => line.Groups[1].Value)
                .Except([.. deployment, "--help", "--color", "--format"]).Order());
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The rows of a table, by the heading of its first column.</summary>
    private static List<string[]> Rows(string heading, int table = 0)
    {
        var page = File.ReadAllText(Repository.PathOf("docs/cli.md"));
        var tables = page.Split($"\n| {heading} |").Skip(1).Select(text => text[..text.IndexOf("\n\n", StringComparison.Ordinal)]).ToList();
        return [.. tables[table].Split('\n').Skip(2).Select(row => row.Trim('|').Split(" | "))];
    }

    private static IEnumerable<string> Codes(string cell) => Code().Matches(cell).Select(code => code.Groups[1].Value);

    [GeneratedRegex("`([^`]*)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"^  (?:-\w, )*(--[\w-]+)", RegexOptions.Multiline)]
    private static partial Regex OptionLine();
}
