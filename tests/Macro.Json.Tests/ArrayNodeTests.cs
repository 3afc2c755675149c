namespace Macro.Json.Tests;

public sealed class ArrayNodeTests
{
    [Theory]
    [InlineData("[1,2,3]", 0, """["new",2,3]""")]
    [InlineData("[1,2,3]", 1, """[1,"new",3]""")]
    [InlineData("[1,2,3]", 2, """[1,2,"new"]""")]
    [InlineData("[ [1], {} ]", 0, """[ "new", {} ]""")]
    public void Set_Item_ChangesNothingElse(string json, int index, string expected)
    {
        var node = JsonText.ReadArray(json);

        node[index] = "new";

        node.ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("[]", """["x","y"]""")]
    [InlineData("[ ]", """["x","y" ]""")]
    [InlineData("[1.10]", """[1.10,"x","y"]""")]
    [InlineData("""[ "]" , [] ]""", """[ "]" , [],"x","y" ]""")]
    public void Add_Items_AreAtTheEnd(string json, string expected)
    {
        var node = JsonText.ReadArray(json);

        node.Add("x");
        node.Add("y");

        node.ToString().ShouldBe(expected);
        node[^1].Text.ShouldBe("y");
    }

    [Fact]
    public void Set_AddedItem_IsReplaced()
    {
        var node = JsonText.ReadArray("[1]");

        node.Add("x");
        node[1] = "y";

        node.ToString().ShouldBe("""[1,"y"]""");
    }

    [Fact]
    public void Set_InnerNodeOfAnItem_IsWrittenInPlace()
    {
        var node = JsonText.ReadArray("""[{"a":1},{"a":1}]""");

        ((ObjectNode)node[1])["a"] = "new";

        node.ToString().ShouldBe("""[{"a":1},{"a":"new"}]""");
        node[0].IsEdited.ShouldBeFalse();
    }

    [Fact]
    public void Enumerate_Items_GivesEachOnce()
    {
        var node = JsonText.ReadArray("""["a","b"]""");
        node.Add("c");

        node.Select(item => item.Text).ShouldBe(["a", "b", "c"]);
        node.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("[]", 0)]
    [InlineData("[1]", 1)]
    [InlineData("[1]", 2)]
    [InlineData("[1]", -1)]
    public void Index_OutsideOfTheItems_Throws(string json, int index)
    {
        var node = JsonText.ReadArray(json);
        Should.Throw<IndexOutOfRangeException>(() => node[index]);
        node.Add("x");

        Should.Throw<IndexOutOfRangeException>(() => node[index < 0 ? index : index + 1]);
        Should.Throw<IndexOutOfRangeException>(() => node[index < 0 ? index : index + 1] = "y");
        Should.Throw<IndexOutOfRangeException>(() => new ArrayNode(4)[0]);
    }

    [Fact]
    public void Read_DuplicateKeyInAReplacedItem_NamesItsPlace()
    {
        var node = JsonText.ReadArray("""[0,{"x":1,"x":2}]""");
        var replaced = (ObjectNode)node[1];
        node[1] = "new";

        Should.Throw<DuplicateKeyException>(() => replaced["x"u8]).Path.ShouldBe(JsonPath.Create(1));
    }
}
