using System.Text;
using Macro.Cli.Hosting;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Projects;

/// <summary><c>macro init</c> on each kind of project.</summary>
public sealed class InitCommandTests : IDisposable
{
    private const string Secret = "arn:aws:secretsmanager:us-east-1:123456789012:secret:k-a1B2c3";
    private const string Entry =
        "  - Name: DatadogServerless\n    Parameters:\n      addExtension: true\n      apiKeySecretArn: " + Secret + "\n      service: s\n";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("Resources:\n  A: {Type: AWS::SNS::Topic}\n", "Transform:\n{0}Resources:\n  A: {Type: AWS::SNS::Topic}\n")]
    [InlineData(
        "# head\nAWSTemplateFormatVersion: '2010-09-09'  # version\n\n# resources\nResources: {} # none\n",
        "# head\nAWSTemplateFormatVersion: '2010-09-09'  # version\n\nTransform:\n{0}\n# resources\nResources: {} # none\n")]
    [InlineData(
        "Transform: AWS::Serverless-2016-10-31 # sam\nResources: {}\n",
        "Transform: # sam\n  - AWS::Serverless-2016-10-31\n{0}Resources: {}\n")]
    [InlineData(
        "Transform:\n  # first\n  - AWS::LanguageExtensions\n  - AWS::Serverless-2016-10-31  # sam\n\nResources: {}\n",
        "Transform:\n  # first\n  - AWS::LanguageExtensions\n  - AWS::Serverless-2016-10-31  # sam\n{0}\nResources: {}\n")]
    [InlineData(
        "Transform: [AWS::Serverless-2016-10-31]\nResources: {}\n",
        "Transform:\n  - AWS::Serverless-2016-10-31\n{0}Resources: {}\n")]
    public void Init_Template_GetsTheTransformLast(string before, string after)
    {
        foreach (var newLine in (string[])["\n", "\r\n"])
        {
            foreach (var mark in (string[])["", "\uFEFF"])
            {
                var file = _folder.Write("template.yaml", mark + before.Replace("\n", newLine, StringComparison.Ordinal));

                Init(file).ExitCode.ShouldBe(0);

                Text(file, newLine).ShouldBe(mark + after.Replace("{0}", Entry, StringComparison.Ordinal));
            }
        }

        static string Text(string file, string newLine)
        {
            var text = Encoding.UTF8.GetString(File.ReadAllBytes(file));
            text.Split('\n').Skip(1).ShouldAllBe(line => line.Length == 0 || line.EndsWith('\r') == (newLine == "\r\n"));
            return text.Replace("\r", "", StringComparison.Ordinal);
        }

    }

    [Theory]
    [InlineData("{\"Resources\": {}}", "{\"Resources\": {},\"Transform\":")]
    [InlineData("{\n    \"Transform\": \"AWS::Serverless-2016-10-31\",\n    \"Resources\": {}\n}\n", "{\n    \"Transform\": [")]
    public void Init_JsonTemplate_KeepsItsText(string before, string start)
    {
        var file = _folder.Write("template.json", before);

        Init(file).ExitCode.ShouldBe(0);

        File.ReadAllText(file).ShouldStartWith(start);
        CliRun.Of("diff", file).Error.ShouldNotContain("is not listed");
    }

    [Fact]
    public void Init_SecondRun_ChangesNothing()
    {
        var file = _folder.Write("template.yaml", "Resources: {}\n");
        Init(_folder.Path);
        var bytes = File.ReadAllBytes(file);

        var run = CliRun.Of("init", _folder.Path, "--yes");

        (run.ExitCode, run.Error).ShouldBe((0, ""));
        run.Output.ShouldBe($"{file}: The CloudFormation template already has the macro. Nothing is changed.\n");
        File.ReadAllBytes(file).ShouldBe(bytes);
    }

    [Theory]
    [InlineData("A: &a {b: c}\nB: *a\nResources: {}\n")]
    [InlineData("{Resources: {A: {Type: AWS::SNS::Topic}}, Outputs: {}}")]
    public void Init_OtherLinesWouldChange_LeavesTheFile(string text)
    {
        var file = _folder.Write("template.yaml", text);

        var run = Init(file);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("error DD033: The file is left as it is. Adding the macro would change line ");
        File.ReadAllText(file).ShouldBe(text);
    }

    [Fact]
    public void Init_WithoutYes_ShowsTheChangeOnly()
    {
        var file = _folder.Write("template.yaml", "Resources: {}\n");

        var run = CliRun.Of("init", file, "--set", $"apiKeySecretArn={Secret}");

        run.Output.ShouldContain("+   - Name: DatadogServerless\n");
        run.Error.ShouldContain("Pass --yes");
        File.ReadAllText(file).ShouldBe("Resources: {}\n");
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    public void Init_OnATerminal_AsksAndWritesAfterYes(string answer, bool isWritten)
    {
        var file = _folder.Write("template.yaml", "Resources: {}\n");

        var (status, error) = OnTerminal($"\n{Secret}\ndatadoghq.eu\norders\nprod\n{answer}\n", "init", file);

        status.ShouldBe(0);
        error.ShouldContain("Send data with the extension or a forwarder [extension]: ARN of the secret with the API key: ");
        const string settings = "site: datadoghq.eu\n      service: orders\n      env: prod\n";
        File.ReadAllText(file).Contains(settings, StringComparison.Ordinal).ShouldBe(isWritten);
    }

    [Fact]
    public void Init_OnATerminalWithForwarder_AsksForItsArn()
    {
        var file = _folder.Write("template.yaml", "Resources: {}\n");

        OnTerminal("f\narn:aws:lambda:us-east-1:123456789012:function:dd\n\n\nyes\n", "init", file).Status.ShouldBe(0);

        var text = File.ReadAllText(file);
        text.ShouldContain("forwarderArn: arn:aws:lambda:us-east-1:123456789012:function:dd\n");
        text.ShouldNotContain("addExtension");
    }

    [Fact]
    public void Init_FileThatChangesWhileTheQuestionWaits_IsLeftAlone()
    {
        var file = _folder.Write("template.yaml", "Resources: {}\n");
        using var error = new StringWriter { NewLine = "\n" };
        var input = new EditingInput($"\n{Secret}\n\n\n\nyes\n", () => File.WriteAllText(file, "Resources: {A: b}\n"));
        var host = new CommandHost(input, Stream.Null, error, new Dictionary<string, string>()) { InputIsTerminal = true };

        MacroCommand.Run(["init", file], host).ShouldBe(1);

        error.ToString().ShouldContain("error DD033: The file is left as it is. It has changed meanwhile.");
        File.ReadAllText(file).ShouldBe("Resources: {A: b}\n");
    }

    [Fact]
    public void Init_Secret_IsWrittenAndNotShown()
    {
        var file = _folder.Write("template.yaml", "Resources: {}\n");

        var run = CliRun.Of("init", file, "--set", "apiKey=hunter2", "--yes");

        run.Output.ShouldContain("apiKey: ********");
        (run.Output + run.Error).ShouldNotContain("hunter2");
        File.ReadAllText(file).ShouldContain("apiKey: hunter2");
    }

    [Fact]
    public void Init_StandardInput_IsAnError() => CliRun.Of("init", "-").Error.ShouldContain("Standard input cannot be changed.");

    [Fact]
    public void Init_WithoutKeyOrWithUnknownParameter_IsWrongUsage()
    {
        var file = _folder.Write("template.yaml", "Resources: {}\n");

        CliRun.Of("init", file, "--yes").ShouldBe(new(2, "",
            "The extension needs an API key: --set apiKeySecretArn=ARN, or use a forwarder: --set forwarderArn=ARN\n"));
        CliRun.Of("init", file, "--set", "servcie=x").Error.ShouldStartWith("There is no parameter servcie. Did you mean service?");
    }

    [Fact]
    public void Init_Serverless_AddsTransformAndMapping()
    {
        const string text = "service: x # name\nprovider:\n  name: aws\n  stage: ${opt:stage}\n";
        var file = _folder.Write("serverless.yml", text);

        Init(_folder.Path).ExitCode.ShouldBe(0);

        File.ReadAllText(file).ShouldBe(text + $"""
            resources:
              Transform:
                - DatadogServerless
              Mappings:
                Datadog:
                  Parameters:
                    addExtension: "true"
                    apiKeySecretArn: {Secret}
                    service: s

            """);
        Init(_folder.Path).Output.ShouldContain("already has the macro");
    }

    [Theory]
    [InlineData("resources:\n  - Resources: {}\n  - ${file(x.yml)}\n", "  - ${file(x.yml)}\n  - Transform:\n")]
    [InlineData(
        "resources:\n  # mine\n  Transform: Mine\n  Mappings:\n    A: {b: {c: d}}\n",
        "  # mine\n  Transform:\n    - Mine\n    - DatadogServerless\n")]
    public void Init_ServerlessWithResources_KeepsThem(string text, string part)
    {
        var file = _folder.Write("serverless.yml", text);

        Init(file).ExitCode.ShouldBe(0);

        File.ReadAllText(file).ShouldContain(part);
        Init(file).Output.ShouldContain("already has the macro");
    }

    [Fact]
    public void Init_ServerlessWithAnExpression_LeavesTheFile()
    {
        var run = Init(_folder.Write("serverless.yml", "resources: ${file(x.yml)}\n"));

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("resources is an expression.");
    }

    [Theory]
    [InlineData("python3 app.py", "from aws_cdk import CfnMapping\n")]
    [InlineData("npx ts-node bin/app.ts", "import { CfnMapping } from \"aws-cdk-lib\";\n")]
    [InlineData("node app.js", "require(\"aws-cdk-lib\")")]
    [InlineData("mvn -e -q compile exec:java", "CfnMapping.Builder")]
    [InlineData("dotnet run --project src/App.csproj", "using Amazon.CDK;\n")]
    [InlineData("go mod download && go run app.go", "awscdk.NewCfnMapping")]
    public void Init_Cdk_PrintsTheLinesOfItsLanguage(string app, string line)
    {
        _folder.Write("cdk.json", $$"""{"app": "{{app}}"}""");

        var run = Init(_folder.Path);

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain(line);
        run.Output.ShouldContain(Secret);
        Directory.GetFiles(_folder.Path).Length.ShouldBe(1);
    }

    [Fact]
    public void Init_Chalice_WritesTheMergeTemplate()
    {
        _folder.Write(".chalice/config.json", "{}");

        Init(_folder.Path).Output.ShouldContain("chalice package --merge-template datadog.json out");

        File.ReadAllText(_folder["datadog.json"]).ShouldContain(
            "\"AWS::Serverless-2016-10-31\",\n    {\n      \"Name\": \"DatadogServerless\"");
        Init(_folder.Path).Output.ShouldContain("already has the macro");
        _folder.Write("datadog.json", "{}");
        Init(_folder.Path).Error.ShouldContain("It exists, and does not list the macro.");
    }

    [Fact]
    public void Init_Zappa_GivesEachStageWhatTheMacroWouldSet()
    {
        const string text = """
            {
                "dev": {
                    "runtime": "python3.13",
                    "aws_region": "eu-west-3",
                    "layers": ["arn:own"]
                },
                "prod": {
                    "extends": "dev",
                    "aws_environment_variables": {"DD_ENV": "production"}
                }
            }

            """;
        var file = _folder.Write("zappa_settings.json", text);

        Init(_folder.Path).ExitCode.ShouldBe(0);

        using var settings = System.Text.Json.JsonDocument.Parse(File.ReadAllText(file));
        foreach (var (stage, env) in (IEnumerable<(string, string)>)[("dev", "dev"), ("prod", "production")])
        {
            var body = settings.RootElement.GetProperty(stage);
            body.GetProperty("lambda_handler").GetString().ShouldBe("datadog_lambda.handler.handler");
            body.GetProperty("layers").EnumerateArray().Select(layer => layer.GetString()!.Split(':')[^2]).Skip(1)
                .ShouldBe(["Datadog-Python313", "Datadog-Extension"]);
            var variables = body.GetProperty("aws_environment_variables");
            variables.GetProperty("DD_LAMBDA_HANDLER").GetString().ShouldBe("handler.lambda_handler");
            variables.GetProperty("DD_ENV").GetString().ShouldBe(env);
            body.GetProperty("extra_permissions")[0].GetProperty("Resource").GetString().ShouldBe(Secret);
        }
        Init(_folder.Path).Output.ShouldContain("already has the macro");
    }

    [Fact]
    public void Init_JsonWithCarriageReturns_KeepsThem()
    {
        var file = _folder.Write("t.json", "{\r\n  \"Resources\": {\r\n    \"A\": {\"Type\": \"AWS::SNS::Topic\"}\r\n  }\r\n}\r\n");

        Init(file).ExitCode.ShouldBe(0);

        var text = File.ReadAllText(file);
        text.ShouldContain("DatadogServerless");
        text.Split('\n')[..^1].ShouldAllBe(line => line.EndsWith('\r'));
        Init(file).Output.ShouldContain("already has the macro");
    }

    [Fact]
    public void Init_ZappaOnArm_GetsTheLayerOfItsArchitecture()
    {
        var file = _folder.Write("zappa_settings.json", """{"dev": {"runtime": "python3.13", "architecture": "arm64"}}""");

        Init(file).ExitCode.ShouldBe(0);

        File.ReadAllText(file).ShouldContain(":layer:Datadog-Python313-ARM:");
        File.ReadAllText(file).ShouldContain(":layer:Datadog-Extension-ARM:");
    }

    [Theory]
    [InlineData("""{"dev": {}}""", "Stage dev has no runtime")]
    [InlineData("""{"dev": {"runtime": "python2.6"}}""", "Stage dev cannot be instrumented.")]
    [InlineData("{\n  # Hjson, which Zappa reads\n  \"dev\": {\"runtime\": \"python3.13\",}}", "Line 2 is not JSON. Zappa accepts")]
    public void Init_ZappaThatCannotBeInstrumented_LeavesTheFile(string text, string error)
    {
        var file = _folder.Write("zappa_settings.json", text);

        Init(file).Error.ShouldContain(error);

        File.ReadAllText(file).ShouldBe(text);
    }

    [Fact]
    public void Init_Folder_FindsTheProjectOrSaysWhatToName()
    {
        Init(_folder.Path).Error.ShouldContain("error DD032: The folder has no project that macro init knows.");
        var one = _folder.Write("a.yaml", "Resources: {A: {Type: AWS::SNS::Topic}}\n");
        Init(_folder.Path).Output.ShouldStartWith(one);
        _folder.Write("b.yaml", "Resources: {A: {Type: AWS::SNS::Topic}}\n");
        Init(_folder.Path).Error.ShouldContain("error DD032: The folder has several templates.");
    }

    public void Dispose() => _folder.Dispose();

    private static CliRun Init(string project) =>
        CliRun.Of("init", project, "--set", $"apiKeySecretArn={Secret}", "--set", "service=s", "--yes");

    private static (int Status, string Error) OnTerminal(string input, params string[] arguments)
    {
        using var error = new StringWriter { NewLine = "\n" };
        var stream = new MemoryStream(Encoding.UTF8.GetBytes(input));
        var host = new CommandHost(stream, Stream.Null, error, new Dictionary<string, string>())
        {
            InputIsTerminal = true,
        };
        return (MacroCommand.Run(arguments, host), error.ToString());
    }

    /// <summary>An input during which something else happens.</summary>
    private sealed class EditingInput(string text, Action edit) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            edit();
            return base.Read(buffer, offset, count);
        }

        public override int Read(Span<byte> buffer)
        {
            edit();
            return base.Read(buffer);
        }
    }
}
