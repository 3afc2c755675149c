using Macro.Cli.Tests.Support;
using Macro.Json;

namespace Macro.Cli.Tests.Yaml;

public class YamlLocateTests
{
    private const string Template = """
        # comment
        Resources:
          Fn1:
            Type: AWS::Lambda::Function
            Properties:
              Layers:
                - a
                - !Sub
                  - ${x}
                  - x: 1
              Tags: &tags {dd.env: prod}
          Fn2:
            Properties:
              Tags: *tags
              Name:
                !GetAtt A.B
        """;

    [Theory]
    [InlineData("Resources", 2, 1, 3, 3)]
    [InlineData("Resources/Fn1", 3, 3, 4, 5)]
    [InlineData("Resources/Fn1/Properties/Layers/#0", 7, 11, 7, 11)]
    [InlineData("Resources/Fn1/Properties/Layers/#1/Fn::Sub/#1/x", 10, 13, 10, 16)]
    [InlineData("Resources/Fn1/Properties/Tags/dd.env", 11, 20, 11, 28)]
    [InlineData("Resources/Fn2/Properties/Tags/dd.env", 11, 20, 11, 28)]
    [InlineData("Resources/Fn2/Properties/Name", 15, 7, 16, 9)]
    public void Locate_PathInFile_IsThere(string path, int keyLine, int keyColumn, int valueLine, int valueColumn)
    {
        var found = TemplateYaml.Read(Template).Locate(PathText.Parse(path.Split('/')));

        (found.Key.Line, found.Key.Column, found.Value.Line, found.Value.Column).ShouldBe((keyLine, keyColumn, valueLine, valueColumn));
    }

    [Theory]
    [InlineData("Resources/Fn1/Properties/Layers/#9", 6)]
    [InlineData("Resources/Fn1/Properties/Layers/x", 6)]
    [InlineData("Resources/Fn1/Properties/Layers/#1/#1/x", 8)]
    [InlineData("Resources/Fn1/Properties/Layers/#1/Fn::Join/#1", 8)]
    [InlineData("Resources/Fn1/Properties/Tags/dd/env", 11)]
    [InlineData("Resources/Fn1/Properties/Environment/Variables/DD_SITE", 5)]
    [InlineData("Resources/Fn2/Properties/Name/Fn::GetAtt/#1", 15)]
    [InlineData("Resources/Fn", 2)]
    [InlineData("Outputs", 2)]
    public void Locate_PathNotInFile_IsNearestParent(string path, int line) =>
        TemplateYaml.Read(Template).Locate(PathText.Parse(path.Split('/'))).Key.Line.ShouldBe(line);

    [Fact]
    public void Locate_Root_IsTheFirstKey() => TemplateYaml.Read(Template).Locate(JsonPath.Root).Key.ShouldBe(new(2, 1));
}
