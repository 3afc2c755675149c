using Macro.Cli.Parameters;
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
    [InlineData("p.json", "[1]", "it must be a list of {\"ParameterKey\": …, \"ParameterValue\": …} or an object with Parameters")]
    [InlineData("p.json", "\"x\"", "it must be a list of {\"ParameterKey\": …, \"ParameterValue\": …} or an object with Parameters")]
    [InlineData("p.json", "[\n{]", "it is not JSON: line 2, byte 2")]
    [InlineData("p.json", "[\"A\"]", "A in it is not of the form NAME=VALUE")]
    [InlineData("s.toml", "version = 0.1\n", "it has no parameter_overrides in [default.deploy.parameters] or [default.global.parameters]")]
    [InlineData("s.toml", "a = 1\nb = \"x\n", "it is not valid TOML: line 3")]
    [InlineData(
        "s.toml",
        "[default.deploy.parameters]\nparameter_overrides = 1\n",
        "its parameter_overrides must be a string or a list of strings")]
    [InlineData("s.toml", "nonsense", "it is not valid TOML: line 1")]
    [InlineData("s.toml", "a = \"\\u12\"", "it is not valid TOML: line 1")]
    public void Read_UnknownFormat_SaysWhy(string name, string text, string message) =>
        Should.Throw<FormatException>(() => ParameterFile.Read(_folder.Write(name, text))).Message.ShouldBe(message);

    public void Dispose() => _folder.Dispose();

    private static string Joined(string path) => string.Join('|', ParameterFile.Read(path).Select(pair => $"{pair.Key}:{pair.Value}"));
}
