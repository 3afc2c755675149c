using System.Text.Json;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Commands;

public class InvokeCommandTests
{
    /// <summary>An event on one line, for <c>--jsonl</c>.</summary>
    private static string Event(string requestId, string runtime = "python3.13") => $$"""
        {
          "region": "us-east-1", "accountId": "123456789012", "requestId": "{{requestId}}",
          "params": { "pythonLayerVersion": 1, "pinnedLayerVersions": false },
          "fragment": { "Resources": { "F": {
            "Type": "AWS::Lambda::Function",
            "Properties": { "Runtime": "{{runtime}}", "Handler": "a.b" }
          } } }
        }
        """.ReplaceLineEndings("");

    private static CliRun Invoke(string input, params string[] options) =>
        CliRun.Of(input, new Dictionary<string, string> { ["DD_ENV"] = "prod" }, ["invoke", .. options]);

    [Fact]
    public void Invoke_OneEvent_WritesTheRawResponse()
    {
        var run = Invoke(Event("r1"));
        run.ExitCode.ShouldBe(0);
        var response = JsonDocument.Parse(run.Output).RootElement;
        response.GetProperty("requestId").GetString().ShouldBe("r1");
        response.GetProperty("status").GetString().ShouldBe("success");
        response.GetProperty("fragment").GetProperty("Resources").GetProperty("F").GetProperty("Properties").GetProperty("Environment")
            .GetProperty("Variables").GetProperty("DD_ENV").GetString().ShouldBe("prod");
    }

    [Fact]
    public void Invoke_RejectedEvent_WritesTheFailureAndExitsWith1()
    {
        var run = Invoke(Event("r1", runtime: "nodejs22.x"));
        run.ExitCode.ShouldBe(1);
        JsonDocument.Parse(run.Output).RootElement.GetProperty("errorMessage").GetString()!
            .ShouldStartWith("Nothing was instrumented: 1 problem.\nDD301 F: ");
    }

    [Theory]
    [InlineData("\"prod\"", "success")]
    [InlineData("\"x\"", "failure")]
    [InlineData("[\"dev\",\"prod\"]", "success", "CommaDelimitedList")]
    [InlineData("[\"dev\",\"x\"]", "failure", "CommaDelimitedList")]
    public void Invoke_ValueThatTheTemplateDoesNotAllow_IsRejectedAsByCloudFormation(string value, string status, string type = "String")
    {
        var run = Invoke($$$"""
            {
              "region": "us-east-1", "accountId": "123456789012", "requestId": "r1", "templateParameterValues": { "Stage": {{{value}}} },
              "fragment": { "Parameters": { "Stage": { "Type": "{{{type}}}", "AllowedValues": ["dev", "prod"] } }, "Resources": {} }
            }
            """);

        var response = JsonDocument.Parse(run.Output).RootElement;
        response.GetProperty("requestId").GetString().ShouldBe("r1");
        response.GetProperty("status").GetString().ShouldBe(status);
        if (status == "failure") response.GetProperty("errorMessage").GetString()!.ShouldStartWith("DD006: ");
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\n\n")]
    public void Invoke_Lines_AnswersEachInOrder(string newline)
    {
        var run = Invoke(string.Join(newline, Event("r1"), "not json", Event("r3")), "--jsonl");
        run.ExitCode.ShouldBe(0);
        run.Output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement)
            .Select(response => (response.GetProperty("requestId").GetString(), response.GetProperty("status").GetString()))
            .ShouldBe([("r1", "success"), ("", "failure"), ("r3", "success")]);
    }

    [Fact]
    public void Invoke_NoLines_WritesNothing() => Invoke("", "--jsonl").Output.ShouldBe("");
}
