using Macro.Core.Configuration;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Configuration;

public sealed partial class ConfigReaderTests
{
    private const string Forwarder = "arn:aws:lambda:us-east-1:123456789012:function:forwarder";

    [Theory]
    [InlineData("{}", "", "", "DD_SITE", "datadoghq.com")]
    [InlineData("{}", "", "DD_SITE=datadoghq.eu", "DD_SITE", "datadoghq.eu")]
    [InlineData("{}", "\"site\":\"us3.datadoghq.com\"", "DD_SITE=datadoghq.eu", "DD_SITE", "us3.datadoghq.com")]
    [InlineData("null", "\"site\":\"us3.datadoghq.com\"", "DD_SITE=datadoghq.eu", "DD_SITE", "us3.datadoghq.com")]
    [InlineData(
        "{\"site\":\"us5.datadoghq.com\"}", "\"site\":\"us3.datadoghq.com\"", "DD_SITE=datadoghq.eu", "DD_SITE", "us5.datadoghq.com")]
    [InlineData("{\"env\":\"x\"}", "\"site\":\"us3.datadoghq.com\"", "DD_SITE=datadoghq.eu", "DD_SITE", "datadoghq.eu")]
    [InlineData("{\"env\":\"x\"}", "\"env\":\"y\",\"service\":\"z\"", "", "DD_SERVICE", null)]
    [InlineData("{\"site\":\"\"}", "", "DD_SITE=datadoghq.eu", "DD_SITE", "datadoghq.com")]
    [InlineData("{\"site\":null}", "", "DD_SITE=datadoghq.eu", "DD_SITE", "datadoghq.com")]
    [InlineData("{\"site\":{\"Ref\":\"AWS::NoValue\"}}", "", "DD_SITE=datadoghq.eu", "DD_SITE", "datadoghq.com")]
    [InlineData("{\"site\":\"US3.DatadogHQ.com\"}", "", "", "DD_SITE", "us3.datadoghq.com")]
    [InlineData("{}", "", "DD_SITE=DataDogHQ.EU", "DD_SITE", "datadoghq.eu")]
    [InlineData("{\"tags\":\"a:b, c:d,,e: f \"}", "", "", "DD_TAGS", "a:b, c:d,,e: f ")]
    [InlineData("{\"tags\":[\"a:b\",\"c:d\"]}", "", "", "DD_TAGS", "a:b,c:d")]
    [InlineData("{\"env\":1.20}", "", "", "DD_ENV", "1.20")]
    [InlineData("{\"env\":\"1.20\"}", "", "", "DD_ENV", "1.20")]
    [InlineData("{\"env\":true}", "", "", "DD_ENV", "true")]
    [InlineData("{\"service\":\"\"}", "", "DD_SERVICE=shop", "DD_SERVICE", null)]
    [InlineData("{}", "", "DD_SERVICE=shop", "DD_SERVICE", "shop")]
    [InlineData("{}", "", "DD_SERVICE=", "DD_SERVICE", null)]
    [InlineData("{}", "", "DD_SITE=", "DD_SITE", "datadoghq.com")]
    [InlineData("{}", "\"site\":\"us3.datadoghq.com\"", "DD_SITE=", "DD_SITE", "us3.datadoghq.com")]
    [InlineData("{\"tags\":[]}", "", "DD_TAGS=a:b", "DD_TAGS", null)]
    [InlineData("{\"enableDDTracing\":\"\"}", "", "DD_TRACE_ENABLED=false", "DD_TRACE_ENABLED", "true")]
    [InlineData("{\"redirectHandlers\":\"\"}", "", "DD_MACRO_REDIRECT_HANDLERS=false", "DD_LAMBDA_HANDLER", "h")]
    [InlineData("{}", "", "DD_MACRO_REDIRECT_HANDLERS=false", "DD_LAMBDA_HANDLER", null)]
    [InlineData("{}", "", "DD_MACRO_EXTRA_ENV=DD_X=1", "DD_X", "1")]
    public void ReadStack_Sources_TheHigherCounts(string parameters, string mapping, string process, string variable, string? expected)
    {
        var run = Run(parameters, mapping, process);

        run.Variable(variable).ShouldBe(expected is null ? null : $"\"{expected}\"");
    }

    [Theory]
    [InlineData("{\"apiKeySecretArn\":\"s\"}", "DD_API_KEY=key", "DD_API_KEY_SECRET_ARN")]
    [InlineData("{\"apiKeySsmArn\":\"s\"}", "DD_API_KEY_SECRET_ARN=key", "DD_API_KEY_SSM_ARN")]
    [InlineData("{\"apiKMSKey\":\"s\"}", "DD_API_KEY_SSM_NAME=key", "DD_KMS_API_KEY")]
    [InlineData("{\"apiKey\":\"\"}", "DD_API_KEY_SECRET_ARN=key", "")]
    [InlineData("{\"apiKeySecretArn\":\"s\"}", "DD_API_KEY=key DD_API_KEY_SSM_ARN=other", "DD_API_KEY_SECRET_ARN")]
    [InlineData("{\"apiKeySecretArn\":\"s\",\"apiKey\":\"\"}", "DD_API_KEY=key", "DD_API_KEY_SECRET_ARN")]
    [InlineData("{\"service\":\"shop\"}", "DD_API_KEY_SECRET_ARN=key", "DD_API_KEY_SECRET_ARN")]
    public void ReadStack_ApiKeys_AreOneGroup(string parameters, string process, string expected)
    {
        var run = Run(parameters, "", process);

        string.Join(' ', ParameterCatalog.ApiKeys.Select(key => key.Variables[0]).Where(name => run.Variable(name) is not null))
            .ShouldBe(expected);
    }

