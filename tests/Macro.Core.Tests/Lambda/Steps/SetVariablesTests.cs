using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Lambda.Steps;

public sealed class SetVariablesTests
{
    private const string Always =
        "\"DD_SITE\":\"datadoghq.com\",\"DD_FLUSH_TO_LOG\":\"true\",\"DD_ENHANCED_METRICS\":\"true\",\"DD_TRACE_ENABLED\":\"true\","
            + "\"DD_SERVERLESS_LOGS_ENABLED\":\"true\",\"DD_CAPTURE_LAMBDA_PAYLOAD\":\"false\"";

    private const string Merge = "\"DD_MERGE_XRAY_TRACES\":\"false\"";

    [Fact]
    public void Apply_NoParameters_SetsTheDefaultsAsStrings() =>
        Run("").Property("Environment").ShouldBe($$$"""{"Variables":{{{{Always}}},{{{Merge}}}}}""");

    [Theory]
    [InlineData("\"apiKeySecretArn\":\"arn:s\"", "DD_API_KEY_SECRET_ARN=arn:s")]
    [InlineData("\"apiKeySsmArn\":\"arn:p\"", "DD_API_KEY_SSM_ARN=arn:p")]
    [InlineData("\"apiKeySsmName\":\"/dd\"", "DD_API_KEY_SSM_NAME=/dd")]
    [InlineData("\"apiKMSKey\":\"enc\"", "DD_KMS_API_KEY=enc")]
    [InlineData("\"apiKmsKey\":\"enc\"", "DD_KMS_API_KEY=enc")]
    [InlineData("\"apiKey\":\"key\"", "DD_API_KEY=key")]
    [InlineData("\"site\":\"ap2.datadoghq.com\"", "DD_SITE=ap2.datadoghq.com")]
    [InlineData("\"logLevel\":\"debug\"", "DD_LOG_LEVEL=debug")]
    [InlineData("\"flushMetricsToLogs\":false", "DD_FLUSH_TO_LOG=false")]
    [InlineData(
        "\"flushMetricsToLogs\":true,\"extensionLayerVersion\":65,\"apiKeySecretArn\":\"s\"",
        "DD_FLUSH_TO_LOG=false DD_API_KEY_SECRET_ARN=s")]
    [InlineData("\"enableEnhancedMetrics\":false", "DD_ENHANCED_METRICS=false")]
    [InlineData("\"enableDDTracing\":\"FALSE\"", "DD_TRACE_ENABLED=false")]
    [InlineData("\"enableDatadogTracing\":false", "DD_TRACE_ENABLED=false")]
    [InlineData("\"enableDDLogs\":false", "DD_SERVERLESS_LOGS_ENABLED=false")]
    [InlineData("\"captureLambdaPayload\":true", "DD_CAPTURE_LAMBDA_PAYLOAD=true")]
    [InlineData(
        "\"captureCloudServicePayload\":true", "DD_TRACE_CLOUD_REQUEST_PAYLOAD_TAGGING=all DD_TRACE_CLOUD_RESPONSE_PAYLOAD_TAGGING=all")]
    [InlineData("\"captureCloudServicePayload\":false", "")]
    [InlineData("\"injectLogContext\":false", "DD_LOGS_INJECTION=false")]
    [InlineData(
        "\"injectLogContext\":true,\"extensionLayerVersion\":96,\"orgUuid\":\"o\"",
        "DD_FLUSH_TO_LOG=false DD_ORG_UUID=o DD_LOGS_INJECTION=false")]
    [InlineData("\"orgUuid\":\"o\"", "DD_ORG_UUID=o")]
    [InlineData("\"service\":\"shop\",\"env\":\"prod\"", "DD_SERVICE=shop DD_ENV=prod")]
    [InlineData("\"version\":1.20", "")]
    [InlineData(
        "\"version\":1.20,\"extensionLayerVersion\":65,\"apiKeySecretArn\":\"s\"",
        "DD_VERSION=1.20 DD_FLUSH_TO_LOG=false DD_API_KEY_SECRET_ARN=s")]
    [InlineData("\"tags\":[\"team:a\",\"x:1\"]", "DD_TAGS=team:a,x:1")]
    [InlineData("\"tags\":\"team:a, x:1\"", "DD_TAGS=team:a, x:1")]
    [InlineData(
        "\"enableColdStartTracing\":true,\"minColdStartTraceDuration\":0,\"coldStartTraceSkipLibs\":[\"a\",\"b\"]",
        "DD_COLD_START_TRACING=true DD_MIN_COLD_START_DURATION=0 DD_COLD_START_TRACE_SKIP_LIB=a,b")]
    [InlineData("\"enableProfiling\":true", "DD_PROFILING_ENABLED=true")]
    [InlineData(
        "\"encodeAuthorizerContext\":true,\"decodeAuthorizerContext\":false",
        "DD_ENCODE_AUTHORIZER_CONTEXT=true DD_DECODE_AUTHORIZER_CONTEXT=false")]
    [InlineData("\"apmFlushDeadline\":\"50\"", "DD_APM_FLUSH_DEADLINE_MILLISECONDS=50")]
    [InlineData(
        "\"llmObsEnabled\":true,\"llmObsMlApp\":\"a/b\",\"llmObsAgentlessEnabled\":false",
        "DD_LLMOBS_ENABLED=true DD_LLMOBS_ML_APP=a/b DD_LLMOBS_AGENTLESS_ENABLED=false")]
    [InlineData("\"lambdaFips\":false", "DD_LAMBDA_FIPS_MODE=false")]
    [InlineData("\"extraEnv\":[\"DD_X=a=b,c\",\"DD_Y=\"]", "DD_X=a=b,c DD_Y=")]
    [InlineData("\"extraEnv\":\"DD_X=a,DD_Y=b\"", "DD_X=a DD_Y=b")]
    [InlineData("\"extraEnv\":[\"DD_SITE=elsewhere\"],\"service\":\"shop\"", "DD_SITE=elsewhere DD_SERVICE=shop")]
    [InlineData("\"service\":{\"Ref\":\"AWS::StackName\"}", "DD_SERVICE={\"Ref\":\"AWS::StackName\"}")]
    [InlineData("\"apiKeySecretArn\":{\"Ref\":\"Secret\"}", "DD_API_KEY_SECRET_ARN={\"Ref\":\"Secret\"}")]
    public void Apply_Parameter_SetsItsVariables(string parameters, string expected)
    {
        var variables = Run(parameters).Properties().GetProperty("Environment").GetProperty("Variables").EnumerateObject()
            .Select(variable => $"{variable.Name}={TextOf(variable.Value)}");

        var usual = Run("").Properties()
            .GetProperty("Environment").GetProperty("Variables").EnumerateObject().Select(variable => $"{variable.Name}={variable.Value}");
        variables.Except(usual).ShouldBe(Split(expected), ignoreOrder: true);
    }

