using Macro.Cli.Parameters;
using Macro.Cli.Templates.Reading;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Parameters;

public sealed class ParameterFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("""[{"ParameterKey":"A","ParameterValue":"b"},{"ParameterKey":"C","ParameterValue":"d=e, f"}]""", "A:b|C:d=e, f")]
    [InlineData("""[{"ParameterKey":"A","UsePreviousValue":true}]""", "")]
    [InlineData("""["A=b","C=d"]""", "A:b|C:d")]
    [InlineData("""{"Parameters":{"A":"b","N":1.10},"Tags":{}}""", "A:b|N:1.10")]
    [InlineData("""{"Parameters":{"A":true,"B":false,"N":1e3}}""", "A:true|B:false|N:1e3")]
    [InlineData("""[{"ParameterKey":"A","ParameterValue":true},{"ParameterKey":"A","ParameterValue":0.50}]""", "A:0.50")]
    [InlineData("\ufeff[\"A=b\"]", "A:b")]
    [InlineData("[]", "")]
    public void Read_Json_GivesThePairs(string json, string expected) => Joined(_folder.Write("p.json", json)).ShouldBe(expected);

    [Theory]
    [InlineData("parameter_overrides = \"A=b C=\\\"d e\\\" F='g h' I=\"", "A:b|C:d e|F:g h|I:")]
    [InlineData("parameter_overrides = 'A=b'", "A:b")]
    [InlineData("parameter_overrides = \"ParameterKey=A,ParameterValue=b ParameterKey=C,ParameterValue=d=e\"", "A:b|C:d=e")]
    [InlineData("other = [1, [2]] # x\nparameter_overrides = [ # list\n  \"A=b\",\n  'C=\"d e\"', # one ] more\n]\n", "A:b|C:d e")]
    [InlineData("parameter_overrides = \"\"\"\nA=b\nC=d \\\n  E=f\"\"\"", "A:b|C:d|E:f")]
    [InlineData("parameter_overrides = \"A=\\u00e9\"\n[other.deploy.parameters]\nparameter_overrides = \"A=wrong\"", "A:é")]
    public void Read_SamConfig_GivesTheOverridesOfTheDefaultEnvironment(string lines, string expected)
    {
        const string global = "version = 0.1\n\n[default.global.parameters]\nparameter_overrides = \"A=global\"\n";
        const string deploy = "[default.deploy.parameters] # here\r\nstack_name = \"[x]\"\n";

        Joined(_folder.Write("samconfig.toml", global + deploy + lines)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("[default.global.parameters]\nparameter_overrides = \"A=b\"\n")]
    [InlineData("[default.deploy]\nparameters = { parameter_overrides = [\"A=b\"] }\n[other.deploy]\n")]
    [InlineData("default.\"deploy\".parameters.parameter_overrides = 'A=b'\n")]
    [InlineData("[ default . 'deploy'.parameters ] # comment\n\"parameter_overrides\" = 'A=b'\n")]
    public void Read_SamConfigInAnySpelling_GivesItsOverrides(string text) =>
        Joined(_folder.Write("samconfig.toml", text)).ShouldBe("A:b");

    [Theory]
    [InlineData("x.yaml", "default:\n  deploy:\n    parameters:\n      parameter_overrides: A=b C=\"d e\"\n", "A:b|C:d e")]
    [InlineData("s.yml", "default: {global: {parameters: {parameter_overrides: [A=b, C=true]}}}", "A:b|C:true")]
    [InlineData("s.yaml", "default: {deploy: {parameters: {parameter_overrides: {A: b, C: true, N: 1.10}}}}", "A:b|C:true|N:1.10")]
    [InlineData("s.toml", "[default.deploy.parameters.parameter_overrides]\nA = 'b'\nC = true\nN = 1.10", "A:b|C:true|N:1.10")]
    [InlineData("s.toml", "[default.deploy.parameters]\n[default.global.parameters]\nparameter_overrides = 'A=b'", "A:b")]
    [InlineData("s.toml", "version = 0.1\n", "")]
    [InlineData("p.yaml", "Parameters: {A: b, N: 1.10}", "A:b|N:1.10")]
    public void Read_SamConfig_GivesItsOverrides(string name, string text, string expected) =>
        Joined(_folder.Write(name, text)).ShouldBe(expected);

    [Theory]
    [InlineData(null, "eu-west-1 shop A:b")]
    [InlineData("prod", "eu-west-3 shop-prod A:c")]
    public void Read_SamConfig_GivesRegionAndStackOfTheEnvironment(string? environment, string expected)
    {
        const string toml = """
            [default.global.parameters]
            stack_name = "shop"
            region = "us-west-1"
            [default.deploy.parameters]
            region = "eu-west-1"
            parameter_overrides = "A=b"
            [prod.deploy.parameters]
            region = "eu-west-3"
            stack_name = "shop-prod"
            parameter_overrides = ["A=c"]
            """;

        var values = ParameterFile.Read(_folder.Write("samconfig.toml", toml), environment);

        $"{values.Region} {values.StackName} A:{values.Parameters["A"]}".ShouldBe(expected);
    }

    [Theory]
    [InlineData("p.json", "[1]", ":1:2: 1 is not of the form NAME=VALUE. ")]
    [InlineData("p.json", "\"x\"", ":1:1: The file has no parameters. ")]
    [InlineData("p.json", "[\n{]", ":2:2: The file is not valid JSON here. ")]
    [InlineData("p.json", "[\n\n\"A\"]", ":3:1: A is not of the form NAME=VALUE. ")]
    [InlineData("p.json", "[{\"ParameterKey\": 1}]", ":1:2: The item has no ParameterKey. ")]
    [InlineData("p.json", "[{\"ParameterKey\": \"A\",\n \"ParameterValue\": [1]}]", ":2:2: The value must be a string, a number ")]
    [InlineData("p.json", "{\"Parameters\": {\"A\": null}}", ":1:17: The value must be a string, a number or a boolean. ")]
    [InlineData("p.json", "{\"Parameters\": {\"A\": 1, \"A\": 2}}", "Duplicate key A. ")]
    [InlineData("p.json", "[\"A=\\ud800\"]", ":1:2: The value must be a string, a number or a boolean. ")]
    [InlineData("s.toml", "a = 1\nb = \"x\n", ":3:1: The file is not valid TOML here. ")]
    [InlineData("s.toml", "[default.deploy.parameters]\nparameter_overrides = [[1]]\n", ":1:1: The value must be a string, a number ")]
    [InlineData("s.toml", "[default.deploy.parameters]\nregion = []\n", ":1:1: The value of region must be a string. ")]
    [InlineData("s.toml", "nonsense", ":1:9: The file is not valid TOML here. ")]
    [InlineData("s.toml", "a = \"\\u12\"", ":1:8: The file is not valid TOML here. ")]
    [InlineData("s.yaml", "default:\n  deploy: {parameters: {parameter_overrides: A}}\n", ":2:25: A is not of the form NAME=VALUE. ")]
    [InlineData("s.yaml", "a: [\n", "error")]
    public void Read_MalformedFile_HasPlaceAndReason(string name, string text, string message)
    {
        var path = _folder.Write(name, text);

        var error = Should.Throw<TemplateFileException>(() => ParameterFile.Read(path, null)).Message;

        error.ShouldStartWith($"{path}:");
        if (message != "error") error.ShouldContain(message);
    }

    [Fact]
    public void Read_UnknownEnvironment_NamesTheNearest() =>
        Should.Throw<TemplateFileException>(() => ParameterFile.Read(_folder.Write("s.toml", "[prod.deploy]\n[default]"), "Prod")).Message
            .ShouldEndWith(":1:1: The file has no environment Prod. Did you mean prod?");

    public void Dispose() => _folder.Dispose();

    private static string Joined(string path) =>
        string.Join('|', ParameterFile.Read(path, null).Parameters.Select(pair => $"{pair.Key}:{pair.Value}"));
}
