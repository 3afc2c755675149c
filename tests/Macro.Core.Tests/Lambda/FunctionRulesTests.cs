using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Lambda;

public sealed class FunctionRulesTests
{
    [Theory]
    [InlineData("""{"layerVersion":1}""", "DD302 layerVersion")]
    [InlineData("""{"layerVersion":1,"nodeLayerVersion":2}""", "")]
    [InlineData("""{"layerVersion":1,"nodeLayerArn":"arn:l:1"}""", "")]
    [InlineData("""{"layerVersion":1,"exclude":"N"}""", "")]
    [InlineData("""{"layerVersion":1,"addLayers":false}""", "")]
    [InlineData("""{"pythonLayerVersion":1,"nodeLayerVersion":1}""", "")]
    [InlineData("""{"pythonLayerVersion":1}""", "")]
    [InlineData("{}", "")]
    [InlineData("""{"pythonLayerVersion":1,"pinnedLayerVersions":false}""", "DD301 N")]
    [InlineData("""{"pinnedLayerVersions":false}""", "DD301 P,DD301 N")]
    [InlineData("""{"layersAccountId":"111122223333"}""", "DD301 P,DD301 N")]
    public void Check_LanguagesAndVersions_MustFit(string parameters, string codes)
    {
        var run = MacroRun.Of(
            """
            {"Resources":{"P":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"python3.12","Handler":"h"}},
              "N":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"nodejs22.x","Handler":"h"}},
              "G":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"provided"}}}}
            """, parameters);

        string.Join(',', run.Codes).ShouldBe(codes);
    }

    [Theory]
    [InlineData("nodejs22.x", "", "DD304 F")]
    [InlineData("nodejs22.x", ",\"extensionLayerVersion\":65", "")]
    [InlineData("nodejs22.x", ",\"flushMetricsToLogs\":true", "")]
    [InlineData("python3.12", "", "")]
    public void Check_SecretOfANodeFunction_NeedsTheExtension(string runtime, string more, string codes)
    {
        var flush = more.Contains("flush", StringComparison.Ordinal) ? "" : ",\"flushMetricsToLogs\":false";

        var run = MacroRun.OfFunction(
            $$"""{"Runtime":"{{runtime}}","Handler":"h"}""", $$"""{"layerVersion":1,"apiKeySecretArn":"s"{{flush}}{{more}}}""");

        string.Join(',', run.Codes).ShouldBe(codes);
    }
}
