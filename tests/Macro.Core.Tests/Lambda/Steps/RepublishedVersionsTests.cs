using System.Text;
using System.Text.Json;
using Macro.Core.Pipeline;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Lambda.Steps;

public sealed class RepublishedVersionsTests
{
    private const string Republish = "{\"republishVersions\":true+}";

    /// <summary>What CDK, the Serverless Framework and SAM make, and what refers to it in every way.</summary>
    private const string Template =
        """
        {"Resources":{
          "F":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"provided","Tags":[{"Key":"a","Value":"b"}]}},
          "V":{"Type":"AWS::Lambda::Version","DeletionPolicy":"Retain","Properties":{"FunctionName":{"Ref":"F"},"Description":"1.10"}},
          "Live":{"Type":"AWS::Lambda::Alias","DependsOn":"V",
            "Properties":{"FunctionVersion":{"Fn::GetAtt":["V","Version"]},"Name":"live"}},
          "Rule":{"Type":"AWS::Events::Rule","DependsOn":["F","V"],"Properties":{"Targets":[
            {"Arn":{"Ref":"V"}},{"Arn":{"Fn::GetAtt":"V.FunctionArn"}},{"Arn":{"Fn::Sub":"${V}/${!V}/${F.Arn}"}},
            {"Arn":{"Fn::Sub":["${V.Version}-${X}",{"X":{"Ref":"V"}}]}},{"Arn":"V"},{"Arn":{"Ref":"VOther"}}]}}},
         "Outputs":{"O":{"Value":{"Ref":"V"}}}}
        """;

    private static string Parameters(string more = "") => Republish.Replace("+", more, StringComparison.Ordinal);

    private static string VersionOf(MacroRun run) => run.Fragment.GetProperty("Resources").EnumerateObject()
        .Single(resource => resource.Value.GetProperty("Type").GetString() == "AWS::Lambda::Version").Name;

