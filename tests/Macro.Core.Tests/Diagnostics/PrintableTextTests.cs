using System.Text;
using System.Text.Json;
using Macro.Core.Diagnostics;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Diagnostics;

public class PrintableTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("CreateOrder: é 名 😀 AWS::Region a:b #1 C:\\x", "CreateOrder: é 名 😀 AWS::Region a:b #1 C:\\x")]
    [InlineData("a\n::error ::b\r\tc", "a\\n\\u003a:error \\u003a:b\\r\\tc")]
    [InlineData("::error ::b", "\\u003a:error \\u003a:b")]
    [InlineData("\u3000::error", "\u3000\\u003a:error")]
    [InlineData("##vso[x]", "#\\u0023vso[x]")]
    [InlineData("\u001b]0;x\u0007\u009b\u007f\0", "\\u001b]0;x\\u0007\\u009b\\u007f\\u0000")]
    [InlineData("\u202e\u2066\u200b\u2028\u0085\ufeff\u00ad\u3164", "\\u202e\\u2066\\u200b\\u2028\\u0085\\ufeff\\u00ad\\u3164")]
    [InlineData("\U000e0041", "\\udb40\\udc41")]
    public void From_Text_EscapesWhatIsNotShown(string text, string expected) => PrintableText.From(text).ShouldBe(expected);

    [Fact]
    public void From_HalfOfASurrogatePair_IsEscaped() => PrintableText.From("a\ud800b\udc00").ShouldBe("a\\ud800b\\udc00");

    [Fact]
    public void FromJson_Text_HasTheSameValue()
    {
        const string json = "{\n \"\u202e\\\\\u200b\": \"##[x] ::error 😀\U000e0041\"\n}";

        var printable = PrintableText.FromJson(json);

        printable.ShouldBe("{\n \"\\u202e\\\\\\u200b\": \"#\\u0023[x] \\u003a:error 😀\\udb40\\udc41\"\n}");
        JsonElement.DeepEquals(JsonDocument.Parse(printable).RootElement, JsonDocument.Parse(json).RootElement).ShouldBeTrue();
    }

    [Fact]
    public void ErrorMessage_HostileLogicalId_IsOneLineForEachProblem()
    {
        var id = "F\\n::error ::x\\u001b]0;t\\u0007\\u202e";
        var run = MacroRun.OfEvent(Encoding.UTF8.GetBytes($$"""
            {"region":"us-east-1","accountId":"123456789012","requestId":"r","transformId":"t","templateParameterValues":{},
             "params":{"pinnedLayerVersions":false},
             "fragment":{"Resources":{"{{id}}":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"ruby3.4","Handler":"a.b"} } } } }
            """));

        var lines = run.ErrorMessage!.Split('\n');

        lines.Length.ShouldBe(2);
        lines[1].ShouldStartWith("DD301 F\\n\\u003a:error \\u003a:x\\u001b]0;t\\u0007\\u202e: ");
    }
}