    [Theory]
    [InlineData("{\"pythonLayerVersion\":7}", "DD_MACRO_PYTHON_LAYER_ARN=arn:own:1", "layer:Datadog-Python312:7")]
    [InlineData("{\"pythonLayerArn\":\"arn:own:1\"}", "DD_MACRO_PYTHON_LAYER_VERSION=7", "arn:own:1")]
    [InlineData("{\"layerVersion\":7}", "DD_MACRO_PYTHON_LAYER_ARN=arn:own:1", "layer:Datadog-Python312:7")]
    [InlineData("{\"layerVersion\":7}", "DD_MACRO_PYTHON_LAYER_VERSION=8", "layer:Datadog-Python312:7")]
    [InlineData("{\"pythonLayerVersion\":7}", "DD_MACRO_LAYER_VERSION=8", "layer:Datadog-Python312:7")]
    [InlineData("{\"nodeLayerVersion\":7}", "DD_MACRO_PYTHON_LAYER_ARN=arn:own:1", "arn:own:1")]
    public void ReadStack_VersionAndArnOfALayer_AreOneGroup(string parameters, string process, string expected) =>
        Run(parameters, "", process, "{}").Property("Layers")!.ShouldEndWith($"{expected}\"]");

    [Theory]
    [InlineData("{}", "DD_MACRO_EXTENSION_LAYER_VERSION=65", true)]
    [InlineData("{\"addExtension\":false}", "DD_MACRO_EXTENSION_LAYER_VERSION=65", false)]
    [InlineData("{\"addExtension\":\"False\",\"extensionLayerVersion\":65}", "", false)]
    [InlineData("{\"extensionLayerVersion\":65}", "DD_MACRO_ADD_EXTENSION=false", false)]
    [InlineData("{\"addExtension\":true,\"extensionLayerVersion\":65}", "DD_MACRO_ADD_EXTENSION=false", true)]
    [InlineData("{\"addExtension\":\"\",\"extensionLayerVersion\":65}", "DD_MACRO_ADD_EXTENSION=false", true)]
    [InlineData("{\"addExtension\":true}", "DD_MACRO_EXTENSION_LAYER_VERSION=65", true)]
    [InlineData("{\"extensionLayerArn\":\"arn:own:Extension:1\"}", "DD_MACRO_EXTENSION_LAYER_VERSION=65", true)]
    [InlineData("{\"extensionLayerVersion\":\"\"}", "DD_MACRO_EXTENSION_LAYER_VERSION=65", false)]
    [InlineData("{\"extensionLayerVersion\":65}", "DD_MACRO_FORWARDER_ARN=" + Forwarder, true)]
    [InlineData("{\"forwarderArn\":\"" + Forwarder + "\"}", "DD_MACRO_EXTENSION_LAYER_VERSION=65", false)]
    [InlineData("{\"forwarderArn\":\"" + Forwarder + "\"}", "DD_MACRO_ADD_EXTENSION=true DD_MACRO_EXTENSION_LAYER_ARN=arn:own:1", false)]
    [InlineData("{\"forwarderArn\":\"\"}", "DD_MACRO_EXTENSION_LAYER_VERSION=65", false)]
    public void ReadStack_ExtensionAndForwarder_AreOneGroup(string parameters, string process, bool hasExtension)
    {
        var run = Run(parameters, "", $"DD_API_KEY_SECRET_ARN=s {process}".Trim());

        run.Errors.ShouldBeEmpty();
        (run.Property("Layers")?.Contains("Extension", StringComparison.Ordinal) is true).ShouldBe(hasExtension);
        run.Variable("DD_FLUSH_TO_LOG").ShouldBe(hasExtension ? "\"false\"" : "\"true\"");
    }

    /// <summary>Without the extension, turning it off must not lose the logs too.</summary>
    [Theory]
    [InlineData("{}", "", true)]
    [InlineData("{\"addExtension\":false}", "", true)]
    [InlineData("{\"addExtension\":false,\"extensionLayerVersion\":65}", "", true)]
    [InlineData("{\"addExtension\":true,\"extensionLayerVersion\":65}", "", false)]
    [InlineData("{\"extensionLayerVersion\":65}", "", false)]
    [InlineData("{}", "\"addExtension\":false", true)]
    [InlineData("{}", "\"extensionLayerVersion\":65", false)]
    public void ReadStack_ExtensionNamedAboveTheForwarder_ReplacesItUnlessItIsOff(string parameters, string metadata, bool isForwarded)
    {
        var run = MacroRun.Of(
            "{\"Resources\":{\"F\":{\"Type\":\"AWS::Lambda::Function\",\"Metadata\":{\"Datadog\":{" + metadata + "}},"
                + "\"Properties\":{\"Runtime\":\"provided\"}}}}",
            parameters, process: [("DD_MACRO_FORWARDER_ARN", Forwarder), ("DD_API_KEY_SECRET_ARN", "s")]);

        run.Errors.ShouldBeEmpty();
        run.Fragment.GetProperty("Resources").TryGetProperty("FDatadogLogSubscription", out _).ShouldBe(isForwarded);
    }

