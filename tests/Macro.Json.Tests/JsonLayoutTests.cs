using System.Text;

namespace Macro.Json.Tests;

public sealed class JsonLayoutTests
{
    [Theory]
    [InlineData("{\n  \"a\": 1\n}", "  ")]
    [InlineData("{\r\n    \"a\": 1\r\n}", "    ")]
    [InlineData("{\n\t\"a\": 1\n}", "\t")]
    [InlineData("{\n\n  \"a\": 1\n}", "  ")]
    [InlineData("{\"a\":1}", "")]
    [InlineData("{ \"a\": {\n \"b\":1}}", "")]
    [InlineData("{}", "")]
    [InlineData("{\n\"a\": 1}", "")]
    public void Of_File_IsTheWhiteSpaceBeforeItsFirstMember(string json, string unit)
    {
        var layout = JsonLayout.Detect(Encoding.UTF8.GetBytes(json));

        Encoding.UTF8.GetString(layout.Unit.Span).ShouldBe(unit);
        layout.IsOneLine.ShouldBe(unit.Length == 0);
    }

    [Fact]
    public void Write_IndentedFile_IndentsWhatIsNew()
    {
        var node = JsonText.ReadObject(
            """
            {
              "a": {
                "b": [
                  1
                ],
                "line": { "x": 1 },
                "none": {},
                "empty": []
              }
            }
            """);
        var a = (ObjectNode)node["a"]!;

        ((ArrayNode)a["b"]!).Add(new ObjectNode { { "k", "v" }, { "l", new ArrayNode { "1", "2" } } });
        ((ObjectNode)a["line"]!)["y"] = new ObjectNode { { "k", "v" } };
        ((ObjectNode)a["none"]!)["k"] = "v";
        ((ArrayNode)a["empty"]!).Add("v");
        node["z"] = "v";

        node.ToString().ShouldBe(
            """
            {
              "a": {
                "b": [
                  1,
                  {
                    "k": "v",
                    "l": [
                      "1",
                      "2"
                    ]
                  }
                ],
                "line": { "x": 1,"y":{"k":"v"} },
                "none": {
                  "k": "v"
                },
                "empty": [
                  "v"
                ]
              },
              "z": "v"
            }
            """);
    }

    [Fact]
    public void Write_IndentedFileWithAllMembersRemoved_StaysWellFormed()
    {
        var node = JsonText.ReadObject("{\n  \"a\": 1,\n  \"b\": 2\n}");

        node["a"] = null;
        node["b"] = null;
        node["c"] = "v";

        node.ToString().ShouldBe("{\n  \"c\": \"v\"\n}");
    }

    [Theory]
    [InlineData("a", "{\n  \"b\": 2,\n  \"c\": 3\n}")]
    [InlineData("b", "{\n  \"a\": 1,\n  \"c\": 3\n}")]
    [InlineData("c", "{\n  \"a\": 1,\n  \"b\": 2\n}")]
    public void Write_IndentedFileWithAMemberRemoved_LeavesNoEmptyLine(string name, string expected)
    {
        var node = JsonText.ReadObject("{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}");

        node[name] = null;

        node.ToString().ShouldBe(expected);
    }
}
