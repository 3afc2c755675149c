namespace Macro.Json.Tests;

public sealed class NodeTests
{
    [Theory]
    [InlineData("\"a\"", "a", "a")]
    [InlineData("\"\"", "", "")]
    [InlineData("\"\\u00e9\"", "é", "é")]
    [InlineData("1.10", null, "1.10")]
    [InlineData("12345678901234567890", null, "12345678901234567890")]
    [InlineData("1E2", null, "1E2")]
    [InlineData("true", null, "true")]
    [InlineData("false", null, "false")]
    [InlineData("null", null, null)]
    [InlineData("\"\\ud800\"", null, null)]
    public void Scalar_OfEachKind_HasTextAndSpelling(string json, string? text, string? spelling)
    {
        var node = JsonText.Read(json).ShouldBeOfType<ScalarNode>();

        (node.Text, node.Spelling).ShouldBe((text, spelling));
        node.ToString().ShouldBe(json);
    }

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("<a href='x'>&+</a>", "\"<a href='x'>&+</a>\"")]
    [InlineData("quote\" back\\ tab\t", "\"quote\\\" back\\\\ tab\\t\"")]
    [InlineData("é 漢", "\"é 漢\"")]
    [InlineData("😀", "\"\\uD83D\\uDE00\"")]
    [InlineData("", "\"\"")]
    public void Scalar_OfOurOwnText_EscapesWhatJsonDemands(string text, string expected)
    {
        new ScalarNode(text).ToString().ShouldBe(expected);
        JsonText.Read(expected).Text.ShouldBe(text);
    }

    [Fact]
    public void Path_OfNestedNodes_NamesThePlace()
    {
        var node = JsonText.ReadObject("""{"Resources":{"F":{"Properties":{"Layers":["a",{"Ref":"L"}]}}}}""");
        var properties = (ObjectNode)((ObjectNode)((ObjectNode)node["Resources"]!)["F"]!)["Properties"]!;

        node.Path.ToString().ShouldBe("");
        properties.Path.ToString().ShouldBe("Resources.F.Properties");
        ((ArrayNode)properties["Layers"]!)[1].Path.ToString().ShouldBe("Resources.F.Properties.Layers[1]");
    }

    [Fact]
    public void IsEdited_AfterAnEditBelow_IsTrueUpToTheRootOnly()
    {
        var node = JsonText.ReadObject("""{"a":{"b":{}},"c":{}}""");

        ((ObjectNode)((ObjectNode)node["a"]!)["b"]!)["x"] = "new";

        node.IsEdited.ShouldBeTrue();
        node["a"]!.IsEdited.ShouldBeTrue();
        node["c"]!.IsEdited.ShouldBeFalse();
    }

    [Theory]
    [InlineData("""["a","b"]""", """[ "a" , "\u0062" ]""", true)]
    [InlineData("""["a","b"]""", """["a","c"]""", false)]
    [InlineData("""["a"]""", """["a","b"]""", false)]
    [InlineData("""{"a":["x"],"b":1}""", """{"a":["x"],"b":1}""", true)]
    [InlineData("""{"a":["x"],"b":1}""", """{"a":["x"],"b":2}""", false)]
    [InlineData("""{"a":["x"]}""", """{"a":["x"],"b":1}""", false)]
    public void IsSameAs_AnotherNode_ComparesEveryPart(string one, string other, bool expected)
    {
        JsonText.Read(one).IsSameAs(JsonText.Read(other)).ShouldBe(expected);
        JsonText.Read(other).IsSameAs(JsonText.Read(one)).ShouldBe(expected);
    }
}
