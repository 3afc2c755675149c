using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Lambda.Steps;

public sealed class AppendGitTagsTests
{
    private const string Git = "git.commit.sha:abc,git.repository_url:github.com/o/r";

    [Theory]
    [InlineData("", null, "\"" + Git + "\"")]
    [InlineData("", "\"\"", "\"" + Git + "\"")]
    [InlineData("", "\"own:1\"", "\"own:1," + Git + "\"")]
    [InlineData("", "7", "\"7," + Git + "\"")]
    [InlineData("", "\"git.commit.sha:own\"", "\"git.commit.sha:own\"")]
    [InlineData("", """{"Ref":"Own"}""", """{"Fn::Join":[",",[{"Ref":"Own"},"+"]]}""")]
    [InlineData("", """{"Fn::Sub":"a:${B}"}""", """{"Fn::Join":[",",[{"Fn::Sub":"a:${B}"},"+"]]}""")]
    [InlineData("", """{"Fn::Sub":"git.commit.sha:${B}"}""", """{"Fn::Sub":"git.commit.sha:${B}"}""")]
    [InlineData(",\"tags\":[\"team:a\"]", null, "\"team:a," + Git + "\"")]
    [InlineData(",\"tags\":\"team:a\"", "\"own:1\"", "\"own:1," + Git + "\"")]
    [InlineData(",\"tags\":{\"Ref\":\"Unknown\"}", null, """{"Fn::Join":[",",[{"Ref":"Unknown"},"+"]]}""")]
    public void Apply_TagsOfYourOwn_ComeFirst(string parameters, string? own, string expected)
    {
        var environment = own is null ? "" : $$$""","Environment":{"Variables":{"DD_TAGS":{{{own}}}}}""";

        var run = MacroRun.OfFunction(
            $$"""{"Runtime":"provided"{{environment}}}""", $$"""{"gitData":"abc,https://u:p@github.com/o/r?x"{{parameters}}}""");

        run.Variable("DD_TAGS").ShouldBe(expected.Replace("+", Git, StringComparison.Ordinal));
    }

    [Fact]
    public void Apply_TagsUnderIf_AppendsInEachBranch()
    {
        var run = MacroRun.OfFunction(
            """{"Runtime":"provided","Environment":{"Variables":{"Fn::If":["C",{"DD_TAGS":"a:1"},{}]}}}""",
            """{"gitData":"abc,github.com/o/r"}""");

        var branches = run.Properties().GetProperty("Environment").GetProperty("Variables").GetProperty("Fn::If");
        branches[1].GetProperty("DD_TAGS").GetString().ShouldBe($"a:1,{Git}");
        branches[2].GetProperty("DD_TAGS").GetString().ShouldBe(Git);
    }

    [Fact]
    public void Apply_TagsOfSamGlobals_ComeFirst()
    {
        var run = MacroRun.OfFunction(
            """{"Runtime":"provided"}""", """{"gitData":"abc,github.com/o/r"}""", type: "AWS::Serverless::Function",
            sections: ""","Globals":{"Function":{"Environment":{"Variables":{"DD_TAGS":"global:1"}}}}""");

        run.Variable("DD_TAGS").ShouldBe($"\"global:1,{Git}\"");
    }

    [Fact]
    public void Apply_NoGitData_LeavesTagsAlone() =>
        MacroRun.OfFunction("""{"Runtime":"provided","Environment":{"Variables":{"DD_TAGS":"own:1"}}}""", """{"gitData":""}""")
            .Variable("DD_TAGS").ShouldBe("\"own:1\"");
}
