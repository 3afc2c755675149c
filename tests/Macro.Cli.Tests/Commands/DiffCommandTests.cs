using System.Text.Json;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Commands;

public class DiffCommandTests
{
    private const string Template = """
        Transform:
          - Name: DatadogServerless
            Parameters: {pythonLayerVersion: 120, service: shop}
        Resources:
          Create:
            Type: AWS::Lambda::Function
            Properties:
              Runtime: python3.13
              Handler: app.create
              Layers: ["arn:aws:lambda:us-east-1:464622532012:layer:Datadog-Python313:100"]
          Old:
            Type: AWS::Lambda::Function
            Properties: {Runtime: !ImportValue Runtime, Handler: app.old}
        """;

    private const string Layer = "arn:aws:lambda:us-east-1:464622532012:layer:Datadog-Python313";

    private static readonly Dictionary<string, string> NoVariables = [];

    private static CliRun Diff(string template, params string[] options) => CliRun.Of(template, NoVariables, ["diff", "-", .. options]);

    [Fact]
    public void Diff_FullInAPipe_IsPlainLines()
    {
        var run = Diff(Template, "--full");
        run.ExitCode.ShouldBe(0);
        run.Error.ShouldBe("");
        var warning = run.Output.Split('\n').Single(line => line.Contains(" warning  ", StringComparison.Ordinal)).Split("  ")[^1];
        warning.ShouldStartWith("DD311 Old: ");
        run.Output.ShouldBe($"""
            Create  AWS::Lambda::Function, python3.13
              ~ layer     {Layer}:100 → {Layer}:120
              ~ handler   app.create → datadog_lambda.handler.handler
              + variable  DD_SITE: datadoghq.com
              + variable  DD_FLUSH_TO_LOG: true
              + variable  DD_ENHANCED_METRICS: true
              + variable  DD_TRACE_ENABLED: true
              + variable  DD_SERVERLESS_LOGS_ENABLED: true
              + variable  DD_CAPTURE_LAMBDA_PAYLOAD: false
              + variable  DD_SERVICE: shop
              + variable  DD_MERGE_XRAY_TRACES: false
              + variable  DD_LAMBDA_HANDLER: app.create
              + tag       dd_sls_macro: v0.1.0

            Old  AWS::Lambda::Function, !ImportValue Runtime  unchanged
              ! warning  {warning}

            Writes the macro's report to Metadata.DatadogServerless.
            Changes 1 function; adds 0 resources; 1 warning.

            """);
    }

    [Fact]
    public void Diff_OnATerminal_HasColorsAndFitsItsWidth()
    {
        var run = CliRun.OnTerminal(40, Template, NoVariables, "diff", "-");
        run.Output.ShouldContain("\e[32m+\e[0m");
        var lines = System.Text.RegularExpressions.Regex.Replace(run.Output, "\e\\[[0-9;]*m", "").Split('\n');
        lines.ShouldAllBe(line => line.Length <= 40);
        string.Concat(lines.Select(line => line.Trim())).ShouldContain("DD_CAPTURE_LAMBDA_PAYLOAD:false");
    }

    [Theory]
    [InlineData("NO_COLOR", "1")]
    [InlineData("TERM", "dumb")]
    public void Diff_TerminalWithoutColors_HasNone(string variable, string value) =>
        CliRun.OnTerminal(80, Template, new Dictionary<string, string> { [variable] = value }, "diff", "-").Output.ShouldNotContain('\e');

    [Fact]
    public void Diff_ExitCode_TellsWhetherAnythingChanges()
    {
        Diff(Template, "--exit-code").ExitCode.ShouldBe(3);
        var unchanged = Diff("Transform: DatadogServerless\nResources: {T: {Type: AWS::SNS::Topic}}\n", "--exit-code");
        unchanged.ExitCode.ShouldBe(0);
        unchanged.Output.ShouldBe("The macro changes only its report in Metadata: 0 warnings.\n");
    }

    [Fact]
    public void Diff_RejectedTemplate_SaysWhyInEachFormat()
    {
        string[] wrong = ["--set", "pythonLayerVersion=x"];
        var text = Diff(Template, [.. wrong, "--exit-code"]);
        (text.ExitCode, text.Output).ShouldBe((1, ""));
        text.Error.ShouldContain("error DD203 pythonLayerVersion:");
        var json = Diff(Template, [.. wrong, "--format", "json"]);
        json.ExitCode.ShouldBe(1);
        JsonDocument.Parse(json.Output).RootElement.GetProperty("status").GetString().ShouldBe("rejected");
        var markdown = Diff(Template, [.. wrong, "--format", "markdown"]);
        markdown.ExitCode.ShouldBe(1);
        markdown.Output.ShouldContain("The macro rejects this template: 1 error");
        markdown.Output.ShouldContain("error DD203 pythonLayerVersion:");
    }

