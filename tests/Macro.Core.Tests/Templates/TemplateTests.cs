using Macro.Core.Templates;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Templates;

public sealed class TemplateTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"Resources":[]}""")]
    [InlineData("""{"Resources":null}""")]
    public void Open_WithoutResources_IsNull(string json) => Template.Open(Json.Read(json)).ShouldBeNull();

    [Fact]
    public void Open_MalformedResources_PassesThemOver()
    {
        var template = Template.Open(Json.Read("""{"Resources":{"A":1,"B":{},"C":{"Type":7},"D":{"Type":"T","Properties":[]},"Fn::ForEach::X":[],"Fn::Transform":{}}}"""))!;

        template.Resources.Select(resource => resource.LogicalId).ShouldBe(["D"]);
        template.Find("D")!.Properties.ShouldBeNull();
        template.Loops.ShouldBe(["Fn::ForEach::X"]);
        template.OriginalCount.ShouldBe(6);
    }

    [Fact]
    public void Find_ByIdAndType_TellsOthersApart()
    {
        var template = Template.Open(Json.Read("""{"Resources":{"A":{"Type":"T","Condition":"C","Metadata":{"Datadog":{"x":1}}}}}"""))!;

        template.Find("A", "T").ShouldNotBeNull();
        template.Find("A", "U").ShouldBeNull();
        template.Find(null).ShouldBeNull();
        template.Find("A")!.Condition.ShouldBe("C");
        template.Find("A")!.DatadogMetadata!.ToString().ShouldBe("""{"x":1}""");
    }

    [Fact]
    public void Put_AddedResource_TakesAFreeId()
    {
        var template = Template.Open(Json.Read("""{"Resources":{"Log":{"Type":"Theirs"}}}"""))!;

        var first = AddedResource.Put(template, "Log", new() { { "Type", "Ours" } }, resource => resource.Type == "Ours");
        var again = AddedResource.Put(template, "Log", new() { { "Type", "Ours" }, { "More", "x" } }, resource => resource.Type == "Ours");

        first.ShouldBe("Log" + AddedResource.ShortHash("Log"));
        again.ShouldBe(first);
        template.ResourceSection.ToString().ShouldBe("""{"Log":{"Type":"Theirs"},"+":{"Type":"Ours","More":"x"}}""".Replace("+", first, StringComparison.Ordinal));
        template.Find(first)!.Body["More"]!.Text.ShouldBe("x");
    }

    [Fact]
    public void Put_TheSameResourceAgain_IsNoEdit()
    {
        var template = Template.Open(Json.Read("""{"Resources":{"Log":{"Type":"Ours"}}}"""))!;

        AddedResource.Put(template, "Log", new() { { "Type", "Ours" } }, resource => resource.Type == "Ours").ShouldBe("Log");

        template.Root.IsEdited.ShouldBeFalse();
    }

    [Fact]
    public void CheckResources_ExactlyTheLimit_Passes() =>
        MacroRun.Of("{\"Resources\":{" + string.Join(',', Enumerable.Range(0, 500).Select(i => $"\"R{i}\":{{}}")) + "}}").Errors.ShouldBeEmpty();

    [Fact]
    public void CheckSize_ExactlyTheLimit_Passes()
    {
        var empty = MacroRun.Of("""{"Resources":{},"Description":""}""").Text.Length;

        MacroRun.Of("{\"Resources\":{},\"Description\":\"" + new string('x', 1_000_000 - empty) + "\"}").Errors.ShouldBeEmpty();
    }

    [Fact]
    public void Has_MalformedResource_HoldsItsLogicalId()
    {
        var template = Template.Open(Json.Read("""{"Resources":{"A":7,"B":{"Type":"X"}}}"""))!;

        (template.Has("A"), template.Has("B"), template.Has("C")).ShouldBe((true, true, false));
    }
}