    [Fact]
    public void Publish_Version_GetsANewLogicalIdThatEveryReferenceFollows()
    {
        var run = MacroRun.Of(Template, Parameters());

        var version = VersionOf(run);
        version.ShouldMatch("^VDatadog[0-9A-F]{8}$");
        run.Resource(version).GetRawText().ShouldBe(
            """{"Type":"AWS::Lambda::Version","DeletionPolicy":"Retain","Properties":{"FunctionName":{"Ref":"F"},"Description":"1.10"}}""");
        run.Resource("Live").GetRawText().ShouldContain($"\"DependsOn\":\"{version}\"");
        run.Property("FunctionVersion", "Live").ShouldBe($"{{\"Fn::GetAtt\":[\"{version}\",\"Version\"]}}");
        run.Resource("Rule").GetProperty("DependsOn").GetRawText().ShouldBe($"[\"F\",\"{version}\"]");
        run.Property("Targets", "Rule")!.ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal).ShouldBe(
            ("[{'Arn':{'Ref':'+'}},{'Arn':{'Fn::GetAtt':'+.FunctionArn'}},{'Arn':{'Fn::Sub':'${+}/${!V}/${F.Arn}'}},"
                + "{'Arn':{'Fn::Sub':['${+.Version}-${X}',{'X':{'Ref':'+'}}]}},{'Arn':'V'},{'Arn':{'Ref':'VOther'}}]")
            .Replace('\'', '"').Replace("+", version, StringComparison.Ordinal));
        run.Fragment.GetProperty("Outputs").GetRawText().ShouldBe($"{{\"O\":{{\"Value\":{{\"Ref\":\"{version}\"}}}}}}");
        run.Codes.ShouldBeEmpty();
        Report(run).GetProperty("Republished").GetRawText().ShouldBe($"{{\"{version}\":\"V\"}}");
        Report(run).TryGetProperty("Added", out _).ShouldBeFalse();
    }

    [Fact]
    public void Publish_LogicalId_ChangesWithTheInstrumentationAlone()
    {
        var first = VersionOf(MacroRun.Of(Template, Parameters()));

        VersionOf(MacroRun.Of(Template, Parameters())).ShouldBe(first);
        VersionOf(MacroRun.Of(Template.Replace("\"Value\":\"b\"", "\"Value\":\"c\"", StringComparison.Ordinal), Parameters()))
            .ShouldBe(first);
        VersionOf(MacroRun.Of(Template, Parameters(",\"logRetentionInDays\":30"))).ShouldBe(first);
        VersionOf(MacroRun.Of(
            Template.Replace(
                "\"Tags\"", "\"Timeout\":3,\"Environment\":{\"Variables\":{\"A\":\"b\"}},\"Tags\"", StringComparison.Ordinal),
            Parameters())).ShouldBe(first);
        VersionOf(MacroRun.Of(Template, Parameters(",\"service\":\"shop\""))).ShouldNotBe(first);
        VersionOf(MacroRun.Of(Template, Parameters(",\"extensionLayerVersion\":99,\"apiKeySsmArn\":\"s\""))).ShouldNotBe(first);
        VersionOf(MacroRun.Of(Template.Replace("\"V\"", "\"W\"", StringComparison.Ordinal), Parameters())).ShouldStartWith("WDatadog");
    }

    [Fact]
    public void Publish_ResultOfOtherSettings_IsNamedAfterTheOriginal()
    {
        var once = MacroRun.Of(Template, Parameters());

        var twice = MacroRun.Of(once.Text, Parameters(",\"enableProfiling\":true"));

        VersionOf(twice).ShouldBe(VersionOf(MacroRun.Of(Template, Parameters(",\"enableProfiling\":true"))));
        Report(twice).GetProperty("Republished").GetRawText().ShouldBe($"{{\"{VersionOf(twice)}\":\"V\"}}");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"republishVersions":true,"exclude":"F"}""")]
    public void Publish_NotAskedOrNotInstrumented_KeepsTheVersion(string parameters) =>
        VersionOf(MacroRun.Of(Template, parameters)).ShouldBe("V");

    [Fact]
    public void Revert_RenamedVersion_HasItsLogicalIdAgain()
    {
        var settings = new MacroSettings(new Dictionary<string, string>());
        var instrumented = MacroTransform.RunRecorded(Encoding.UTF8.GetBytes(MacroRun.Event(Template, Parameters())), settings);
        var fragment = Encoding.UTF8.GetString(instrumented.Fragment!.Value.Span);

        var reverted = MacroTransform.Revert(
            Encoding.UTF8.GetBytes(MacroRun.Event(fragment, Parameters())), settings, instrumented.Memories);

        using var before = JsonDocument.Parse(Template);
        using var after = JsonDocument.Parse(reverted.Fragment!.Value);
        foreach (var name in new[] { "V", "Live", "Rule" })
        {
            JsonElement.DeepEquals(
                after.RootElement.GetProperty("Resources").GetProperty(name),
                before.RootElement.GetProperty("Resources").GetProperty(name)).ShouldBeTrue(name);
        }
        after.RootElement.TryGetProperty("Metadata", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("", "true")]
    [InlineData(",\"AutoPublishAliasAllProperties\":false", "true")]
    [InlineData(",\"AutoPublishAliasAllProperties\":true", "true")]
    [InlineData(",\"AutoPublishAliasAllProperties\":\"true\"", "\"true\"")]
    [InlineData(",\"AutoPublishAliasAllProperties\":{\"Ref\":\"X\"}", "{\"Ref\":\"X\"}")]
    public void Publish_AliasOfSam_IsPublishedForEveryChange(string property, string expected)
    {
        var run = MacroRun.OfFunction(
            $$"""{"Runtime":"provided","AutoPublishAlias":"live"{{property}}}""", Parameters(), type: "AWS::Serverless::Function");

        run.Property("AutoPublishAliasAllProperties").ShouldBe(expected);
        run.Codes.ShouldBe(expected.StartsWith('{') ? ["DD326 F"] : []);
    }

    /// <summary>A version that nothing uses harms nobody; the Serverless Framework makes one for each function, with an output.</summary>
    [Theory]
    [InlineData("{}", "", false)]
    [InlineData("""{"HelloLambdaFunctionQualifiedArn":{"Value":{"Ref":"V"}}}""", "", false)]
    [InlineData("""{"Arn":{"Value":{"Ref":"V"}}}""", "", true)]
    [InlineData("{}", ""","P":{"Type":"AWS::Lambda::Permission","Properties":{"FunctionName":{"Fn::Sub":"${V}"}}}""", true)]
    [InlineData("{}", ""","P":{"Type":"AWS::Lambda::Permission","DependsOn":"V"}""", false)]
    public void Report_Version_IsWarnedOfIfSomethingRefersToIt(string outputs, string more, bool warns)
    {
        var version = ",\"V\":{\"Type\":\"AWS::Lambda::Version\",\"Properties\":{\"FunctionName\":{\"Ref\":\"F\"}}}";

        MacroRun.OfFunction("""{"Runtime":"provided"}""", "{}", version + more, $",\"Outputs\":{outputs}").Codes
            .ShouldBe(warns ? ["DD315 F"] : []);
    }

    private static JsonElement Report(MacroRun run) => run.Fragment.GetProperty("Metadata").GetProperty("DatadogServerless");
}
