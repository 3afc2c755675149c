using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Configuration;

public sealed class SettingParserTests
{
    private const string Parameters =
        """
        {"Parameters":{"On":{"Type":"String","Default":"True"},"Seven":{"Type":"Number","Default":7},
          "List":{"Type":"CommaDelimitedList","Default":"a, b"},"Secret":{"Type":"String","NoEcho":true,"Default":"hunter2"},
          "Empty":{"Type":"String","Default":""}}}
        """;

    /// <summary>
    /// What is expected: the text, or <c>unset</c>, <c>invalid</c>, <c>unknown</c> (an error), or <c>expression</c> (travels on).
    /// </summary>
    [Theory]
    [InlineData("addLayers", "true", "true")]
    [InlineData("addLayers", "false", "false")]
    [InlineData("addLayers", "\"TRUE\"", "true")]
    [InlineData("addLayers", "\"False\"", "false")]
    [InlineData("addLayers", """{"Ref":"On"}""", "true")]
    [InlineData("addLayers", "\"yes\"", "invalid")]
    [InlineData("addLayers", "1", "invalid")]
    [InlineData("addLayers", "[true]", "invalid")]
    [InlineData("addLayers", "{}", "invalid")]
    [InlineData("addLayers", "\"\"", "unset")]
    [InlineData("addLayers", "null", "unset")]
    [InlineData("addLayers", """{"Ref":"Empty"}""", "unset")]
    [InlineData("addLayers", """{"Ref":"Secret"}""", "unknown")]
    [InlineData("addLayers", """{"Fn::GetAtt":["A","B"]}""", "unknown")]
    [InlineData("layerVersion", "7", "7")]
    [InlineData("layerVersion", "\"7\"", "7")]
    [InlineData("layerVersion", "\"007\"", "7")]
    [InlineData("layerVersion", "\"7\\u0000\"", "7")]
    [InlineData("layerVersion", """{"Ref":"Seven"}""", "7")]
    [InlineData("layerVersion", "0", "invalid")]
    [InlineData("layerVersion", "-7", "invalid")]
    [InlineData("layerVersion", "\"+7\"", "invalid")]
    [InlineData("layerVersion", "\" 7\"", "invalid")]
    [InlineData("layerVersion", "7.0", "invalid")]
    [InlineData("layerVersion", "7e0", "invalid")]
    [InlineData("layerVersion", "99999999999", "invalid")]
    [InlineData("layerVersion", "\"seven\"", "invalid")]
    [InlineData("layerVersion", "true", "invalid")]
    [InlineData("layerVersion", "[7]", "invalid")]
    [InlineData("layerVersion", """{"Ref":"Secret"}""", "unknown")]
    [InlineData("logRetentionInDays", "30", "30")]
    [InlineData("logRetentionInDays", "31", "invalid")]
    [InlineData("apmFlushDeadline", "0", "0")]
    [InlineData("apmFlushDeadline", "-1", "invalid")]
    [InlineData("version", "1.20", "1.20")]
    [InlineData("version", "1e3", "1e3")]
    [InlineData("version", "12345678901234567890", "12345678901234567890")]
    [InlineData("version", "true", "true")]
    [InlineData("version", "\" x \"", " x ")]
    [InlineData("version", "[1]", "invalid")]
    [InlineData("version", "{}", "invalid")]
    [InlineData("version", """{"a":1,"b":2}""", "invalid")]
    [InlineData("version", "\"\\ud800\"", "invalid")]
    [InlineData("version", """{"Ref":"Secret"}""", "expression")]
    [InlineData("version", """{"Fn::GetAtt":["A","B"]}""", "expression")]
    [InlineData("version", """{"Fn::Sub":"v${Seven}"}""", "v7")]
    [InlineData("gitData", """{"Ref":"Secret"}""", "unknown")]
    [InlineData("layersAccountId", "111122223333", "111122223333")]
    [InlineData("layersAccountId", """{"Ref":"AWS::AccountId"}""", "123456789012")]
    [InlineData("layersAccountId", """{"Ref":"Secret"}""", "unknown")]
    [InlineData("pythonLayerArn", """{"Ref":"Secret"}""", "expression")]
    [InlineData("apiKey", """{"Ref":"Secret"}""", "expression")]
    [InlineData("site", "\"us5.datadoghq.com\"", "us5.datadoghq.com")]
    [InlineData("site", "\"US5.datadoghq.com\"", "us5.datadoghq.com")]
    [InlineData("site", "\"example.com\"", "invalid")]
    [InlineData("site", "7", "invalid")]
    [InlineData("site", "true", "invalid")]
    [InlineData("site", """{"Ref":"Secret"}""", "unknown")]
    [InlineData("appSecMode", "\"tracer\"", "tracer")]
    [InlineData("appSecMode", "true", "on")]
    [InlineData("appSecMode", "false", "off")]
    [InlineData("appSecMode", "\"yes\"", "invalid")]
    [InlineData("exclude", """["a","b"]""", "a,b")]
    [InlineData("exclude", "\"a, b,,c \"", "a, b,,c ")]
    [InlineData("exclude", """{"Ref":"List"}""", "a,b")]
    [InlineData("exclude", """["a",{"Ref":"Seven"},1.10,true]""", "a,7,1.10,true")]
    [InlineData("exclude", """["a",{"Ref":"AWS::NoValue"}]""", "a")]
    [InlineData("exclude", "7", "7")]
    [InlineData("exclude", "[]", "unset")]
    [InlineData("exclude", "\"\"", "unset")]
    [InlineData("exclude", "{}", "invalid")]
    [InlineData("exclude", """[["a"]]""", "invalid")]
    [InlineData("exclude", """[{"a":1}]""", "invalid")]
    [InlineData("exclude", """["a",{"Ref":"Secret"}]""", "unknown")]
    [InlineData("exclude", """{"Ref":"Secret"}""", "unknown")]
    [InlineData("tags", """["a:b",{"Ref":"Secret"}]""", "expression")]
    [InlineData("tags", """{"Ref":"Secret"}""", "expression")]
    public void Parse_ValueOfAnyJsonType_IsReadOrReported(string name, string json, string expected)
    {
        var diagnostics = new DiagnosticBag();

        var setting = Parse(ParameterCatalog.Find(name)!, json, diagnostics);

        var codes = string.Join(',', diagnostics.All.Select(diagnostic => diagnostic.Code));
        var read = (setting, codes) switch
        {
            ({ IsInvalid: true }, "DD203") => "invalid",
            ({ IsInvalid: true }, "DD204") => "unknown",
            ({ IsUnset: true }, "") => "unset",
            ({ Expression: not null }, "") => "expression",
            (_, "") => setting.Text,
            _ => codes,
        };
        read.ShouldBe(expected);
    }