    [Theory]
    [InlineData("{\"version\":1.20}")]
    [InlineData("{\"version\":\"1.20\"}")]
    public void ReadStack_VersionWithATrailingZero_KeepsItsSpelling(string version) =>
        MacroRun.OfFunction(
            """{"Runtime":"provided"}""", version[..^1] + ",\"extensionLayerVersion\":65,\"apiKeySecretArn\":\"s\"}")
            .Variable("DD_VERSION").ShouldBe("\"1.20\"");

    /// <summary>Else the second run would reject what the first has made.</summary>
    [Theory]
    [InlineData("""{"Fn::GetAtt":[{"a":1,"a":2},"Arn"]}""", "Fn::GetAtt[0]")]
    [InlineData("""[{"Fn::GetAtt":[{"a":1,"a":2},"Arn"]}]""", "[0].Fn::GetAtt[0]")]
    public void ReadStack_ExpressionWithAKeyTwice_IsRejectedAtOnce(string value, string place) =>
        MacroRun.Of(
            """{"Resources":{"F":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"provided"}}}}""", $$"""{"tags":{{value}}}""")
            .Codes.ShouldBe([$"DD106 params.tags{(place[0] == '[' ? "" : ".")}{place}"]);

    [Fact]
    public void ReadStack_EverythingWrong_IsReportedAtOnce()
    {
        var run = MacroRun.OfFunction("""{"Runtime":"python3.12","Handler":"h"}""",
            """
            {"pyhtonLayerVersion":7,"site":"nowhere","addLayers":"maybe","exclude":{},"extensionLayerVersion":65,"forwarderArn":"x",
              "llmObsEnabled":true,"gitData":"x"}
            """);

        run.Codes.Order().ShouldBe([
            "DD202 pyhtonLayerVersion", "DD203 addLayers", "DD203 exclude", "DD203 site", "DD210 addExtension", "DD211 forwarderArn",
            "DD213 llmObsEnabled", "DD216 forwarderArn", "DD218 gitData",
        ]);
    }

    [Fact]
    public void ReadStack_NameThatIsNearNone_GetsNoSuggestion() =>
        Run("{\"xyz\":1}", "", "").Errors.ShouldBe(["DD202 xyz: Unknown parameter xyz. See docs/parameters.md for all parameters."]);

    [Fact]
    public void ReadStack_WrongProcessDefault_IsNamedByItsVariable() =>
        Run("{}", "", "DD_MACRO_NODE_LAYER_VERSION=x").Codes.ShouldBe(["DD203 DD_MACRO_NODE_LAYER_VERSION"]);

    [Theory]
    [InlineData("\"x\"")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("false")]
    public void ReadStack_ParametersThatAreNoObject_IsAnError(string parameters) => Run(parameters, "", "").Codes.ShouldBe(["DD201"]);

    [Theory]
    [InlineData("{\"enableDatadogTracing\":true,\"enableDDTracing\":true}", "DD206 enableDDTracing")]
    [InlineData("{\"lambdaFips\":false,\"isFIPSEnabled\":false}", "DD206 isFIPSEnabled")]
    public void ReadStack_TwoSpellingsOfOneParameter_IsAnError(string parameters, string code) =>
        Run(parameters, "", "").Codes.ShouldBe([code]);

    [Fact]
    public void ReadStack_EnabledFalse_SilencesEverything() =>
        MacroRun.OfFunction("""{"Runtime":"python3.12"}""", """{"enabled":"false","nonsense":1}""").Text
            .ShouldBe("""{"Resources":{"F":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"python3.12"}}}}""");

    private static MacroRun Run(string parameters, string mapping, string process, string? properties = null)
    {
        (string, string)[] variables = [.. process.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2)).Select(pair => (pair[0], pair[1]))];
        var mappings = mapping.Length == 0 ? "" : ",\"Mappings\":{\"Datadog\":{\"Parameters\":{" + mapping + "}}}";
        var (runtime, layers) = properties is null
            ? ("python3.12", ",\"Metadata\":{\"Datadog\":{\"addLayers\":false}}")
            : ("python3.12", "");
        return MacroRun.Of("{\"Resources\":{\"F\":{\"Type\":\"AWS::Lambda::Function\"" + layers + ",\"Properties\":{\"Runtime\":\""
            + runtime + "\",\"Handler\":\"h\"}}}" + mappings + "}", parameters, process: variables);
    }
}
