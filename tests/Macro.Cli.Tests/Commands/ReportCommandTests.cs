using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Commands;

/// <summary>Tests the HTML of the page as text; tests/browser tests it in a browser.</summary>
public class ReportCommandTests
{
    private static readonly string Example = Repository.PathOf("examples/cdk/workflow.template.json");

    [Fact]
    public void Report_ToAFile_WritesThePageAndSaysWhat()
    {
        var path = Path.GetTempFileName();
        var run = CliRun.Of("report", Example, "-o", path);
        var page = File.ReadAllText(path);
        File.Delete(path);
        (run.ExitCode, run.Output).ShouldBe((0, ""));
        run.Error.ShouldStartWith($"{path}: Changes 2 functions, 3 state machines, 2 other resources; adds 5 resources; ");
        page.ShouldBe(CliRun.Of("report", Example, "-o", "-").Output);
    }

    [Fact]
    public void Report_Page_LoadsNothing()
    {
        var page = CliRun.Of("report", Example, "-o", "-").Output;
        page.ShouldContain("default-src &#x27;none&#x27;; style-src &#x27;sha256-");
        foreach (var loading in (string[])["src=", "url(", "@import", "style=\""]) page.ShouldNotContain(loading);
        page.Replace("href=\"#", "", StringComparison.Ordinal).ShouldNotContain("href=");
    }

    [Theory]
    [InlineData("\"\\ud800\"", "a lone surrogate")]
    [InlineData("\"\\u0000</code>\"", "a control character")]
    [InlineData("1.10", "a number")]
    public void Report_OddText_IsShown(string description, string because)
    {
        var template = $$"""
            {"Transform": "DatadogServerless", "Resources": {"F": {
              "Type": "AWS::Lambda::Function",
              "Properties": {"Runtime": "python3.13", "Handler": "a.b", "Description": {{description}}} } } }
            """;
        var run = CliRun.Of(template, new Dictionary<string, string>(), "report", "-", "-o", "-", "--set", "pythonLayerVersion=1");
        run.ExitCode.ShouldBe(0, because);
        run.Output.ShouldNotContain('\0');
    }

    [Fact]
    public void Report_RemovedResource_IsShownAsItWas()
    {
        const string template = """
            Transform: {Name: DatadogServerless, Parameters: {forwarderArn: "arn:aws:lambda:us-east-1:123456789012:function:f"}}
            Parameters: {Password: {Type: String, NoEcho: true, Default: hunter2}}
            Metadata: {DatadogServerless: {Added: [Old]}}
            Resources:
              F: {Type: AWS::Lambda::Function, Properties: {Runtime: provided}}
              Old:
                Type: Custom::DatadogLogGroups
                Properties: {ServiceToken: "arn:old", LogGroupNames: [hunter2]}
            """;
        var run = CliRun.Of(template, new Dictionary<string, string>(), "report", "-", "-o", "-");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("""<span class="name"><b>Old</b> <small>Custom::DatadogLogGroups</small></span>""");
        run.Output.ShouldContain("""<div class="removed"><del>  ServiceToken: arn:old</del><code></code></div>""");
        run.Output.ShouldNotContain("hunter2");
    }

    [Fact]
    public void Report_Body_ShowsWhatChangesAndNames()
    {
        const string template = """
            Transform:
              Name: DatadogServerless
              Parameters: {pythonLayerVersion: 1, stepFunctionForwarderArn: "arn:aws:lambda:us-east-1:123456789012:function:f"}
            Resources:
              F:
                Type: AWS::Lambda::Function
                Properties:
                  Runtime: python3.13
                  Handler: a.b
                  Description: quokka
                  Code: {ZipFile: "password = 'quokka'"}
                  Layers: [quokka-layer]
                  Tags: [{Key: owner, Value: quokka}]
              Text:
                Type: AWS::StepFunctions::StateMachine
                Properties:
                  RoleArn: quokka
                  DefinitionString: |
                    {"StartAt": "Call", "Comment": "quokka", "States": {"Call": {
                      "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {
                        "FunctionName": "quokka", "Payload": {"token": "quokka"}}, "End": true}}}
              Sub:
                Type: AWS::StepFunctions::StateMachine
                Properties:
                  RoleArn: quokka
                  DefinitionString: !Sub |
                    {"StartAt": "Call", "TimeoutSeconds": ${Seconds}, "States": {"Call": {"Type": "Task", "Comment": "quokka",
                      "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {
                        "FunctionName": "quokka", "Payload": {"token": "quokka"}}, "End": true}}}
            """;

        var run = CliRun.Of(template, new Dictionary<string, string>(), "report", "-", "-o", "-");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldNotContain("quokka");
        foreach (var shown in (string[])["Code: …", "Description: …", "Datadog-Python313:1", "token", "$$.Execution", "Call"])
            run.Output.ShouldContain(shown);
    }

    [Fact]
    public void Report_RejectedTemplate_WritesNoPage()
    {
        var run = CliRun.Of("report", Example, "-o", "-", "--set", "nodeLayerVersion=0");
        (run.ExitCode, run.Output).ShouldBe((1, ""));
        run.Error.ShouldContain("error DD203 nodeLayerVersion:");
    }

    [Fact]
    public void Report_UnwritableFile_SaysWhy()
    {
        var run = CliRun.Of("report", Example, "-o", "/no/such/folder/report.html");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldStartWith("/no/such/folder/report.html: ");
    }

    [Fact]
    public void Report_WithoutOutput_IsAUsageError() => CliRun.Of("report", Example).ExitCode.ShouldBe(2);
}
