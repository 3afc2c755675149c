using System.Text.Json;
using System.Text.RegularExpressions;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Commands;

/// <summary>
/// Positions and groups are right for parameters whose names look like a path, and for functions whose logical ids are names of parameters.
/// </summary>
public sealed partial class UnusualNamesTests : IDisposable
{
    private const string RejectedYaml = """
        Transform:
          - Name: DatadogServerless
            Parameters:
              pinnedLayerVersions: false
              "[x]": 1
              a.b: 2
        Resources:
          service:
            Type: AWS::Lambda::Function
            Properties: {Runtime: python3.13}
          env:
            Type: AWS::Lambda::Function
            Properties: {Runtime: python3.13}
        """;

    private const string RejectedJson = """
        {"Transform": [
          {"Name": "DatadogServerless",
            "Parameters": {
              "pinnedLayerVersions": false,
              "[x]": 1,
              "a.b": 2}}],
        "Resources": {
          "service": {
            "Type": "AWS::Lambda::Function",
            "Properties": {"Runtime": "python3.13"}},
          "env": {
            "Type": "AWS::Lambda::Function",
            "Properties": {"Runtime": "python3.13"}}}}
        """;

    /// <summary>DD222 refers to the parameter <c>apiKey</c>, not to the function of that name.</summary>
    private const string AcceptedYaml = """
        Transform:
          Name: DatadogServerless
          Parameters:
            pythonLayerVersion: 120
            apiKey: "0"
            service: shop
            env: prod
        Resources:
          service:
            Type: AWS::Lambda::Function
            Properties: {Runtime: python3.13}
          env:
            Type: AWS::Lambda::Function
            Properties: {Runtime: !ImportValue Runtime}
          apiKey:
            Type: AWS::Lambda::Function
            Properties: {Runtime: python3.13, Handler: app.main}
        """;

    private const string AcceptedJson = """
        {"Transform": {
          "Name": "DatadogServerless",
          "Parameters": {
            "pythonLayerVersion": 120,
            "apiKey": "0",
            "service": "shop",
            "env": "prod"}},
        "Resources": {
          "service": {
            "Type": "AWS::Lambda::Function",
            "Properties": {"Runtime": "python3.13"}},
          "env": {
            "Type": "AWS::Lambda::Function",
            "Properties": {"Runtime": {"Fn::ImportValue": "Runtime"}}},
          "apiKey": {
            "Type": "AWS::Lambda::Function",
            "Properties": {"Runtime": "python3.13", "Handler": "app.main"}}}}
        """;

    private static string[] Rejections(string template)
    {
        var column = template == RejectedJson ? 20 : 18;
        return
        [
            "5:7 error DD202 [x]", "6:7 error DD202 a.b",
            $"10:{column} error DD301 service", "8:3 warning DD317 service", $"13:{column} error DD301 env", "11:3 warning DD317 env",
        ];
    }

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(RejectedYaml)]
    [InlineData(RejectedJson)]
    public void Validate_RejectedTemplate_LocatesParametersAndFunctions(string template)
    {
        Located(Run(template, "validate", "--full").Output).ShouldBe(Rejections(template), ignoreOrder: true);
        ValidateJson(template).ShouldBe(Rejections(template), ignoreOrder: true);
    }

    [Theory]
    [InlineData(AcceptedYaml, "14:18")]
    [InlineData(AcceptedJson, "14:20")]
    public void Validate_AcceptedTemplate_LocatesParametersAndFunctions(string template, string runtime)
    {
        Located(Run(template, "validate").Output).ShouldBe(Warnings(runtime), ignoreOrder: true);
        ValidateJson(template).ShouldBe(Warnings(runtime), ignoreOrder: true);
    }

    [Theory]
    [InlineData(RejectedYaml)]
    [InlineData(RejectedJson)]
    public void Diff_RejectedTemplate_LocatesParametersAndFunctions(string template)
    {
        var run = Run(template, "diff", "--full");

        run.ExitCode.ShouldBe(1);
        Located(run.Error).ShouldBe(Rejections(template), ignoreOrder: true);
        DiffJson(template).ShouldBe(Rejections(template), ignoreOrder: true);
    }

    [Theory]
    [InlineData(AcceptedYaml, "14:18")]
    [InlineData(AcceptedJson, "14:20")]
    public void Diff_AcceptedTemplate_LocatesParametersAndFunctions(string template, string runtime) =>
        DiffJson(template).ShouldBe(Warnings(runtime), ignoreOrder: true);

    [Theory]
    [InlineData(AcceptedYaml)]
    [InlineData(AcceptedJson)]
    public void Diff_Text_HasEachWarningUnderItsFunction(string template)
    {
        var output = Run(template, "diff", "--full").Output;
        var blocks = output.Split("\n\n");

        blocks.Select(block => $"{block.Split(' ', ':')[0]}: {string.Join(' ', Code().Matches(block).Select(code => code.Value))}")
            .ShouldBe(["service: DD317", "env: DD311", "apiKey: ", $"{_folder["template"]}: DD222", "Writes: "]);
        output.ShouldContain($"\n{_folder["template"]}:5:5: warning DD222 apiKey: ");
    }

    [Theory]
    [InlineData(AcceptedYaml)]
    [InlineData(AcceptedJson)]
    public void Diff_Markdown_HasEachWarningUnderItsFunction(string template)
    {
        var parts = Run(template, "diff", "--full", "--format", "markdown").Output.Split("<details><summary><b><code>");

        parts[0].ShouldContain("5:5: warning DD222 apiKey: ");
        parts.Select(part => string.Join(' ', Code().Matches(part).Select(code => code.Value))).ShouldBe(["DD222", "DD317", "DD311", ""]);
        parts.Skip(1).Select(part => part[..part.IndexOf('<', StringComparison.Ordinal)]).ShouldBe(["service", "env", "apiKey"]);
    }

    public void Dispose() => _folder.Dispose();

    /// <param name="runtime">The position of the property that DD311 reports.</param>
    private static string[] Warnings(string runtime) =>
        ["5:5 warning DD222 apiKey", "9:3 warning DD317 service", $"{runtime} warning DD311 env"];

    private CliRun Run(string template, string command, params string[] options) =>
        CliRun.Of([command, _folder.Write("template", template), .. options]);

    private IEnumerable<string> ValidateJson(string template) =>
        JsonDocument.Parse(Run(template, "validate", "--format", "json").Output).RootElement.GetProperty("files")[0]
            .GetProperty("findings").EnumerateArray()
            .Select(finding => string.Join(' ', Position(finding), finding.GetProperty("severity"), finding.GetProperty("code"),
                finding.GetProperty("subject")));

    private IEnumerable<string> DiffJson(string template) =>
        JsonDocument.Parse(Run(template, "diff", "--format", "json").Output).RootElement.GetProperty("findings").EnumerateArray()
            .Select(finding => string.Join(' ', Position(finding), finding.GetProperty("severity"), finding.GetProperty("code"),
                finding.GetProperty("subject")));

    private static string Position(JsonElement finding) => $"{finding.GetProperty("line")}:{finding.GetProperty("column")}";

    /// <summary>The findings in the output for people: position, severity, code and subject.</summary>
    private static IEnumerable<string> Located(string output) =>
        FindingLine().Matches(output).Select(line => $"{line.Groups[1].Value} {line.Groups[2].Value}");

    [GeneratedRegex(@"template:(\d+:\d+): ((?:error|warning) DD\d{3} [^:]+):")]
    private static partial Regex FindingLine();

    [GeneratedRegex(@"\bDD\d{3}\b")]
    private static partial Regex Code();
}