    [Theory]
    [InlineData("DD_SITE", "\"own\"")]
    [InlineData("DD_SITE", "7")]
    [InlineData("DD_SITE", "\"\"")]
    [InlineData("DD_SITE", """{"Ref":"Own"}""")]
    [InlineData("DD_TRACE_ENABLED", "false")]
    [InlineData("DD_FLUSH_TO_LOG", "\"own\"")]
    [InlineData("DD_MERGE_XRAY_TRACES", "\"own\"")]
    [InlineData("DD_LOG_LEVEL", "\"own\"")]
    [InlineData("DD_SERVICE", "\"own\"")]
    [InlineData("DD_TAGS", "\"own:1\"")]
    [InlineData("DD_X", "\"own\"")]
    [InlineData("AWS_LAMBDA_EXEC_WRAPPER", "\"/own\"")]
    public void Apply_VariableOfYourOwn_IsNeverOverwritten(string name, string value)
    {
        foreach (var environment in new[]
        {
            $$$"""{"Variables":{"{{{name}}}":{{{value}}}}}""",
            $$$"""{"Fn::If":["C",{"Variables":{"{{{name}}}":{{{value}}}}},{"Variables":{"{{{name}}}":{{{value}}}}}]}"""
        })
        {
            var run = MacroRun.OfFunction($$"""{"Runtime":"java21","Environment":{{environment}}}""",
                """
                {"javaLayerVersion":1,"site":"datadoghq.eu","logLevel":"debug","service":"shop","tags":"a:b","extraEnv":["DD_X=1"],
                  "enableXrayTracing":true,"extensionLayerVersion":65,"apiKeySecretArn":"s"}
                """);

            var variables = environment.StartsWith("{\"Fn", StringComparison.Ordinal)
                ? run.Properties().GetProperty("Environment").GetProperty("Fn::If")[2].GetProperty("Variables")
                : run.Properties().GetProperty("Environment").GetProperty("Variables");
            variables.GetProperty(name).GetRawText().ShouldBe(value);
            variables.EnumerateObject().Count(variable => variable.Name == name).ShouldBe(1);
        }
    }

