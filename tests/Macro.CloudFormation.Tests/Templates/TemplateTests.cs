using Macro.CloudFormation.Identifiers;
using Macro.CloudFormation.Templates;
using Macro.Json;

namespace Macro.CloudFormation.Tests.Templates;

public sealed class TemplateTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"Resources":[]}""")]
    [InlineData("""{"Resources":null}""")]
    public void Open_WithoutResources_IsNull(string json) => Template.Open(JsonText.Read(json)).ShouldBeNull();

    [Fact]
    public void Open_MalformedResources_LeavesThemOut()
    {
        var template = Template.Open(JsonText.Read(
            """{"Resources":{"A":1,"B":{},"C":{"Type":7},"D":{"Type":"T","Properties":[]},"Fn::ForEach::X":[],"Fn::Transform":{}}}"""))!;

        template.Resources.Select(resource => resource.LogicalId).ShouldBe(["D"]);
        template.Find("D")!.Properties.ShouldBeNull();
        template.Loops.ShouldBe(["Fn::ForEach::X"]);
        template.OriginalCount.ShouldBe(6);
    }

    [Fact]
    public void Find_ByIdAndType_TellsOthersApart()
    {
        var template = Template.Open(JsonText.Read("""{"Resources":{"A":{"Type":"T","Condition":"C","Metadata":{"Datadog":{"x":1}}}}}"""))!;

        template.Find("A", "T").ShouldNotBeNull();
        template.Find("A", "U").ShouldBeNull();
        template.Find(null).ShouldBeNull();
        template.Find("A")!.Condition.ShouldBe("C");
        template.Find("A")!.DatadogMetadata!.ToString().ShouldBe("""{"x":1}""");
    }

    [Fact]
    public void AddOrUpdate_IdOfATemplatesResource_TakesAFreeId()
    {
        var template = Template.Open(JsonText.Read("""{"Resources":{"Log":{"Type":"Theirs"}}}"""))!;

        var first = AddOrUpdate(template, "Log", new() { { "Type", "Ours" } });
        var again = AddOrUpdate(template, "Log", new() { { "Type", "Ours" }, { "More", "x" } });

        first.ShouldBe("Log" + LogicalId.Hash("Log"));
        again.ShouldBe(first);
        template.ResourceSection.ToString()
            .ShouldBe("""{"Log":{"Type":"Theirs"},"+":{"Type":"Ours","More":"x"}}""".Replace("+", first, StringComparison.Ordinal));
        template.Find(first)!.Body["More"]!.Text.ShouldBe("x");
    }

    [Fact]
    public void AddOrUpdate_TheSameResourceAgain_IsNoEdit()
    {
        var template = Template.Open(JsonText.Read("""{"Resources":{"Log":{"Type":"Ours"}}}"""))!;

        AddOrUpdate(template, "Log", new() { { "Type", "Ours" } }).ShouldBe("Log");

        template.Root.IsEdited.ShouldBeFalse();
    }

    [Fact]
    public void Has_MalformedResource_HoldsItsLogicalId()
    {
        var template = Template.Open(JsonText.Read("""{"Resources":{"A":7,"B":{"Type":"X"}}}"""))!;

        (template.Has("A"), template.Has("B"), template.Has("C")).ShouldBe((true, true, false));
    }

    private static string AddOrUpdate(Template template, string wanted, ObjectNode body)
    {
        var logicalId = template.FindId(wanted, IsOurs);
        template.AddOrUpdate(logicalId, body);
        return logicalId;
    }

    private static bool IsOurs(Resource resource) => resource.Type == "Ours";
}
