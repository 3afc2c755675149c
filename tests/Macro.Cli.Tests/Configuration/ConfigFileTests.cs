using Macro.Cli.Configuration;
using Macro.Cli.Tests.Support;
using Macro.Core.Configuration;

namespace Macro.Cli.Tests.Configuration;

/// <summary>The file .datadog-macro.yaml.</summary>
public sealed class ConfigFileTests : IDisposable
{
    private const string Template = """
        Transform:
          Name: DatadogServerless
          Parameters:
            pythonLayerVersion: 1
            grantSecretAccess: false
            addExtension: true
            apiKeySecretArn: !Sub "arn:aws:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:k-a1B2c3"
        Parameters: {Stage: {Type: String, Default: x}, Key: {Type: String, NoEcho: true, Default: ""}}
        Resources:
          F:
            Type: AWS::Lambda::Function
            Properties: {Runtime: python3.13, Handler: a.b, Role: !GetAtt Role.Arn, Tags: [{Key: stage, Value: !Ref Stage}]}
          Role: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {}}}

        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Transform_FileAboveTheTemplate_GivesParametersByPattern()
    {
        _folder.Write(ConfigFile.DefaultName, """
            parameters: {env: all, service: all}
            paths:
              "stacks/prod/**": {parameters: {env: prod}}
              "stacks/prod/orders.yaml": {parameters: {service: orders}}
            """);

        Transform("stacks/prod/orders.yaml").Output.ShouldContain("DD_ENV: prod");
        Transform("stacks/prod/orders.yaml").Output.ShouldContain("DD_SERVICE: orders");
        Transform("stacks/prod/eu/x.yaml").Output.ShouldContain("DD_SERVICE: all");
        Transform("stacks/dev/x.yaml").Output.ShouldContain("DD_ENV: all");
        Transform("stacks/prod/orders.yaml", "--set", "env=line").Output.ShouldContain("DD_ENV: line");
    }

    [Fact]
    public void Transform_LaterPattern_Wins()
    {
        _folder.Write(ConfigFile.DefaultName, """
            paths:
              "a.yaml": {parameters: {env: first}}
              "./*.yaml": {parameters: {env: second}}
            """);

        Transform("a.yaml").Output.ShouldContain("DD_ENV: second");
    }

    [Fact]
    public void Transform_NearestFile_IsTheOnlyOne()
    {
        _folder.Write(ConfigFile.DefaultName, "parameters: {env: outer, service: outer}");
        _folder.Write($"in/{ConfigFile.DefaultName}", "parameters: {env: inner}");

        var output = Transform("in/t.yaml").Output;

        output.ShouldContain("DD_ENV: inner");
        output.ShouldNotContain("DD_SERVICE");
    }

    [Fact]
    public void Transform_FileAboveTheRepository_IsNotRead()
    {
        _folder.Write(ConfigFile.DefaultName, "parameters: {env: outer}");
        _folder.Write("repository/.git/HEAD", "");

        Transform("repository/t.yaml").Output.ShouldNotContain("DD_ENV");
    }

    [Fact]
    public void Transform_Deployment_IsThatOfTheFileUnderThatOfTheCommandLine()
    {
        _folder.Write("p/prod.json", """["Stage=of-file"]""");
        _folder.Write(ConfigFile.DefaultName, """
            parameterFiles: [p/prod.json]
            region: eu-west-3
            account: "012345678901"
            parameters: {extraEnv: ["A1=x,y"], service: s}
            """);

        Transform("t.yaml").Output.ShouldContain("arn:aws:lambda:eu-west-3:");
        Transform("t.yaml").Output.ShouldContain("A1: x,y");
        Transform("t.yaml", "--region", "us-west-2").Output.ShouldContain("arn:aws:lambda:us-west-2:");
        Config("t.yaml").ShouldContain("of-file");
        Config("t.yaml", "--parameter", "Stage=of-line").ShouldContain("of-line");
    }

    [Fact]
    public void Validate_IgnoredCodes_AreNotReported()
    {
        Validate("t.yaml").ShouldContain("DD321");
        _folder.Write(ConfigFile.DefaultName, "ignore: [DD321]");
        Validate("t.yaml").ShouldNotContain("DD321");
        _folder.Write(ConfigFile.DefaultName, "ignoreByResource: {Other: [DD321]}");
        Validate("t.yaml").ShouldContain("DD321");
        _folder.Write(ConfigFile.DefaultName, "ignoreByResource: {'Ro*': [DD3], F: [DD321]}");
        Validate("t.yaml").ShouldNotContain("DD321");
        _folder.Write(ConfigFile.DefaultName, "paths: {'legacy/**': {ignore: [dd321]}}");
        Validate("legacy/t.yaml").ShouldNotContain("DD321");
        Validate("t.yaml").ShouldContain("DD321");
    }

    [Fact]
    public void Validate_IgnoredPrefixOfErrors_KeepsTheErrors()
    {
        _folder.Write(ConfigFile.DefaultName, "ignore: [DD2]\nparameters: {pythonLayerVersion: wrong}");

        Validate("t.yaml").ShouldContain("error DD203");
    }

    [Fact]
    public void Run_FormatOfTheFile_IsThatOfCommandsThatHaveIt()
    {
        _folder.Write(ConfigFile.DefaultName, "format: sarif");
        var template = _folder.Write("t.yaml", Template);

        CliRun.Of("validate", template).Output.ShouldContain("\"runs\"");
        CliRun.Of("validate", template, "--format", "text").Output.ShouldContain("1 file: ");
        CliRun.Of("diff", template).Output.ShouldContain("instrumented");
    }

    [Fact]
    public void Validate_WarningsAsErrors_FailUnlessTheCommandLineAllowsThem()
    {
        _folder.Write(ConfigFile.DefaultName, "warningsAsErrors: true");
        var template = _folder.Write("t.yaml", Template);

        var run = CliRun.Of("validate", template);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("warningsAsErrors");
        CliRun.Of("validate", template, "--max-warnings", "5").ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("parametres: {}\nregion: x", "1:1: Unknown key parametres. Did you mean parameters?")]
    [InlineData("parametres: {}", "1:1: Unknown macro parameter parametres. Did you mean parameters?")]
    [InlineData("parameters:\n  servcie: x", "2:3: Unknown macro parameter servcie. Did you mean service?")]
    [InlineData("parameters: {env: {}}", "1:14: The value of env is not accepted. Accepted: a string.")]
    [InlineData("parameters: []", "1:1: The value of parameters must be an object.")]
    [InlineData("format: jsn", "1:1: The value of format is not a format. Did you mean json?")]
    [InlineData("account: 1", "1:1: The value of account must have 12 digits.")]
    [InlineData("ignore: [DD202]", "1:10: DD202 is an error, which rejects the deployment")]
    [InlineData("ignore: [DD32l]", "1:10: There is no warning DD32L. Did you mean DD32")]
    [InlineData("warningsAsErrors: 1", "1:1: The value of warningsAsErrors must be true or false.")]
    [InlineData("paths: {'a/*': {format: json}}", "1:17: Unknown key format.")]
    [InlineData("paths: {'a/*': 1}", "1:9: The settings of a/* must be an object.")]
    [InlineData("paths: {'/a/*': {region: x}}", "1:9: The pattern \"/a/*\" matches no template.")]
    [InlineData("paths: {'../a/*': {region: x}}", "1:9: The pattern \"../a/*\" matches no template.")]
    [InlineData("paths: {'': {region: x}}", "1:9: The pattern \"\" matches no template.")]
    [InlineData("paths: []", "1:1: The value of paths must be an object.")]
    [InlineData("ignoreByResource: []", "1:1: The value of ignoreByResource must be an object.")]
    [InlineData("region: []", "1:1: The value of region must be a string.")]
    public void Run_WrongFile_IsWrongUsageAndNotOfTheSchema(string text, string error)
    {
        var file = _folder.Write(ConfigFile.DefaultName, text);
        var template = _folder.Write("t.yaml", Template);

        foreach (var arguments in (string[][])[["transform"], ["diff"], ["validate"], ["config"], ["report", "-o", "-"]])
        {
            var run = CliRun.Of([.. arguments, template]);
            (run.ExitCode, run.Output).ShouldBe((2, ""), arguments[0]);
            var parts = error.Split(' ', 2);
            run.Error.ShouldStartWith($"{file}:{parts[0]} error DD030: The configuration is not valid. {parts[1]}");
        }
        var isCode = text.StartsWith("ignore: [DD202", StringComparison.Ordinal);
        (JsonSchema.Read("config.schema.json").Problems(JsonOf(text)).Count > 0).ShouldBe(!isCode, "the schema does not know severities");
    }

    [Theory]
    [InlineData("parameters: {env: prod, addExtension: true, pythonLayerVersion: 120, tags: ['a:b'], extraEnv: 'A=b'}")]
    [InlineData("region: eu-west-3\naccount: '123456789012'\nformat: github\nwarningsAsErrors: false\nparameterFiles: [a.json]")]
    [InlineData("ignore: [DD3, DD321]\nignoreByResource: {F: [DD501]}\npaths: {'**': {ignore: [DD1], parameters: {site: datadoghq.eu}}}")]
    public void Run_ValidFile_IsOfTheSchema(string text)
    {
        _folder.Write("a.json", "[]");
        _folder.Write(ConfigFile.DefaultName, text);

        JsonSchema.Read("config.schema.json").Problems(JsonOf(text)).ShouldBeEmpty();
        CliRun.Of("config", _folder.Write("t.yaml", Template)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Schema_Always_IsThatOfTheCommand() =>
        Golden.ShouldMatch(CliRun.Of("config", "--format", "schema").Output, "docs/config.schema.json");

    [Fact]
    public void Keys_Always_AreNoMacroParameters() => ConfigKeys.All.ShouldAllBe(key => ParameterCatalog.Find(key) == null);

    [Fact]
    public void Run_NestedWrongFile_IsAFindingOfItsTemplates()
    {
        _folder.Write("a.yaml", Template);
        _folder.Write("b/t.yaml", Template);
        _folder.Write($"b/{ConfigFile.DefaultName}", "region: []");

        var run = CliRun.Of("validate", _folder.Path);

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain($"{_folder[$"b/{ConfigFile.DefaultName}"]}:1:1: The value of region must be a string.");
        run.Output.ShouldContain($"{_folder["a.yaml"]}:");
    }

    [Fact]
    public void Run_ConfigOption_NamesTheFile()
    {
        _folder.Write(ConfigFile.DefaultName, "region: []");
        var file = _folder.Write("other.yaml", "env: flat");

        Transform("t.yaml", "--config", file).Output.ShouldContain("DD_ENV: flat");
        CliRun.Of("transform", _folder["t.yaml"], "--config", _folder["no.yaml"]).ExitCode.ShouldBe(2);
    }

    [Fact]
    public void Config_EachValue_HasItsSource()
    {
        var sam = _folder.Write("samconfig.toml", "[default.deploy.parameters]\nstack_name = 'orders'");
        var file = _folder.Write(ConfigFile.DefaultName,
            "parameters:\n  apiKey: hunter2\n  env: x\npaths:\n  '*.yaml':\n    region: eu-west-3\n");
        var template = _folder.Write("t.yaml", Template);

        var run = CliRun.Of("config", template, "--set", "service=s", "--parameter", "Key=hunter2", "--parameter", "Stage=y");

        run.ExitCode.ShouldBe(0, run.Error);
        System.Text.RegularExpressions.Regex.Replace(run.Output, " {2,}", " | ").Split('\n').ShouldBe(
        [
            $"Settings for {template}:",
            $" | parameters.apiKey | ******** | {file}:2:3",
            $" | parameters.env | x | {file}:3:3",
            " | parameters.service | s | command line",
            " | template parameter Key | ******** | command line",
            " | template parameter Stage | y | command line",
            $" | region | eu-west-3 | {file}:6:5 (*.yaml)",
            " | account | 123456789012 | default",
            $" | stack name | orders | {sam}",
            "",
        ]);
        CliRun.Of("config", template, "--format", "json").Output.ShouldContain("\"name\": \"region\",\n      \"value\": \"eu-west-3\",");
    }

    public void Dispose() => _folder.Dispose();

    private static string JsonOf(string yaml) =>
        System.Text.Encoding.UTF8.GetString(Macro.Cli.Yaml.CloudFormationYaml.Read(yaml, "c.yaml").Json.Span);

    private CliRun Transform(string name, params string[] options)
    {
        var run = CliRun.Of(["transform", _folder.Write(name, Template), .. options]);
        run.ExitCode.ShouldBe(0, run.Error);
        return run;
    }

    [Fact]
    public void Config_FileThatCannotBeRead_IsNamed() =>
        CliRun.Of("config", _folder.Write("t.yaml", Template), "--config", "/dev/null").Error
            .ShouldStartWith("error DD001: The file cannot be read: /dev/null: It is a pipe or a device.");

    [Fact]
    public void Config_TemplateThatCannotBeRead_IsNamed()
    {
        var run = CliRun.Of("config", "/dev/null");

        (run.ExitCode, run.Output).ShouldBe((1, ""));
        run.Error.ShouldStartWith("/dev/null:1:1: error DD001: The file cannot be read: It is a pipe or a device.");
    }

    private string Config(string name, params string[] options) => CliRun.Of(["config", _folder.Write(name, Template), .. options]).Output;

    private string Validate(string name) => CliRun.Of("validate", _folder.Write(name, Template)).Output;
}
