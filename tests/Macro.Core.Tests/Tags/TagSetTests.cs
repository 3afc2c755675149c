using Macro.Core.Pipeline;
using Macro.Core.Tags;
using Macro.Core.Tests.Support;
using Macro.Json;

namespace Macro.Core.Tests.Tags;

public sealed class TagSetTests
{
    [Theory]
    [InlineData("""{"Tags":[]}""", """[{"Key":"k","Value":"set"}]""")]
    [InlineData(
        """{"Tags":[{"Key":"k","Value":"own"},{"Key":"z","Value":"own"}]}""", """[{"Key":"k","Value":"set"},{"Key":"z","Value":"own"}]""")]
    [InlineData("""{"Tags":[{"Key":"k"}]}""", """[{"Key":"k","Value":"set"}]""")]
    [InlineData("""{"Tags":[{ "Value":"set","Key":"k" }]}""", """[{ "Value":"set","Key":"k" }]""")]
    [InlineData(
        """{"Tags":[{"Fn::If":["C",{"Key":"k","Value":"own"},{"Ref":"AWS::NoValue"}]}]}""",
        """[{"Fn::If":["C",{"Key":"k","Value":"own"},{"Ref":"AWS::NoValue"}]}]""")]
    [InlineData("""{"Tags":{"k":"own"}}""", """{"k":"set"}""")]
    [InlineData("""{"Tags":{}}""", """{"k":"set"}""")]
    public void Set_Key_ReplacesItsValue(string properties, string expected)
    {
        var node = JsonText.ReadObject(properties);

        Open(node).Set(new Tag("k", "set"), InstrumentationMemory.None);

        node["Tags"]!.ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("""{"Tags":[{"Key":"k","Value":"v"}]}""", true)]
    [InlineData("""{"Tags":[{"Key":"k","Value":"w"}]}""", false)]
    [InlineData("""{"Tags":[{"Key":"K","Value":"v"}]}""", false)]
    [InlineData("""{"Tags":[{"Fn::If":["C",{"Key":"k","Value":"v"},{"Ref":"AWS::NoValue"}]}]}""", true)]
    [InlineData("""{"Tags":{"Fn::If":["C",[],[{"Key":"k","Value":"v"}]]}}""", true)]
    [InlineData("""{"Tags":{"k":"v"}}""", true)]
    [InlineData("{}", false)]
    public void Has_KeyAndValue_AsksEveryBranch(string properties, bool expected) =>
        Open(JsonText.ReadObject(properties)).Has("k", "v").ShouldBe(expected);

    /// <summary>One tag is made for all resources; what one of them does with it must not reach the others.</summary>
    [Fact]
    public void Set_KeyOfATagThatOthersShare_LeavesTheirsAlone()
    {
        var (first, second, shared) = (JsonText.ReadObject("{}"), JsonText.ReadObject("{}"), new Tag("k", "shared"));
        var (one, other) = (Open(first), Open(second));
        one.SetIfAbsent(shared, InstrumentationMemory.None);
        other.SetIfAbsent(shared, InstrumentationMemory.None);

        one.Set(new Tag("k", "set"), InstrumentationMemory.None);

        first["Tags"]!.ToString().ShouldBe("""[{"Key":"k","Value":"set"}]""");
        second["Tags"]!.ToString().ShouldBe("""[{"Key":"k","Value":"shared"}]""");
    }

    private static TagSet Open(ObjectNode properties) =>
        new(properties, null, () => new ArrayNode(), TestEvaluator.Create(), TestInstrumentation.Editor);
}
