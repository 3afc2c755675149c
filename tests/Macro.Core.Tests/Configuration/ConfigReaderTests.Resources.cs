using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Configuration;

/// <content>The settings of one resource, in its metadata.</content>
public sealed partial class ConfigReaderTests
{
    /// <summary>The account's extension version counts again for a function that turns the extension on.</summary>
    [Theory]
    [InlineData("", null)]
    [InlineData("\"addExtension\":true", ":layer:Datadog-Extension:65\"]")]
    [InlineData("\"extensionLayerVersion\":66", ":layer:Datadog-Extension:66\"]")]
    [InlineData("\"extensionLayerArn\":\"arn:own:Extension:1\"", "[\"arn:own:Extension:1\"]")]
    [InlineData("\"addExtension\":false", null)]
    public void ReadResource_ExtensionAboveTheStacksForwarder_UsesTheVersionBelowIt(string metadata, string? layers)
    {
        var run = MacroRun.Of(
            "{\"Resources\":{\"F\":{\"Type\":\"AWS::Lambda::Function\",\"Metadata\":{\"Datadog\":{" + metadata + "}},"
                + "\"Properties\":{\"Runtime\":\"provided\"}}}}",
            "{\"forwarderArn\":\"" + Forwarder + "\",\"apiKeySecretArn\":\"s\"}", process: ("DD_MACRO_EXTENSION_LAYER_VERSION", "65"));

        run.Errors.ShouldBeEmpty();
        if (layers is null) run.Property("Layers").ShouldBeNull();
        else run.Property("Layers")!.ShouldEndWith(layers);
    }

    [Theory]
    [InlineData("\"extensionLayerVersion\":65", "DD_FLUSH_TO_LOG", "false")]
    [InlineData("\"pythonLayerVersion\":7", "DD_SITE", "datadoghq.com")]
    [InlineData("\"service\":\"own\",\"env\":\"e\",\"tags\":\"a:b\"", "DD_SERVICE", "own")]
    [InlineData("\"service\":\"\"", "DD_SERVICE", null)]
    [InlineData("\"logLevel\":\"trace\"", "DD_LOG_LEVEL", "trace")]
    [InlineData("\"enableDDTracing\":false", "DD_TRACE_ENABLED", "false")]
    [InlineData("\"captureLambdaPayload\":true", "DD_CAPTURE_LAMBDA_PAYLOAD", "true")]
    [InlineData("\"redirectHandlers\":false", "DD_LAMBDA_HANDLER", null)]
    [InlineData("\"extraEnv\":[\"DD_X=1\"]", "DD_X", "1")]
    public void ReadResource_Metadata_HoldsForThatResourceAlone(string metadata, string variable, string? expected)
    {
        const string Function = "\"Type\":\"AWS::Lambda::Function\",\"Properties\":{\"Runtime\":\"python3.12\",\"Handler\":\"h\"}";
        const string Parameters = """{"pythonLayerVersion":1,"service":"stack","apiKeySecretArn":"s"}""";

        var run = MacroRun.Of(
            "{\"Resources\":{\"F\":{" + Function + ",\"Metadata\":{\"Datadog\":{" + metadata + "}}},\"G\":{" + Function + "}}}",
            Parameters);

        run.Variable(variable).ShouldBe(expected is null ? null : $"\"{expected}\"");
        var alone = MacroRun.Of("{\"Resources\":{\"G\":{" + Function + "}}}", Parameters);
        run.Properties("G").GetRawText().ShouldBe(alone.Properties("G").GetRawText());
    }

    [Fact]
    public void ReadResource_Disabled_LeavesItAlone()
    {
        const string Function =
            """{"Type":"AWS::Lambda::Function","Metadata":{"Datadog":{"enabled":false}},"Properties":{"Runtime":"provided"}}""";

        var run = MacroRun.Of($$$"""{"Resources":{"F":{{{Function}}}}}""");

        run.Resource("F").GetRawText().ShouldBe(Function);
        run.Instrumented.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"Datadog":{"site":"datadoghq.eu"}}""", "DD205 F")]
    [InlineData("""{"Datadog":{"forwarderArn":"x"}}""", "DD205 F")]
    [InlineData("""{"Datadog":{"exclude":[]}}""", "DD205 F")]
    [InlineData("""{"Datadog":{"apiKey":"x"}}""", "DD205 F")]
    [InlineData("""{"Datadog":{"servcie":"x"}}""", "DD202 F")]
    [InlineData("""{"Datadog":{"pythonLayerVersion":0}}""", "DD203 F")]
    [InlineData("""{"Datadog":"x"}""", "DD201 F")]
    [InlineData("""{"Datadog":{"addLayers":{"Ref":"Unknown"}}}""", "DD204 F")]
    [InlineData("""{"Datadog":{"enableDDTracing":true,"enableDatadogTracing":true}}""", "DD206 F")]
    [InlineData("""{"Datadog":{"llmObsEnabled":true}}""", "DD213 F")]
    [InlineData("""{"Datadog":{"extensionLayerVersion":1}}""", "DD210 F")]
    [InlineData("""{"Datadog":{"addExtension":true}}""", "DD210 F")]
    [InlineData("""{"Datadog":{"addExtension":true,"pinnedLayerVersions":false}}""", "DD210 F,DD209 F")]
    [InlineData("""{"Datadog":{"extraEnv":["1=2"]}}""", "DD219 F")]
    [InlineData("""{"Datadog":{"tags":{"Ref":"Unknown"}}}""", "DD223 F")]
    [InlineData("""{"Other":{"site":"x"}}""", "")]
    [InlineData("\"x\"", "")]
    public void ReadResource_WrongMetadata_IsReportedOnTheResource(string metadata, string codes)
    {
        var run = MacroRun.Of(
            $$$"""{"Resources":{"F":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"provided"},"Metadata":{{{metadata}}} } } }""");

        string.Join(',', run.Codes).ShouldBe(codes);
    }

    [Fact]
    public void ReadResource_AnotherItemThatIsWrong_IsReportedBesideTheStacks()
    {
        var run = MacroRun.Of(
            """
            {"Resources":{"F":{"Type":"AWS::Lambda::Function","Metadata":{"Datadog":{"extraEnv":["OK=1","2=2"]}},
              "Properties":{"Runtime":"provided"}}}}
            """, """{"extraEnv":["1=2"]}""");

        run.Codes.ShouldBe(["DD219 extraEnv", "DD219 F"]);
    }
}
