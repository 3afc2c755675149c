using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Lambda;

public sealed class FrozenVersionsTests
{
    [Theory]
    [InlineData("A", "Version V (alias A) keeps")]
    [InlineData("A B", "Version V (alias A, B) keeps")]
    public void Report_PublishedVersion_IsNamedWithItsAliases(string aliases, string expected)
    {
        var more = string.Concat(aliases.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(alias =>
                $$""","{{alias}}":{"Type":"AWS::Lambda::Alias","Properties":{"FunctionVersion":{"Fn::GetAtt":["V","Version"]} } }"""));

        var run = MacroRun.OfFunction(
            """{"Runtime":"provided"}""",
            "{}",
            """,""" + "\"V\":{\"Type\":\"AWS::Lambda::Version\",\"Properties\":{\"FunctionName\":{\"Ref\":\"F\"}}}" + more);

        run.Warnings.ShouldHaveSingleItem().ShouldStartWith($"DD315 F: {expected} its old settings");
    }

    [Theory]
    [InlineData("\"live\"", "", "DD326 F: The alias live that SAM publishes")]
    [InlineData("""{"Ref":"Unknown"}""", "", "DD326 F: The alias unknown that SAM publishes")]
    [InlineData("\"live\"", ",\"AutoPublishAliasAllProperties\":false", "DD326 F: The alias live that SAM publishes")]
    [InlineData("\"live\"", ",\"AutoPublishAliasAllProperties\":true", null)]
    public void Report_AliasOfSam_IsNamedUnlessEveryPropertyCounts(string alias, string more, string? expected)
    {
        var run = MacroRun.OfFunction(
            $$"""{"Runtime":"provided","AutoPublishAlias":{{alias}}{{more}}}""", "{}", type: "AWS::Serverless::Function");

        if (expected is null) run.Warnings.ShouldBeEmpty();
        else run.Warnings.ShouldHaveSingleItem().ShouldStartWith(expected);
    }
}