    [Theory]
    [InlineData("\"a, b,,c \"", "a|b|c")]
    [InlineData("""["a, b"," c "]""", "a, b| c ")]
    public void Parse_List_HasItsItems(string json, string expected)
    {
        var setting = Parse(ParameterCatalog.Exclude, json, new DiagnosticBag());

        string.Join('|', setting.Items).ShouldBe(expected);
    }

    [Theory]
    [InlineData("addLayers", "{}", "an object")]
    [InlineData("addLayers", "[]", "an array")]
    [InlineData("addLayers", "7", "a number")]
    [InlineData("layerVersion", "true", "a boolean")]
    [InlineData("layerVersion", "false", "a boolean")]
    [InlineData("layerVersion", "\"x\"", "a string")]
    public void Parse_WrongValue_IsCalledByItsKind(string name, string json, string kind) =>
        Message(name, json).ShouldStartWith($"The value of {name} ({kind}) is not accepted.");

    [Theory]
    [InlineData("""["a",{"Ref":"Secret"},{"Fn::GetAtt":["A","B"]}]""", "Ref")]
    [InlineData("""["a",null]""", "a list")]
    public void Parse_ListThatIsUnknown_NamesTheFirstUnknownItem(string json, string expression) =>
        Message("exclude", json).ShouldStartWith(
            $"The macro must know the value of exclude, but it is an expression ({expression}) that only the deployment can resolve.");

    [Fact]
    public void Parse_ListWithAnExpression_IsJoinedByCommas()
    {
        var setting = Parse(ParameterCatalog.Tags, """["a:b",{"Ref":"Secret"}]""", new DiagnosticBag());

        setting.Value!.ToString().ShouldBe("""{"Fn::Join":[",",["a:b",{"Ref":"Secret"}]]}""");
    }

    private static string Message(string name, string json)
    {
        var diagnostics = new DiagnosticBag();
        Parse(ParameterCatalog.Find(name)!, json, diagnostics);
        return diagnostics.All.ShouldHaveSingleItem().Message;
    }

    private static Setting Parse(Parameter parameter, string json, DiagnosticBag diagnostics) =>
        new SettingParser(TestEvaluator.Create(Parameters), diagnostics).Parse(parameter, JsonText.Read(json), DiagnosticTarget.Request);
}