    /// <summary>In the table, + stands for what is always added.</summary>
    [Theory]
    [InlineData("{}", """{"Variables":{+}}""")]
    [InlineData("""{"Ref":"AWS::NoValue"}""", """{"Variables":{+}}""")]
    [InlineData("""{"Variables":{}}""", """{"Variables":{+}}""")]
    [InlineData("""{"Variables":{"A":"1"}}""", """{"Variables":{"A":"1",+}}""")]
    [InlineData("""{"Variables":{"Ref":"AWS::NoValue"}}""", """{"Variables":{+}}""")]
    [InlineData(
        """{"Variables":{"Fn::If":["C",{"A":"1"},{"Ref":"AWS::NoValue"}]}}""", """{"Variables":{"Fn::If":["C",{"A":"1",+},{+}]}}""")]
    [InlineData(
        """{"Fn::If":["C",{"Variables":{"A":"1"}},{"Ref":"AWS::NoValue"}]}""",
        """{"Fn::If":["C",{"Variables":{"A":"1",+}},{"Variables":{+}}]}""")]
    [InlineData(
        """{"Fn::If":["C",{"Variables":{"Fn::If":["D",{"A":"1"},{}]}},{"Fn::If":["D",{},{"Variables":{}}]}]}""",
        """{"Fn::If":["C",{"Variables":{"Fn::If":["D",{"A":"1",+},{+}]}},{"Fn::If":["D",{"Variables":{+}},{"Variables":{+}}]}]}""")]
    public void Apply_EnvironmentOfAnyForm_IsEditedInEveryBranch(string environment, string expected)
    {
        var run = MacroRun.OfFunction($$"""{"Runtime":"provided","Environment":{{environment}}}""", "{}");

        run.Property("Environment").ShouldBe(expected.Replace("+", $"{Always},{Merge}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"own\"")]
    [InlineData("[]")]
    [InlineData("""{"Ref":"Own"}""")]
    [InlineData("""{"Variables":[]}""")]
    [InlineData("""{"Variables":{"Ref":"Own"}}""")]
    [InlineData("""{"Variables":{"Fn::If":["C",{}]}}""")]
    [InlineData("""{"Variables":{"Fn::If":["C",{},{"Fn::Transform":{}}]}}""")]
    [InlineData("""{"Fn::If":["C",{"Variables":{}},{"Ref":"Own"}]}""")]
    public void Apply_EnvironmentThatCannotBeAddedTo_FunctionIsLeftAlone(string environment)
    {
        var properties = $$"""{"Runtime":"python3.12","Handler":"h","Environment":{{environment}}}""";

        var run = MacroRun.OfFunction(properties, """{"layerVersion":1}""");

        run.Properties().GetRawText().ShouldBe(properties);
        run.Codes.ShouldBe(["DD313 F"]);
    }

    [Fact]
    public void Apply_SamGlobals_TheirVariablesCountAsTheFunctionsOwn()
    {
        var run = MacroRun.OfFunction("""{"Runtime":"provided"}""", """{"service":"shop"}""", type: "AWS::Serverless::Function",
            sections: ""","Globals":{"Function":{"Environment":{"Variables":{"DD_SERVICE":"global","DD_SITE":"global"}}}}""");

        run.Variable("DD_SERVICE").ShouldBeNull();
        run.Variable("DD_SITE").ShouldBeNull();
        run.Variable("DD_TRACE_ENABLED").ShouldBe("\"true\"");
        run.Fragment.GetProperty("Globals").GetRawText()
            .ShouldBe("""{"Function":{"Environment":{"Variables":{"DD_SERVICE":"global","DD_SITE":"global"}}}}""");
    }

    /// <summary>
    /// SAM takes a function's own value in place of an intrinsic function of Globals, so an addition would lose what that gives.
    /// </summary>
    [Theory]
    [InlineData("""{"Environment":{"Fn::If":["C",{"Variables":{"A":"1"}},{"Ref":"AWS::NoValue"}]}}""", "Environment")]
    [InlineData("""{"Environment":{"Variables":{"Fn::If":["C",{"A":"1"},{}]}}}""", "Environment")]
    [InlineData("""{"Tags":{"Fn::If":["C",{"A":"1"},{}]}}""", "Tags")]
    [InlineData("""{"Layers":{"Ref":"List"}}""", "Layers")]
    public void Apply_SamGlobalsThatAreExpressions_FunctionIsLeftAlone(string globals, string name)
    {
        var run = MacroRun.OfFunction(
            """{"Runtime":"provided"}""",
            "{}",
            type: "AWS::Serverless::Function",
            sections: $$$""","Globals":{"Function":{{{globals}}}}""");

        run.Properties().GetRawText().ShouldBe("""{"Runtime":"provided"}""");
        run.Codes.ShouldBe(["DD313 F"]);
        run.Warnings[0].ShouldContain(name);
    }

    private static MacroRun Run(string parameters) => MacroRun.OfFunction("""{"Runtime":"provided.al2023"}""", $$"""{{{parameters}}}""");

    private static string? TextOf(System.Text.Json.JsonElement value) =>
        value.ValueKind == System.Text.Json.JsonValueKind.String ? value.GetString() : value.GetRawText();

    private static string[] Split(string variables) =>
        [.. System.Text.RegularExpressions.Regex.Split(variables, " (?=DD_)").Where(variable => variable.Length > 0)];
}
