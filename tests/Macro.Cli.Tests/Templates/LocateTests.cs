using System.Text;
using Macro.Cli.Templates;
using Macro.Cli.Templates.Reading;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Templates;

/// <summary>The position of a path is the same in both formats, whatever characters the names have.</summary>
public class LocateTests
{
    private const string Yaml = """
        Transform:
          - Name: DatadogServerless
            Parameters:
              env: prod
              "[x]": 1
              a.b: 2
              a: {b: 3}
        Resources:
          service:
            Type: AWS::Lambda::Function
            Properties:
              Layers: [one, two]
          env:
            Properties:
              "Layers[0]": three
              "": four
              'say "hi"': five
        """;

    private const string Json = """
        {"Transform": [
          {"Name": "DatadogServerless",
            "Parameters": {
              "env": "prod",
              "[x]": 1,
              "a.b": 2,
              "a": {"b": 3}}}],
        "Resources": {
          "service": {
            "Type": "AWS::Lambda::Function", "Properties": {

              "Layers": ["one", "two"]}},
          "env": {
            "Properties": {
              "Layers[0]": "three",
              "": "four",
              "say \"hi\"": "five"}}}}
        """;

    public static TheoryData<string[], int, int> Names => new()
    {
        { ["Transform", "#0", "Parameters", "env"], 4, 7 },
        { ["Transform", "#0", "Parameters", "[x]"], 5, 7 },
        { ["Transform", "#0", "Parameters", "a.b"], 6, 7 },
        { ["Resources", "service"], 9, 3 },
        { ["Resources", "env"], 13, 3 },
        { ["Resources", "env", "Properties", "Layers[0]"], 15, 7 },
        { ["Resources", "env", "Properties", ""], 16, 7 },
        { ["Resources", "env", "Properties", "say \"hi\""], 17, 7 },
        // A missing path has the position of its nearest parent.
        { ["Resources", "service.Type"], 8, 1 },
        { ["Resources", "env", "Properties", "Layers", "#0"], 14, 5 },
        { ["Resources", "env", "#0"], 13, 3 },
        { ["Transform", "Parameters"], 1, 1 },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Locate_Yaml_FindsTheName(string[] path, int line, int column) => Locate(Yaml, path).ShouldBe(new(line, column));

    [Theory]
    [MemberData(nameof(Names))]
    public void Locate_Json_FindsTheName(string[] path, int line, int column) =>
        Locate(Json, path).ShouldBe(new(line, line is 1 ? 2 : column));

    [Fact]
    public void Locate_NestedNameAndNameWithDot_AreTwoPlaces()
    {
        Locate(Yaml, ["Transform", "#0", "Parameters", "a", "b"]).ShouldBe(new(7, 11));
        Locate(Json, ["Transform", "#0", "Parameters", "a", "b"]).ShouldBe(new(7, 13));
    }

    [Fact]
    public void Locate_Item_IsFoundInBothFormats()
    {
        Locate(Yaml, ["Resources", "service", "Properties", "Layers", "#1"]).ShouldBe(new(12, 21));
        Locate(Json, ["Resources", "service", "Properties", "Layers", "#1"]).ShouldBe(new(12, 25));
    }

    private static TextPosition Locate(string text, string[] path) =>
        TemplateFile.Read(Encoding.UTF8.GetBytes(text), "template").Locate(PathText.Parse(path));
}
