using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Lambda.Steps;

public sealed class RedirectHandlerTests
{
    private const string Versions =
        "\"pythonLayerVersion\":1,\"nodeLayerVersion\":1,\"javaLayerVersion\":1,\"dotnetLayerVersion\":1,\"rubyLayerVersion\":1";
    private const string Extension = ",\"extensionLayerVersion\":65,\"apiKeySecretArn\":\"s\"";
    private const string Python = "\"datadog_lambda.handler.handler\"";
    private const string NodeLayer = "\"/opt/nodejs/node_modules/datadog-lambda-js/handler.handler\"";
    private const string NodePackage = "\"node_modules/datadog-lambda-js/dist/handler.handler\"";
    private const string Wrapper = "\"/opt/datadog_wrapper\"";

    [Theory]
    [InlineData("python3.12", "", Python, null)]
    [InlineData("python3.12", ",\"addLayers\":false", Python, null)]
    [InlineData("python2.7", Extension, Python, null)]
    [InlineData("nodejs22.x", "", NodeLayer, null)]
    [InlineData("nodejs22.x", Extension, NodeLayer, null)]
    [InlineData("nodejs22.x", ",\"addLayers\":false", NodePackage, null)]
    [InlineData("nodejs22.x", ",\"customHandler\":\"own.redirect\"", "\"own.redirect\"", null)]
    [InlineData("python3.12", ",\"customHandler\":\"own.redirect\",\"addLayers\":false", "\"own.redirect\"", null)]
    [InlineData("python3.12", ",\"customHandler\":\"own.redirect\",\"redirectHandlers\":false", null, null)]
    [InlineData("java21", Extension + ",\"customHandler\":\"own.redirect\"", null, Wrapper)]
    [InlineData("ruby3.3", ",\"customHandler\":\"own.redirect\"", null, null)]
    [InlineData("java21", "", null, null)]
    [InlineData("java21", Extension, null, Wrapper)]
    [InlineData("dotnet8", "", null, null)]
    [InlineData("dotnet8", Extension, null, Wrapper)]
    [InlineData("dotnet8", Extension + ",\"addLayers\":false", null, Wrapper)]
    [InlineData("ruby3.3", Extension, null, null)]
    [InlineData("provided.al2023", Extension, null, null)]
    [InlineData("go1.x", Extension, null, null)]
    [InlineData("python3.12", ",\"redirectHandlers\":false", null, null)]
    [InlineData("nodejs22.x", ",\"redirectHandler\":\"False\"", null, null)]
    [InlineData("java21", Extension + ",\"redirectHandlers\":false", null, null)]
    public void Apply_EachRuntime_RedirectsHandlerOrSetsWrapper(string runtime, string parameters, string? handler, string? wrapper)
    {
        var run = MacroRun.OfFunction($$"""{"Runtime":"{{runtime}}","Handler":"app.run"}""", $$"""{{{Versions}}{{parameters}}}""");

        run.Property("Handler").ShouldBe(handler ?? "\"app.run\"");
        run.Variable("DD_LAMBDA_HANDLER").ShouldBe(handler is null ? null : "\"app.run\"");
        run.Variable("AWS_LAMBDA_EXEC_WRAPPER").ShouldBe(wrapper);
        run.Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Python)]
    [InlineData(NodeLayer)]
    [InlineData(NodePackage)]
    [InlineData("""{"Fn::Sub":"datadog_lambda.handler.handler"}""")]
    [InlineData("""{"Ref":"Redirected"}""")]
    public void Apply_HandlerThatIsRedirected_ChangesNothing(string handler)
    {
        foreach (var variables in new[] { "{}", """{"DD_LAMBDA_HANDLER":"app.run"}""" })
        {
            var run = MacroRun.OfFunction(
                $$$"""{"Runtime":"python3.12","Handler":{{{handler}}},"Environment":{"Variables":{{{variables}}}}}""",
                $$"""{{{Versions}}}""",
                sections: ""","Parameters":{"Redirected":{"Type":"String","Default":"datadog_lambda.handler.handler"}}""");

            run.Property("Handler").ShouldBe(handler);
            run.Variable("DD_LAMBDA_HANDLER").ShouldBe(variables == "{}" ? null : "\"app.run\"");
            run.Warnings.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("""{"Ref":"Handler"}""")]
    [InlineData("""{"Fn::Sub":"${Module}.run"}""")]
    [InlineData("""{"Fn::If":["C","a.run","b.run"]}""")]
    public void Apply_HandlerThatIsAnExpression_TravelsAsItIs(string handler)
    {
        var run = MacroRun.OfFunction($$"""{"Runtime":"python3.12","Handler":{{handler}}}""", $$"""{{{Versions}}}""");

        run.Property("Handler").ShouldBe(Python);
        run.Variable("DD_LAMBDA_HANDLER").ShouldBe(handler);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","Handler":{"Ref":"AWS::NoValue"}""")]
    public void Apply_NoHandler_WarnsAndDoesNotRedirect(string handler)
    {
        var run = MacroRun.OfFunction($$"""{"Runtime":"python3.12"{{handler}}}""", $$"""{{{Versions}}}""");

        run.Codes.ShouldBe(["DD317 F"]);
        run.Property("Handler").ShouldBe(handler.Length == 0 ? null : """{"Ref":"AWS::NoValue"}""");
        run.Variable("DD_LAMBDA_HANDLER").ShouldBeNull();
    }

    [Theory]
    [InlineData("\"other.run\"", true)]
    [InlineData("""{"Ref":"X"}""", true)]
    [InlineData("\"app.run\"", false)]
    [InlineData("\"app\\u002erun\"", false)]
    public void Apply_OtherValueInDdLambdaHandler_IsReplacedWithAWarning(string value, bool warns)
    {
        var run = MacroRun.OfFunction(
            $$$$"""{"Runtime":"python3.12","Handler":"app.run","Environment":{"Variables":{"DD_LAMBDA_HANDLER":{{{{value}}}}}}}""",
            $$"""{{{Versions}}}""");

        run.Property("Handler").ShouldBe(Python);
        run.Properties().GetProperty("Environment").GetProperty("Variables").GetProperty("DD_LAMBDA_HANDLER").GetString()
            .ShouldBe("app.run");
        run.Codes.ShouldBe(warns ? ["DD318 F"] : []);
    }

    /// <summary>The warning's cause is gone in the second run, and yet the report must be the same, order included.</summary>
    [Fact]
    public void Apply_ReplacedVariablesBesideOtherWarnings_AreReportedTheSameTwice()
    {
        const string Function =
            """
            {"Type":"AWS::Lambda::Function",
              "Properties":{"Runtime":"python3.12","Handler":"app.run","Role":"arn:r",
              "Environment":{"Variables":{"DD_LAMBDA_HANDLER":"other"}}}}
            """;

        var run = MacroRun.Of(
            $$$$"""{"Resources":{"B":{{{{Function}}}},"A":{{{{Function}}}},"F":{"Type":"AWS::Lambda::Function","Properties":{} } } }""",
            $$"""{{{Versions}},"enableXrayTracing":true}""");

        run.Codes.ShouldBe(["DD311 F", "DD320 B", "DD320 A", "DD318 B", "DD318 A"]);
    }

    [Theory]
    [InlineData("\"/own\"", true)]
    [InlineData("""{"Ref":"X"}""", true)]
    [InlineData(Wrapper, false)]
    public void Apply_WrapperOfYourOwn_IsKept(string value, bool warns)
    {
        var run = MacroRun.OfFunction(
            $$$$"""{"Runtime":"java21","Environment":{"Variables":{"AWS_LAMBDA_EXEC_WRAPPER":{{{{value}}}}}}}""",
            $$"""{{{Versions}}{{Extension}}}""");

        run.Variable("AWS_LAMBDA_EXEC_WRAPPER").ShouldBe(value);
        run.Codes.ShouldBe(warns ? ["DD319 F"] : []);
    }

    [Theory]
    [InlineData("python3.12", """{"Fn::If":["C",{"DD_LAMBDA_HANDLER":"other.run"},{}]}""", "DD318 F")]
    [InlineData("python3.12", """{"Fn::If":["C",{"DD_LAMBDA_HANDLER":"app.run"},{}]}""", "")]
    [InlineData("java21", """{"Fn::If":["C",{"AWS_LAMBDA_EXEC_WRAPPER":"/own"},{}]}""", "DD319 F")]
    [InlineData("java21", """{"Fn::If":["C",{"AWS_LAMBDA_EXEC_WRAPPER":"/opt/datadog_wrapper"},{}]}""", "")]
    public void Apply_OwnValueInOneBranch_IsWarnedOf(string runtime, string variables, string codes)
    {
        var run = MacroRun.OfFunction(
            "{\"Runtime\":\"" + runtime + "\",\"Handler\":\"app.run\",\"Environment\":{\"Variables\":" + variables + "}}",
            $$"""{{{Versions}}{{Extension}}}""");

        string.Join(',', run.Codes).ShouldBe(codes);
    }

    [Fact]
    public void Apply_HandlerBesideThatOfSamGlobals_IsTheFunctionsOwn() =>
        MacroRun.OfFunction("""{"Runtime":"nodejs22.x","Handler":"own.run"}""", $$"""{{{Versions}}}""", type: "AWS::Serverless::Function",
            sections: ""","Globals":{"Function":{"Handler":"app.run"}}""").Variable("DD_LAMBDA_HANDLER").ShouldBe("\"own.run\"");

    [Fact]
    public void Apply_SamGlobals_HandlerIsInherited()
    {
        var run = MacroRun.OfFunction("""{"Runtime":"nodejs22.x"}""", $$"""{{{Versions}}}""", type: "AWS::Serverless::Function",
            sections: ""","Globals":{"Function":{"Handler":"app.run"}}""");

        run.Property("Handler").ShouldBe(NodeLayer);
        run.Variable("DD_LAMBDA_HANDLER").ShouldBe("\"app.run\"");
    }
}
