using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Commands;

/// <summary>Where the values of a deployment come from, and which of them wins.</summary>
public sealed class DeploymentTests : IDisposable
{
    private const string Template = """
        Transform:
          Name: DatadogServerless
          Parameters: {pythonLayerVersion: 1, env: !Ref Stage, service: !Sub "${AWS::StackName}-${AWS::Region}"}
        Parameters:
          Stage: {Type: String, Default: of-template}
        Resources:
          F: {Type: AWS::Lambda::Function, Properties: {Runtime: python3.13, Handler: a.b}}

        """;

    private const string Config = """
        version = 0.1
        [default.deploy.parameters]
        stack_name = "shop"
        region = "eu-west-1"
        parameter_overrides = "Stage=of-config Unused=x"
        [prod.deploy.parameters]
        parameter_overrides = { Stage = "of-prod" }
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Transform_SamConfigBesideTheTemplate_GivesItsValues()
    {
        _folder.Write("samconfig.toml", Config);

        var run = Transform();

        run.Output.ShouldContain("DD_ENV: of-config\n");
        run.Output.ShouldContain("DD_SERVICE: shop-eu-west-1\n");
        run.Error.ShouldBe($"{_folder["t.yaml"]}: note: parameters, region and stack name are those of {_folder["samconfig.toml"]}.\n");
    }

    [Fact]
    public void Transform_ConfigEnv_ChoosesTheEnvironment()
    {
        _folder.Write("samconfig.toml", Config);

        var run = Transform("--config-env", "prod");

        run.Output.ShouldContain("DD_ENV: of-prod\n");
        run.Output.ShouldContain("DD_SERVICE: preview-us-east-1\n");
    }

    [Fact]
    public void Transform_SamConfigInYaml_IsReadWithoutOneInToml()
    {
        _folder.Write("samconfig.yaml", "default: {deploy: {parameters: {stack_name: shop, parameter_overrides: [Stage=of-yaml]}}}");

        Transform().Output.ShouldContain("DD_ENV: of-yaml\n");
        _folder.Write("samconfig.toml", Config);
        Transform().Output.ShouldContain("DD_ENV: of-config\n");
    }

    [Fact]
    public void Transform_CommandLine_OverridesTheSamConfig()
    {
        _folder.Write("samconfig.toml", Config);

        var run = Transform("--parameter", "Stage=of-line", "--region", "us-east-1", "--stack-name", "mine");

        run.Output.ShouldContain("DD_ENV: of-line\n");
        run.Output.ShouldContain("DD_SERVICE: mine-us-east-1\n");
    }

    [Fact]
    public void Transform_ParameterFiles_ReplaceTheSamConfigAndTheLastWins()
    {
        _folder.Write("samconfig.toml", Config);
        var (first, second) = (_folder.Write("1.json", """["Stage=first"]"""), _folder.Write("2.json", """["Stage=second"]"""));

        Transform("--parameters", first).Output.ShouldContain("DD_ENV: first\n");
        Transform("--parameters", first).Output.ShouldContain("DD_SERVICE: preview-us-east-1\n");
        Transform("--parameters", first, "--parameters", second).Output.ShouldContain("DD_ENV: second\n");
        Transform("--parameters", first, "--parameters", second, "--parameter", "Stage=line").Output.ShouldContain("DD_ENV: line\n");
    }

    [Theory]
    [InlineData("[default", ":1:9: The file is not valid TOML here. ")]
    [InlineData("[default.deploy.parameters]\nregion = 1", ":1:1: ")]
    public void Transform_MalformedSamConfig_IsWrongUsage(string text, string error)
    {
        _folder.Write("samconfig.toml", text);

        var run = Transform();

        (run.ExitCode, run.Output).ShouldBe((text.Contains("region", StringComparison.Ordinal) ? 0 : 2, run.Output));
        if (run.ExitCode == 2) run.Error.ShouldStartWith($"{_folder["samconfig.toml"]}{error}");
    }

    [Fact]
    public void Validate_MalformedSamConfig_IsAFindingOfTheTemplate()
    {
        _folder.Write("a/samconfig.toml", "[default");
        _folder.Write("a/t.yaml", Template);
        _folder.Write("b/t.yaml", Template);

        var run = CliRun.Of("validate", _folder.Path);

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldStartWith($"{_folder["a/t.yaml"]}:1:1: error DD001: The file cannot be read: {_folder["a/samconfig.toml"]}:1:9: ");
        run.Output.ShouldContain("\n2 files: 1 error in 1 file, 0 warnings\n");
    }

    [Theory]
    [InlineData("[default.deploy]", "prod", "samconfig.toml:1:1: The file has no environment prod. It has default.")]
    [InlineData("[prod.deploy]\n[stage]", "prd", "samconfig.toml:1:1: The file has no environment prd. Did you mean prod?")]
    [InlineData(null, "prod", "t.yaml has no samconfig.toml beside it for --config-env prod.")]
    public void Transform_UnknownEnvironment_IsWrongUsage(string? config, string environment, string error)
    {
        if (config is not null) _folder.Write("samconfig.toml", config);

        var run = Transform("--config-env", environment);

        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Error.ShouldBe($"{_folder[error.Split(' ', ':')[0]]}{error[error.IndexOfAny([' ', ':'])..]}\n");
    }

    [Theory]
    [InlineData("stage", "The template has no parameter stage. Did you mean Stage? Then pass --parameter Stage=VALUE")]
    [InlineData("Stge", "The template has no parameter Stge. Did you mean Stage? Then pass --parameter Stage=VALUE")]
    public void Run_MisspelledParameter_IsWrongUsage(string name, string error)
    {
        foreach (var command in (string[])["transform", "diff"])
        {
            var run = CliRun.Of(command, _folder.Write("t.yaml", Template), "--parameter", $"{name}=x");
            (run.ExitCode, run.Output, run.Error).ShouldBe((2, "", error + "\n"), command);
        }
    }

    [Theory]
    [InlineData("It has Stage.", "Team")]
    [InlineData("It has Stage.", "stage", "Stage")]
    [InlineData("Did you mean Stage?", "Stag3s")]
    public void Transform_ParameterThatTheTemplateDoesNotHave_IsANote(string hint, params string[] names)
    {
        var run = CliRun.Of(
            ["transform", _folder.Write("t.yaml", Template), .. names.SelectMany(name => (string[])["--parameter", $"{name}=prod"])]);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldStartWith(
            $"note: the template has no parameter {names[0]}, so its value has no effect. {hint}\n");
    }

    [Fact]
    public void Validate_ParameterOfOneOfTheTemplates_IsKnown()
    {
        _folder.Write("a.yaml", Template);
        _folder.Write("b.yaml", "Resources: {T: {Type: AWS::SNS::Topic}}");

        CliRun.Of("validate", _folder.Path, "--parameter", "Stage=x").ExitCode.ShouldBe(0);
        CliRun.Of("validate", _folder.Path, "--parameter", "stage=x").Error.ShouldContain("Did you mean Stage?");
    }

    [Fact]
    public void Transform_NoEchoParameter_StaysAReferenceWithOrWithoutAValue()
    {
        const string template = """
            Transform: {Name: DatadogServerless, Parameters: {pythonLayerVersion: 1, apiKey: !Sub "${Key}", service: !Ref Stage}}
            Parameters: {Key: {Type: String, NoEcho: "true"}, Stage: {Type: String, NoEcho: true, Default: hunter2}}
            Resources:
              F: {Type: AWS::Lambda::Function, Properties: {Runtime: python3.13, Handler: a.b}}
            """;
        foreach (var options in (string[][])[[], ["--parameter", "Key=hunter2-given"]])
        {
            var run = CliRun.Of(template, new Dictionary<string, string>(), ["transform", "-", .. options]);
            run.ExitCode.ShouldBe(0, run.Error);
            run.Output.ShouldContain("DD_API_KEY: !Sub ${Key}\n");
            run.Output.ShouldContain("DD_SERVICE: !Ref Stage\n");
            (run.Output.Replace("Default: hunter2}", "", StringComparison.Ordinal) + run.Error).ShouldNotContain("hunter2");
        }
    }

    [Fact]
    public void Transform_DefaultsFromEnvironment_NeedTheOption()
    {
        var variables = new Dictionary<string, string> { ["DD_SERVICE"] = "of-environment" };
        var template = Template.Replace(", service: !Sub \"${AWS::StackName}-${AWS::Region}\"", "", StringComparison.Ordinal);

        var (used, ignored) = (
            CliRun.Of(template, variables, "transform", "-", "--defaults-from-environment"),
            CliRun.Of(template, variables, "transform", "-"));

        used.Output.ShouldContain("DD_SERVICE: of-environment\n");
        ignored.Output.ShouldNotContain("DD_SERVICE");
    }

    public void Dispose() => _folder.Dispose();

    private CliRun Transform(params string[] options) => CliRun.Of(["transform", _folder.Write("t.yaml", Template), .. options]);
}
