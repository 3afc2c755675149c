using Macro.Core.Configuration;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Lambda.Steps;

public sealed class AddTagsTests
{
    private const string Forwarder = "\"forwarderArn\":\"arn:aws:lambda:us-east-1:123456789012:function:forwarder\"";
    private static readonly string Version = $"v{MacroVersion.Text}";

    /// <summary>In the tables, tags stand as key=value, and V for the macro's version.</summary>
    [Theory]
    [InlineData("", null, "dd_sls_macro=V")]
    [InlineData("\"service\":\"shop\",\"env\":\"prod\",\"version\":\"1.0\",\"tags\":\"team:a\"", null, "dd_sls_macro=V")]
    [InlineData(Forwarder, null, "dd_sls_macro=V")]
    [InlineData(
        Forwarder + ",\"service\":\"shop\",\"env\":\"prod\",\"version\":1.10,\"tags\":\"team:a\"",
        null,
        "service=shop env=prod version=1.10 team=a dd_sls_macro=V")]
    [InlineData(Forwarder + ",\"service\":\"shop\",\"env\":\"prod\"", "service=own", "service=own env=prod dd_sls_macro=V")]
    [InlineData(
        Forwarder + ",\"tags\":[\" a : b:c \",\"novalue\",\"empty:\",\":nokey\",\"a:again\",\"é:1\",\"é:2\"]",
        null,
        "a=b:c é=1 dd_sls_macro=V")]
    [InlineData(Forwarder + ",\"service\":\"shop\",\"tags\":\"service:other\"", null, "service=shop dd_sls_macro=V")]
    [InlineData("\"enableTags\":true,\"service\":\"shop\",\"tags\":\"a:b\"", null, "service=shop a=b dd_sls_macro=V")]
    [InlineData(Forwarder + ",\"enableTags\":false,\"service\":\"shop\"", null, "dd_sls_macro=V")]
    [InlineData("", "dd_sls_macro=old a=b", "dd_sls_macro=V a=b")]
    [InlineData("", "lambda:createdBy=SAM", "lambda:createdBy=SAM dd_sls_macro=V dd_sls_macro_by=SAM")]
    [InlineData("", "lambda:createdBy=CDK", "lambda:createdBy=CDK dd_sls_macro=V")]
    public void Apply_Tags_StandOnce(string parameters, string? own, string expected)
    {
        var tags = own is null ? "" : $",\"Tags\":{List(own)}";

        var run = MacroRun.OfFunction($$"""{"Runtime":"provided"{{tags}}}""", $$"""{{{parameters}}}""");

        run.Property("Tags").ShouldBe(List(expected));
    }

