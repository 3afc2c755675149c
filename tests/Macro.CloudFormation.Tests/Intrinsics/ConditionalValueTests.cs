using Macro.CloudFormation.Intrinsics;
using Macro.Json;

namespace Macro.CloudFormation.Tests.Intrinsics;

public sealed class ConditionalValueTests
{
    [Theory]
    [InlineData("{}", """{"L":["new"]}""")]
    [InlineData("""{"L":["a"]}""", """{"L":["a","new"]}""")]
    [InlineData("""{"L":{"Ref":"AWS::NoValue"}}""", """{"L":["new"]}""")]
    [InlineData("""{"L":{"Fn::If":["C",["a"],["b"]]}}""", """{"L":{"Fn::If":["C",["a","new"],["b","new"]]}}""")]
    [InlineData("""{"L":{"Fn::If":["C",["a"],{"Ref":"AWS::NoValue"}]}}""", """{"L":{"Fn::If":["C",["a","new"],["new"]]}}""")]
    [InlineData(
        """{"L":{"Fn::If":["C",{"Fn::If":["D",["a"],[]]},["b"]]}}""",
        """{"L":{"Fn::If":["C",{"Fn::If":["D",["a","new"],["new"]]},["b","new"]]}}""")]
    [InlineData("""{"L":{"Fn::If":["C",{"Ref":"P"},["b"]]}}""", """{"L":{"Fn::If":["C",{"Ref":"P"},["b","new"]]}}""")]
    [InlineData("""{"L":{"Fn::If":["C",["a"]]}}""", """{"L":{"Fn::If":["C",["a"]]}}""")]
    public void Edit_Branches_ReachesEach(string json, string expected)
    {
        var parent = JsonText.ReadObject(json);

        ConditionalValue.Edit(parent, "L", Append);

        parent.ToString().ShouldBe(expected);
    }

    [Fact]
    public void Edit_NothingNew_IsNoEdit()
    {
        var parent = JsonText.ReadObject("""{"L":{"Fn::If":["C",["a"],{"Ref":"AWS::NoValue"}]}}""");

        ConditionalValue.Edit(parent, "L", _ => null);
        ConditionalValue.Edit(parent, "Missing", _ => null);

        parent.IsEdited.ShouldBeFalse();
    }

    [Theory]
    [InlineData("\"a\"", "a")]
    [InlineData("""{"Ref":"AWS::NoValue"}""", "none")]
    [InlineData("""{"Fn::If":["C","a",{"Fn::If":["D","b",{"Ref":"AWS::NoValue"}]}]}""", "a b none")]
    public void Leaves_OfBranches_AreAllOfThem(string json, string expected) =>
        string.Join(' ', ConditionalValue.Leaves(JsonText.Read(json)).Select(leaf => leaf?.Text ?? "none")).ShouldBe(expected);

    [Fact]
    public void Edit_Branches_GivesThemInOrder()
    {
        var seen = new List<string?>();
        var parent = JsonText.ReadObject(
            """{"L":{"Fn::If":["C",{"Fn::If":["D","1","2"]},{"Fn::If":["E","3",{"Fn::If":["F","4","5"]}]}]}}""");

        ConditionalValue.Edit(parent, "L", branch =>
        {
            seen.Add(branch?.Text);
            return Intrinsic.MakeIf("New", "a", "b");
        });

        seen.ShouldBe(["1", "2", "3", "4", "5"]);
    }

    [Theory]
    [InlineData("\"a\"", true, 1)]
    [InlineData("7", false, 0)]
    [InlineData("""{"Fn::If":["C","a","bcd"]}""", true, 3)]
    [InlineData("""{"Fn::If":["C","ab",{"Fn::If":["D",7,"a"]}]}""", false, 2)]
    [InlineData("""{"Fn::If":["C","a",{"Ref":"AWS::NoValue"}]}""", false, 1)]
    public void AllAndMax_OfBranches_LookAtEach(string json, bool allTexts, int longest)
    {
        ConditionalValue.All(JsonText.Read(json), branch => branch?.Text is not null).ShouldBe(allTexts);
        ConditionalValue.Max(JsonText.Read(json), branch => branch?.Text?.Length ?? 0).ShouldBe(longest);
    }

    [Theory]
    [InlineData("[]", 0)]
    [InlineData("""["a",{"Ref":"P"},{"Ref":"AWS::NoValue"}]""", 2)]
    [InlineData("""[{"Fn::If":["C","a","b"]},{"Fn::If":["C","a",{"Ref":"AWS::NoValue"}]}]""", 1)]
    public void CountCertain_OfItems_CountsThoseThatAlwaysExist(string json, int expected) =>
        ConditionalValue.CountCertain(JsonText.ReadArray(json)).ShouldBe(expected);

    [Fact]
    public void Leaves_OfNothing_IsOneNull() => ConditionalValue.Leaves(null).ShouldBe([null]);

    private static Node? Append(Node? value)
    {
        if (value is not (null or ArrayNode)) return null;
        var list = value as ArrayNode ?? [];
        list.Add("new");
        return list;
    }
}
