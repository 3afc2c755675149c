using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Commands;

public class TransformCommandTests
{
    private const string Function = """
          Fn:
            Type: AWS::Lambda::Function
            Properties:
              Runtime: python3.13
              Handler: app.handler
        """;

    private static CliRun Transform(string template, params string[] options) =>
        CliRun.Of(template, new Dictionary<string, string>(), ["transform", "-", .. options]);

    [Fact]
    public void Transform_JsonWithCarriageReturns_KeepsThem()
    {
        const string text = "{\r\n  \"Transform\": \"DatadogServerless\",\r\n  \"Resources\": {\r\n    \"F\": {\r\n"
            + "      \"Type\": \"AWS::Lambda::Function\",\r\n      \"Properties\": {\r\n        \"Runtime\": \"python3.13\",\r\n"
            + "        \"Handler\": \"a.b\"\r\n      }\r\n    }\r\n  }\r\n}";

        var output = CliRun.Of(text, new Dictionary<string, string>(), "transform", "-").Output;

        output.ShouldContain("DD_LAMBDA_HANDLER");
        output.Split('\n')[..^1].ShouldAllBe(line => line.EndsWith('\r'));
    }

    [Fact]
    public void Transform_MacroAmongOthers_LeavesTheOthers()
    {
        var template = $"Transform: [AWS::LanguageExtensions, DatadogServerless]\nResources:\n{Function}\n";
        var run = Transform(template, "--set", "pythonLayerVersion=1");
        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldStartWith("Transform:\n  - AWS::LanguageExtensions\nResources:\n");
        run.Output.ShouldContain("Datadog-Python313:1");
    }

    [Fact]
    public void Transform_OtherMacroName_TakesThatEntry()
    {
        var template = $"Transform: {{Name: Dd, Parameters: {{pythonLayerVersion: 2}}}}\nResources:\n{Function}\n";
        var run = Transform(template, "--macro-name", "Dd");
        run.Error.ShouldBe("");
        run.Output.ShouldStartWith("Resources:\n");
        run.Output.ShouldContain("Datadog-Python313:2");
    }

    [Fact]
    public void Transform_MacroNotListed_SaysSoAndTransformsAllTheSame()
    {
        var run = Transform($"Resources:\n{Function}\n", "--set", "pythonLayerVersion=1");
        run.ExitCode.ShouldBe(0);
        run.Error.ShouldBe(
            "-: note: DatadogServerless is not listed under Transform, so a deployment would not instrument this template.\n");
        run.Output.ShouldContain("Datadog-Python313:1");
    }

    [Fact]
    public void Transform_ParametersOfTheTransform_AreResolvedAsInADeployment()
    {
        var template = $$"""
            Transform:
              Name: DatadogServerless
              Parameters:
                pythonLayerVersion: !Ref Version
                service: !Sub "${AWS::StackName}-${AWS::Region}-${AWS::AccountId}-${Stage}"
                stackName: !Ref AWS::StackName
                apiKey: !Ref Key
            Parameters:
              Version: {Type: Number, Default: 7}
              Stage: {Type: String, Default: dev}
              Key: {Type: String, NoEcho: true}
            Resources:
            {{Function}}
            """;
        string[] deployment = ["--stack-name", "shop", "--region", "eu-west-3", "--account", "111122223333"];
        var run = Transform(template, [.. deployment, "--parameter", "Stage=prod", "--parameter", "Key=k123"]);
        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("arn:aws:lambda:eu-west-3:464622532012:layer:Datadog-Python313:7");
        run.Output.ShouldContain("DD_SERVICE: shop-eu-west-3-111122223333-prod\n");
        run.Output.ShouldContain("DD_API_KEY: !Ref Key\n");
        (run.Output + run.Error).ShouldNotContain("k123");
    }

    [Fact]
    public void Transform_ParameterWithoutValue_NamesPlaceAndOption()
    {
        var run = Transform($$"""
            Transform:
              - Name: DatadogServerless
                Parameters:
                  pythonLayerVersion: 1
                  env: !Ref Stage
                  service: !Sub "${Team}-shop"
            Parameters:
              Stage: {Type: String}
              Team: {Type: String}
            Resources:
            {{Function}}
            """);
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBe("");
        run.Error.ShouldBe("""
            -:5:7: error DD003: env refers to Stage, which has no value here. Pass one: --parameter Stage=VALUE
            -:6:7: error DD003: service refers to Team, which has no value here. Pass one: --parameter Team=VALUE

            """);
    }

    [Fact]
    public void Transform_SetWithAMapping_OverridesOnlyWhatItNames()
    {
        var template = $$"""
            Transform: DatadogServerless
            Mappings:
              Datadog: { Parameters: { pythonLayerVersion: 3, service: shop } }
            Resources:
            {{Function}}
            """;
        var run = Transform(template, "--set", "service=other");
        run.Output.ShouldContain("Datadog-Python313:3");
        run.Output.ShouldContain("DD_SERVICE: other\n");
    }

    [Theory]
    [InlineData("Resources:\n  A: [1\n", "-:")]
    [InlineData("Resources: {A: 1, A: 2}\n", "-:1:19:")]
    [InlineData("{\"Resources\": {\n  \"A\": }\n}", "-:2:8: error DD002: ")]
    [InlineData(
        "{\"Transform\": \"DatadogServerless\",\n \"Resources\": {\"F\": {\"A\": 1, \"A\": 2}}}",
        "-:2:16: error DD106 Resources.F: ")]
    [InlineData("Transform: DatadogServerless\nConditions: {}\n", "-:1:1: error DD105: ")]
    [InlineData("Transform: {Name: DatadogServerless, Parameters: [1]}\nResources: {}\n", "-:1:38: error DD201: ")]
    public void Transform_BadTemplate_IsRejectedWithItsPosition(string template, string start)
    {
        var run = Transform(template);
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBe("");
        run.Error.ShouldStartWith(start);
    }

    [Fact]
    public void Transform_DeepJson_IsReadUpToTheLimitAndRefusedBeyond()
    {
        Transform(Nested(512)).ExitCode.ShouldBe(0);
        var beyond = Transform(Nested(5000));
        beyond.ExitCode.ShouldBe(1);
        beyond.Error.ShouldContain("nests deeper than 1000 levels");

        static string Nested(int levels)
        {
            var list = new string('[', levels) + new string(']', levels);
            return $$"""{"Transform": "DatadogServerless", "Resources": {"T": {"Type": "AWS::SNS::Topic", "X": {{list}}} } }""";
        }
    }

    [Fact]
    public void Transform_InvalidUtf8_NamesThePlace()
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, [.. "Resources:\n  A: "u8, 0xff, .. "\n"u8]);
        var run = CliRun.Of("transform", path);
        File.Delete(path);
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldBe($"{path}:2:6: error DD002: The file is not a valid template. The file is not valid UTF-8. Save it as UTF-8.\n");
    }

    [Fact]
    public void Transform_FileThatIsNotThere_SaysSo()
    {
        var run = CliRun.Of("transform", "no-such-template.yaml");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldStartWith("no-such-template.yaml:1:1: error DD001: The file cannot be read: Could not find file");
    }

    [Theory]
    [InlineData("transform")]
    [InlineData("transform", "a", "b")]
    [InlineData("transform", "a", "--set", "no-value")]
    [InlineData("transform", "a", "--no-such-option")]
    [InlineData("no-such-command")]
    public void Run_WrongUsage_ExitsWith2(params string[] arguments)
    {
        var run = CliRun.Of(arguments);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldNotBe("");
        run.Output.ShouldBe("");
    }
}
