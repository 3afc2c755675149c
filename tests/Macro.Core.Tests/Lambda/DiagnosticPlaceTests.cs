using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Lambda;

/// <summary>A diagnostic about a property names it, so that the command line shows its line.</summary>
public sealed class DiagnosticPlaceTests
{
    private const string Extension = """ "addLayers":false,"extensionLayerVersion":1,"apiKeySecretArn":"s" """;
    private const string Signed = "arn:aws:lambda:us-east-1:123456789012:code-signing-config:csc-1";

    [Theory]
    [InlineData(""" "Runtime":"ruby3.3" """, """ "pinnedLayerVersions":false """, "DD301 F.Runtime")]
    [InlineData(""" "Runtime":"python3.7","Architectures":["arm64"] """, """ "layerVersion":1 """, "DD316 F.Runtime")]
    [InlineData(
        """ "Runtime":"python3.12","Handler":{"Fn::If":["C","datadog_lambda.handler.handler","h"]} """, """ "layerVersion":1 """,
        "DD324 F.Handler")]
    [InlineData(
        """ "Runtime":"java21","Environment":{"Variables":{"AWS_LAMBDA_EXEC_WRAPPER":"/opt/own"}} """, Extension, "DD319 F.Environment")]
    [InlineData(""" "Runtime":"provided","Role":"arn:aws:iam::1:role/r" """, """ "enableXrayTracing":true """, "DD320 F.Role")]
    [InlineData(""" "PackageType":"Image" """, """ "containerImages":"python" """, "DD322 F.ImageConfig")]
    [InlineData(
        $$""" "Runtime":"provided","CodeSigningConfigArn":"{{Signed}}" """, Extension, "DD323 F.CodeSigningConfigArn")]
    [InlineData(""" "Runtime":"ruby3.3" """, """ "addLayers":false,"appSecMode":"tracer" """, "DD306 F.Runtime")]
    [InlineData(
        """ "Runtime":"nodejs22.x","Handler":"h" """, """ "layerVersion":1,"flushMetricsToLogs":false,"apiKeySecretArn":"s" """,
        "DD304 F.Runtime")]
    [InlineData(
        """ "Runtime":"provided","Layers":["a:1","b:1","c:1","d:1","e:1"] """, Extension, "DD601 F.Layers")]
    public void Diagnostic_AboutAProperty_NamesIt(string properties, string parameters, string expected) =>
        MacroRun.OfFunction($"{{{properties}}}", $"{{{parameters}}}").PropertyCodes.ShouldBe([expected]);

    [Fact]
    public void Diagnostic_AliasOfSam_NamesItsProperty() =>
        MacroRun.OfFunction("""{"Runtime":"provided","AutoPublishAlias":"live"}""", "{}", type: "AWS::Serverless::Function")
            .PropertyCodes.ShouldBe(["DD326 F.AutoPublishAlias"]);
}
