using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Lambda;

/// <summary>Durable functions, managed instances, tenants, SnapStart, and the layer versions that features need.</summary>
public sealed class FeatureTests
{
    private const string Key = "\"apiKeySsmArn\":\"p\"";
    private const string Durable = "\"DurableConfig\":{\"ExecutionTimeout\":60}";
    private const string Buffer = "DD_LAMBDA_DURABLE_FUNCTION_LOG_BUFFER_SIZE";

    private static MacroRun Run(
        string properties, string parameters, string runtime = "python3.13", string type = "AWS::Lambda::Function") =>
        MacroRun.OfFunction($$"""{"Runtime":"{{runtime}}","Handler":"app.run",{{properties}}}""", $$"""{{{parameters}}}""", type: type);

    [Theory]
    [InlineData("python3.13", "\"addExtension\":true," + Key, true, "DD336 F")]
    [InlineData("nodejs22.x", "\"extensionLayerVersion\":99," + Key, true, "DD336 F")]
    [InlineData("nodejs22.x", "\"extensionLayerVersion\":98," + Key, false, "DD333 F,DD336 F")]
    [InlineData("nodejs22.x", "\"extensionLayerVersion\":99,\"nodeLayerVersion\":141," + Key, true, "DD333 F,DD336 F")]
    [InlineData("nodejs22.x", "\"extensionLayerVersion\":99,\"nodeLayerVersion\":142," + Key, true, "DD336 F")]
    [InlineData("python3.13", "\"pythonLayerVersion\":126", false, "DD333 F,DD336 F")]
    [InlineData("python3.13", "\"pythonLayerVersion\":127", false, "DD336 F")]
    [InlineData("python3.13", "\"pythonLayerVersion\":1,\"layersAccountId\":\"111122223333\"", false, "DD336 F")]
    [InlineData("python3.13", "\"addLayers\":false", false, "DD336 F")]
    [InlineData("java21", "", false, "DD336 F")]
    public void Run_DurableFunction_GetsTheBufferAndItsWarnings(string runtime, string parameters, bool hasBuffer, string codes)
    {
        var run = Run(Durable, parameters, runtime);

        run.Variable(Buffer).ShouldBe(hasBuffer ? "\"5\"" : null);
        run.Codes.Order().ShouldBe(codes.Split(','));
        run.Property("DurableConfig").ShouldBe("{\"ExecutionTimeout\":60}");
    }

    [Fact]
    public void Run_DurableFunctionWithAVersion_IsWarnedOfItsVersionOnly()
    {
        const string Version = ",\"V\":{\"Type\":\"AWS::Lambda::Version\",\"Properties\":{\"FunctionName\":{\"Ref\":\"F\"}}}";
        const string Outputs = ",\"Outputs\":{\"V\":{\"Value\":{\"Ref\":\"V\"}}}";

        MacroRun.OfFunction($$"""{"Runtime":"provided",{{Durable}}}""", "{}", Version, Outputs).Codes.ShouldBe(["DD315 F"]);
        MacroRun.OfFunction($$"""{"Runtime":"provided",{{Durable}}}""", """{"republishVersions":true}""", Version, Outputs).Codes
            .ShouldBeEmpty();
        Run(Durable + ",\"AutoPublishAlias\":\"live\"", "\"republishVersions\":true", type: "AWS::Serverless::Function").Codes
            .ShouldBeEmpty();
        Run("\"DurableConfig\":{\"Ref\":\"AWS::NoValue\"}", "").Codes.ShouldBeEmpty();
    }

    [Fact]
    public void Run_BufferOfTheUser_IsKept() =>
        Run($$"""{{Durable}},"Environment":{"Variables":{"{{Buffer}}":"9"} }""", "\"addExtension\":true," + Key)
            .Variable(Buffer).ShouldBe("\"9\"");

    /// <summary>What each feature needs; the pinned versions have it all.</summary>
    [Theory]
    [InlineData("\"CapacityProviderConfig\":{}", "\"extensionLayerVersion\":89," + Key, true)]
    [InlineData("\"CapacityProviderConfig\":{}", "\"extensionLayerVersion\":90," + Key, false)]
    [InlineData("\"CapacityProviderConfig\":{}", "", false)]
    [InlineData("\"TenancyConfig\":{\"TenantIsolationMode\":\"PER_TENANT\"}", "\"extensionLayerVersion\":65," + Key, false)]
    [InlineData("\"SnapStart\":{\"ApplyOn\":\"PublishedVersions\"}", "\"extensionLayerVersion\":65," + Key, false)]
    [InlineData("\"Timeout\":3", "\"extensionLayerVersion\":95,\"orgUuid\":\"u\"", true)]
    [InlineData("\"Timeout\":3", "\"extensionLayerVersion\":96,\"orgUuid\":\"u\"", false)]
    [InlineData("\"Timeout\":3", "\"extensionLayerArn\":\"arn:aws:lambda:us-east-1:111122223333:layer:x:1\",\"orgUuid\":\"u\"", false)]
    [InlineData(
        "\"Timeout\":3",
        "\"extensionLayerArn\":\"arn:aws:lambda:us-east-1:464622532012:layer:Datadog-Extension:95\",\"orgUuid\":\"u\"",
        true)]
    [InlineData("\"Timeout\":3", "\"addExtension\":true,\"orgUuid\":\"u\"", false)]
    [InlineData("\"Timeout\":3", "\"pythonLayerVersion\":113,\"appSecMode\":\"tracer\"", true)]
    [InlineData("\"Timeout\":3", "\"pythonLayerVersion\":114,\"appSecMode\":\"tracer\"", false)]
    public void Run_FeatureWithAMinimumVersion_IsInstrumentedAndChecked(string properties, string parameters, bool warns)
    {
        var run = Run(properties, parameters);

        run.Codes.ShouldBe(warns ? ["DD333 F"] : []);
        run.Property("Handler").ShouldBe("\"datadog_lambda.handler.handler\"");
        run.Instrumented.ShouldBe(["F"]);
    }
}