    [Fact]
    public void Diff_NoTemplate_NamesThePlace()
    {
        var run = Diff("Resources: [\n");
        (run.ExitCode, run.Output).ShouldBe((1, ""));
        run.Error.ShouldStartWith("-:");
    }

    [Fact]
    public void Diff_Json_TellsEveryChange()
    {
        var root = JsonDocument.Parse(Diff(Template, "--format", "json").Output).RootElement;
        root.GetProperty("status").GetString().ShouldBe("changed");
        var create = root.GetProperty("resources")[0];
        create.GetProperty("runtime").GetString().ShouldBe("python3.13");
        create.GetProperty("changes")[1].ToString().ShouldBe("""
            {
                      "kind": "handler",
                      "before": "app.create",
                      "after": "datadog_lambda.handler.handler",
                      "paths": [
                        "Resources.Create.Properties.Handler"
                      ]
                    }
            """);
        var finding = root.GetProperty("findings")[0];
        (finding.GetProperty("severity").GetString(), finding.GetProperty("line").GetInt32()).ShouldBe(("warning", 13));
    }

    [Fact]
    public void Diff_StateMachine_NamesStatesLoggingAndSubscription()
    {
        var run = CliRun.Of("diff", Repository.PathOf("examples/cdk/workflow.template.json"), "--full");
        run.Output.ShouldContain("  + state             Ask for a review: trace context\n");
        run.Output.ShouldContain("  + logging           LoggingConfiguration.Level: ALL\n");
        run.Output.ShouldContain("  + log subscription  FollowUp23EBF845LogGroupDatadogSubscriptionFilter: arn:aws:lambda:");
        run.Output.ShouldContain("  + policy  FollowUp23EBF845LogPolicy: logs:CreateLogDelivery, ");
        run.Output.ShouldContain("  + FollowUp23EBF845LogGroup ");
    }

    [Fact]
    public void Diff_DeclaredLogGroup_IsThatOfTheFunctionWhoseNameItHas() =>
        CliRun.Of("diff", Repository.PathOf("examples/plain/template.yaml"), "--full").Output.ShouldContain(
            "  + log subscription  GalleryDatadogLogSubscription: arn:aws:lambda:us-east-1:123456789012:function:datadog-forwarder\n");

    [Fact]
    public void Diff_HostileText_SteersNeitherTerminalNorPage()
    {
        const string hostile = """
            {"Transform": "DatadogServerless", "Resources": {"F\u001b[2J</summary>```": {
              "Type": "AWS::Lambda::Function", "Properties": {"Runtime": "python3.13", "Handler": "```\n<script>\u202e"}}}}
            """;
        var variables = new Dictionary<string, string> { ["NO_COLOR"] = "1" };
        var text = CliRun.OnTerminal(200, hostile, variables, "diff", "-", "--set", "pythonLayerVersion=1").Output;
        text.ShouldContain(@"F\u001b[2J</summary>```");
        text.ShouldContain(@"```\n<script>\u202e → ");
        var markdown = Diff(hostile, "--set", "pythonLayerVersion=1", "--format", "markdown").Output;
        markdown.ShouldContain("&lt;/summary&gt;");
        markdown.ShouldContain("\n````diff\n");
        markdown.ShouldNotContain("\n<script>");
    }

    [Fact]
    public void Diff_MarkdownWithManyWarnings_FitsAComment()
    {
        var functions = string.Concat(Enumerable.Range(0, 450).Select(i =>
            $"  {new string('F', 200)}{i}: {{Type: AWS::Lambda::Function, Properties: {{Runtime: !ImportValue R{i % 2}}}}}\n"));

        foreach (var option in (string[])["--full", "--exit-code"])
        {
            var run = Diff($"Transform: DatadogServerless\nResources:\n{functions}", "--format", "markdown", option);
            run.Output.Length.ShouldBeLessThan(65_536);
            run.Output.ShouldContain("`macro ");
        }
    }

    [Fact]
    public void Diff_LongMarkdown_FitsAComment()
    {
        const string function = "{Type: AWS::Lambda::Function, Properties: {Runtime: python3.13, Handler: a.b}}";
        var functions = string.Concat(Enumerable.Range(0, 200).Select(i => $"  F{i}: {function}\n"));
        var template = $"Transform: DatadogServerless\nResources:\n{functions}";
        var run = Diff(template, "--set", "pythonLayerVersion=1", "--format", "markdown", "--full");
        run.Output.Length.ShouldBeLessThan(65_536);
        run.Output.ShouldContain("sections do not fit into a comment");
    }
}