    [Theory]
    [InlineData("[+]", "{}")]
    [InlineData("[+]", """{"Ref":"AWS::NoValue"}""")]
    [InlineData("""{"Fn::If":["C",[+],[+]]}""", """{"Fn::If":["C",[],{"Ref":"AWS::NoValue"}]}""")]
    [InlineData(
        """{"Fn::If":["C",[{"Key":"a","Value":"b"},+],[{"Fn::If":["D",{"Key":"a","Value":{"Ref":"B"}},{"Ref":"AWS::NoValue"}]},+]]}""",
        """{"Fn::If":["C",[{"Key":"a","Value":"b"}],[{"Fn::If":["D",{"Key":"a","Value":{"Ref":"B"}},{"Ref":"AWS::NoValue"}]}]]}""")]
    public void Apply_TagsOfAnyForm_AreAddedToInEveryBranch(string expected, string tags)
    {
        if (tags == "{}") tags = "[]";

        var run = MacroRun.OfFunction($$"""{"Runtime":"provided","Tags":{{tags}}}""", "{}");

        run.Property("Tags").ShouldBe(expected.Replace("+", List("dd_sls_macro=V")[1..^1], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""[{"Key":"service","Value":{"Ref":"X"}}]""")]
    [InlineData("""[{"Key":"service"}]""")]
    [InlineData("""[{"Key":{"Ref":"ServiceKey"},"Value":"x"}]""")]
    [InlineData("""[{"Fn::If":["C",{"Key":"service","Value":"x"},{"Ref":"AWS::NoValue"}]}]""")]
    public void Apply_KeyThatIsThere_IsNeverWrittenTwice(string tags)
    {
        var run = MacroRun.OfFunction($$"""{"Runtime":"provided","Tags":{{tags}}}""", $$"""{{{Forwarder}},"service":"shop"}""",
            sections: ""","Parameters":{"ServiceKey":{"Type":"String","Default":"service"}}""");

        run.Property("Tags").ShouldBe($"{tags[..^1]},{List("dd_sls_macro=V")[1..]}");
    }

    [Fact]
    public void Apply_TagOfAnotherVersionWithAnotherMember_KeepsTheMember() =>
        MacroRun.OfFunction("""{"Runtime":"provided","Tags":[{"Own":1,"Key":"dd_sls_macro","Value":"old"}]}""", "{}")
            .Property("Tags").ShouldBe(List("dd_sls_macro=V").Replace("{", "{\"Own\":1,", StringComparison.Ordinal));

    [Fact]
    public void Apply_ServiceThatIsAnExpression_TravelsIntoTheTag() =>
        MacroRun.OfFunction("""{"Runtime":"provided"}""", "{" + Forwarder + ""","service":{"Ref":"AWS::StackName"}}""")
            .Property("Tags").ShouldBe("""[{"Key":"service","Value":{"Ref":"AWS::StackName"}},""" + List("dd_sls_macro=V")[1..]);

    [Fact]
    public void Apply_CdkTemplate_SaysSo() =>
        MacroRun.OfFunction(
            """{"Runtime":"provided","Tags":[{"Key":"lambda:createdBy","Value":"SAM"}]}""",
            "{}",
            ""","CDKMetadata":{"Type":"AWS::CDK::Metadata"}""")
            .Property("Tags").ShouldBe(List("lambda:createdBy=SAM dd_sls_macro=V dd_sls_macro_by=CDK"));

    /// <summary>A template that SAM has yet to expand gets the tool that it gets afterwards.</summary>
    [Theory]
    [InlineData("AWS::Serverless::Function", "{}", ""","CDKMetadata":{"Type":"AWS::CDK::Metadata"}""", "CDK")]
    [InlineData("AWS::Lambda::Function", "[{\"Key\":\"lambda:createdBy\",\"Value\":\"SAM\"}]",
        ""","CDKMetadata":{"Type":"AWS::CDK::Metadata"}""", "CDK")]
    [InlineData("AWS::Serverless::Function", "{}", "", "SAM")]
    [InlineData("AWS::Lambda::Function", "[{\"Key\":\"lambda:createdBy\",\"Value\":\"SAM\"}]", "", "SAM")]
    public void Apply_OrderOfTheTransforms_DoesNotMatter(string type, string tags, string more, string tool) =>
        MacroRun.OfFunction($$"""{"Runtime":"provided","Tags":{{tags}}}""", "{}", more, type: type).Property("Tags")!
            .ShouldContain(tags[0] == '[' ? $"{{\"Key\":\"dd_sls_macro_by\",\"Value\":\"{tool}\"}}" : $"\"dd_sls_macro_by\":\"{tool}\"");

    [Theory]
    [InlineData("", "{}", """{"dd_sls_macro":"V","dd_sls_macro_by":"SAM"}""")]
    [InlineData(""","Tags":{"a":"b","dd_sls_macro":"old"}""", "{}", """{"a":"b","dd_sls_macro":"V","dd_sls_macro_by":"SAM"}""")]
    [InlineData(
        "",
        "{" + Forwarder + ",\"service\":\"shop\",\"tags\":[\"é:1\",\"é:2\"]}",
        """{"service":"shop","é":"1","dd_sls_macro":"V","dd_sls_macro_by":"SAM"}""")]
    [InlineData(
        ""","Tags":{"service":"own"}""",
        "{" + Forwarder + ",\"service\":\"shop\",\"env\":\"x\"}",
        """{"service":"own","env":"x","dd_sls_macro":"V","dd_sls_macro_by":"SAM"}""")]
    [InlineData(
        "", "{" + Forwarder + ",\"env\":\"x\",\"tags\":\"global:y\"}", """{"env":"x","dd_sls_macro":"V","dd_sls_macro_by":"SAM"}""")]
    [InlineData(
        ""","Tags":{"Fn::If":["C",{"a":"b"},{"Ref":"AWS::NoValue"}]}""",
        "{}",
        """{"Fn::If":["C",{"a":"b","dd_sls_macro":"V","dd_sls_macro_by":"SAM"},{"dd_sls_macro":"V","dd_sls_macro_by":"SAM"}]}""")]
    public void Apply_SamFunction_IsTaggedByAMap(string tags, string parameters, string expected)
    {
        var run = MacroRun.OfFunction($$"""{"Runtime":"provided"{{tags}}}""", parameters, type: "AWS::Serverless::Function",
            sections: ""","Globals":{"Function":{"Tags":{"global":"x"}}}""");

        run.Property("Tags").ShouldBe(expected.Replace("\"V\"", $"\"{Version}\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"x\"")]
    [InlineData("""{"Ref":"X"}""")]
    [InlineData("""{"Fn::If":["C",[],{"Ref":"X"}]}""")]
    public void Apply_TagsThatCannotBeAddedTo_FunctionIsLeftAlone(string tags)
    {
        var run = MacroRun.OfFunction($$"""{"Runtime":"provided","Tags":{{tags}}}""", "{}");

        run.Codes.ShouldBe(["DD313 F"]);
        run.Property("Tags").ShouldBe(tags);
    }

    private static string List(string tags) => "[" + string.Join(',', tags.Split(' ').Select(tag => tag.Split('=', 2))
        .Select(tag => $$"""{"Key":"{{tag[0]}}","Value":"{{(tag[1] == "V" ? Version : tag[1])}}"}""")) + "]";
}
