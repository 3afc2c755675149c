using System.Text.Json;
using Macro.Cli.Hosting;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Commands;

/// <summary>What the commands do with files that are not templates, and with files that make them fail.</summary>
public sealed class UnreadableFileTests : IDisposable
{
    private const string Malformed = "Resources: [\n";
    private const string Twice = """
        Transform: {Name: DatadogServerless, Parameters: {pythonLayerVersion: 1}}
        Resources:
          F:
            Type: AWS::Lambda::Function
            Properties:
              Timeout: 3 # first
              Runtime: python3.13
              Handler: a.b
              Timeout: 6

        """;

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("a.yaml", Malformed)]
    [InlineData("a.json", "{\"Resources\": ")]
    [InlineData("a.yaml", Twice)]
    [InlineData("a.json", "{\"Resources\": {\"F\": {}, \"F\": {}}}")]
    [InlineData("missing.yaml", null)]
    public void Diff_FileThatCannotBeRead_IsWellFormedInEveryFormat(string name, string? text)
    {
        var file = text is null ? _folder[name] : _folder.Write(name, text);

        var (json, markdown) = (CliRun.Of("diff", file, "--format", "json"), CliRun.Of("diff", file, "--format", "markdown"));

        (json.ExitCode, markdown.ExitCode).ShouldBe((ExitCode.Rejected, ExitCode.Rejected));
        using var document = JsonDocument.Parse(json.Output);
        document.RootElement.GetProperty("file").GetString().ShouldBe(file);
        document.RootElement.GetProperty("status").GetString().ShouldBe("rejected");
        var finding = document.RootElement.GetProperty("findings")[0];
        finding.GetProperty("severity").GetString().ShouldBe("error");
        finding.GetProperty("line").GetInt32().ShouldBeGreaterThan(0);
        var lines = markdown.Output.Split('\n');
        lines[0].ShouldBe($"### ` {file} `");
        lines[2].ShouldBeOneOf("Not compared: 1 error.", "The macro rejects this template: 1 error, 0 warnings.");
        lines[4].ShouldStartWith("- ");
        (json.Error + markdown.Error).ShouldNotContain("error");
    }

    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    public void Validate_FileThatCannotBeRead_IsWellFormed(string format)
    {
        var run = CliRun.Of("validate", _folder.Write("a.yaml", Malformed), "--format", format);

        run.ExitCode.ShouldBe(ExitCode.Rejected);
        using var document = JsonDocument.Parse(run.Output);
        run.Output.ShouldContain("DD002");
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("sarif")]
    public void Validate_InternalErrorOfOneFile_IsItsResult(string format)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        using var input = new FaultyInput(new InvalidOperationException("No\nluck"));
        var host = new CommandHost(input, output, error, new Dictionary<string, string>());

        var exitCode = MacroCommand.Run(["validate", "-", _folder.Write("b.yaml", Malformed), "--format", format], host);

        exitCode.ShouldBe(ExitCode.InternalError);
        var text = System.Text.Encoding.UTF8.GetString(output.ToArray());
        text.ShouldContain("DD009");
        text.ShouldContain("This file causes an internal error of macro (InvalidOperationException: No luck).");
        text.ShouldContain("DD002");
        if (format != "text") JsonDocument.Parse(text).Dispose();
    }

    [Fact]
    public void Transform_DuplicateKey_IsRejectedUnlessAllowed()
    {
        var file = _folder.Write("a.yaml", Twice);

        var (refused, allowed) = (CliRun.Of("transform", file), CliRun.Of("transform", file, "--allow-duplicate-keys"));

        refused.ExitCode.ShouldBe(ExitCode.Rejected);
        refused.Error.ShouldBe($"{file}:9:7: error DD002: The file is not a valid template. "
            + "Duplicate key Timeout; the first one is in line 6. "
            + "Remove or rename one of the two, or pass --allow-duplicate-keys: then the last one wins, as in SAM's command line.\n");
        allowed.ExitCode.ShouldBe(ExitCode.Success);
        allowed.Error.ShouldContain($"{file}:9:7: warning DD008 Resources.F.Properties.Timeout: "
            + "Duplicate key Timeout: this one wins, and the one in line 6 has no effect.");
        allowed.Output.ShouldContain(
            "      Timeout: 3 # first\n      Runtime: python3.13\n      Handler: datadog_lambda.handler.handler\n      Timeout: 6\n");
    }

    [Fact]
    public void Transform_DuplicateResource_InstrumentsTheLast()
    {
        var file = _folder.Write("a.yaml", """
            Resources:
              F: {Type: AWS::SNS::Topic}
              F:
                Type: AWS::Lambda::Function
                Properties: {Runtime: python3.13, Handler: a.b}

            """);

        var run = CliRun.Of("transform", file, "--allow-duplicate-keys", "--set", "pythonLayerVersion=1");

        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        run.Output.ShouldStartWith("Resources:\n  F: {Type: AWS::SNS::Topic}\n  F:\n    Type: AWS::Lambda::Function\n");
        run.Output.ShouldContain("datadog_lambda.handler.handler");
    }

    [Theory]
    [InlineData("diff")]
    [InlineData("validate")]
    [InlineData("report", "-o", "-")]
    public void Command_DuplicateKeyAllowed_GoesOn(string command, params string[] arguments)
    {
        var run = CliRun.Of([command, _folder.Write("a.yaml", Twice), "--allow-duplicate-keys", .. arguments]);

        run.ExitCode.ShouldBe(ExitCode.Success);
        (run.Output + run.Error).ShouldContain("this one wins, and the one in line 6 has no effect");
    }

    [Fact]
    public void Validate_TwoMergeKeys_AreRejectedEvenWhereDuplicatesAreAllowed()
    {
        var file = _folder.Write("a.yaml", "A: &a {x: 1}\nB:\n  <<: *a\n  <<: *a\n");

        var run = CliRun.Of("validate", file, "--allow-duplicate-keys");

        run.Output.ShouldContain(":4:3: error DD002: The file is not a valid template. Duplicate key <<");
    }

    public void Dispose() => _folder.Dispose();

    private sealed class FaultyInput(Exception exception) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw exception;
    }
}
