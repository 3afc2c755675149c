using System.Text;

namespace Macro.Json.Tests;

public sealed class JsonDepthTests
{
    [Theory]
    [InlineData("[[]]", false)]
    [InlineData("[[[]]]", true)]
    [InlineData("[[],[],{}]", false)]
    [InlineData("{\"a\":{\"b\":[1]}}", true)]
    [InlineData("[[[", true)]
    [InlineData("[\"[[[\"]", false)]
    [InlineData("[\"\\\"[[[\"]", false)]
    [InlineData("[\"\\\\\",[[]]]", true)]
    [InlineData("]]]", false)]
    [InlineData("", false)]
    public void IsDeeper_ThanTwoLevels_CountsBracketsOutsideOfStrings(string json, bool expected) =>
        JsonDepth.IsDeeper(Encoding.UTF8.GetBytes(json), 2).ShouldBe(expected);
}
