using System.Text.Json;
using Macro.Cli.Templates;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests;

/// <summary>The stored results of the examples match the current output of the macro.</summary>
public class ExampleTests
{
    public static TheoryData<string, string, string[]> Examples => new()
    {
        { "sam/template.yaml", "sam/expected.yaml", ["--region", "eu-west-3"] },
        { "sam/expanded.json", "sam/expected.json", ["--region", "eu-west-3", .. SetOfSam()] },
        { "datadog-docs/template.yaml", "datadog-docs/expected.yaml", [] },
        { "plain/template.yaml", "plain/expected.yaml", [] },
        { "step-functions/template.yaml", "step-functions/expected.yaml", [] },
        { "cdk/template.json", "cdk/expected.json", [] },
        { "cdk/workflow.template.json", "cdk/workflow.expected.json", [] },
        { "cdk/reports.template.json", "cdk/reports.expected.json", [] },
        { "serverless-framework/template.json", "serverless-framework/expected.json", [] },
        { "chalice/template.json", "chalice/expected.json", [] },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void Transform_Example_GivesTheExpectedFile(string template, string expected, string[] options)
    {
        var run = CliRun.Of(["transform", Repository.PathOf($"examples/{template}"), .. options]);
        run.ExitCode.ShouldBe(0, run.Error);
        Golden.ShouldMatch(run.Output, $"examples/{expected}");
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Transform_ExpectedFile_ComesBackUnchanged(string template, string expected, string[] options)
    {
        _ = template;
        var path = Repository.PathOf($"examples/{expected}");
        var run = CliRun.Of(["transform", path, .. options, .. Parameters(template)]);
        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldBe(File.ReadAllText(path));
    }

    /// <summary>
    /// A result no longer lists the macro, so the command line repeats its parameters. Those of the CDK and of the Serverless Framework are
    /// in a mapping.
    /// </summary>
    private static IEnumerable<string> Parameters(string template) =>
        template.EndsWith(".yaml", StringComparison.Ordinal) || template.StartsWith("chalice", StringComparison.Ordinal)
            ? Declared(template)
            : [];

    private static IEnumerable<string> SetOfSam() => Declared("sam/template.yaml");

    /// <summary>The macro parameters that a template declares, as options.</summary>
    internal static IEnumerable<string> Declared(string template)
    {
        var file = TemplateFile.Read(File.ReadAllBytes(Repository.PathOf($"examples/{template}")), template);
        using var document = JsonDocument.Parse(file.Json);
        var transform = document.RootElement.GetProperty("Transform").EnumerateArray().Last().GetProperty("Parameters");
        var settings = transform.EnumerateObject().Select(parameter => $"{parameter.Name}={Value(parameter.Value, document.RootElement)}");
        return [.. settings.SelectMany(setting => new[] { "--set", setting })];
    }

    private static string Value(JsonElement value, JsonElement template) => value.ValueKind switch
    {
        JsonValueKind.Object when value.GetProperty("Ref").GetString() is { } name =>
            name == "AWS::StackName" ? "preview" : template.GetProperty("Parameters").GetProperty(name).GetProperty("Default").GetString()!,
        JsonValueKind.Array => string.Join(',', value.EnumerateArray().Select(item => item.ToString())),
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };
}
