using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Lambda;

public sealed class ContainerImageTests
{
    private const string Python = "datadog_lambda.handler.handler";
    private const string Node = "node_modules/datadog-lambda-js/dist/handler.handler";
    private const string Extension = "\"extensionLayerVersion\":65,\"apiKMSKey\":\"s\"";
    private const string Forwarder = "\"forwarderArn\":\"arn:aws:lambda:us-east-1:123456789012:function:forwarder\"";

    private static MacroRun Run(
        string parameters, string more = """,{"Command":["app.run"]}""", string type = "AWS::Lambda::Function", string metadata = "")
    {
        var imageConfig = more.Length > 0 ? $",\"ImageConfig\":{more[1..]}" : "";
        var function = $$$"""{"Type":"{{{type}}}"{{{metadata}}},"Properties":{"PackageType":"Image"{{{imageConfig}}}}}""";
        return MacroRun.Of($$"""{"Resources":{"F":{{function}}},"Parameters":{"Command":{"Type":"CommaDelimitedList"} } }""", parameters);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"containerImages":"skip"}""")]
    [InlineData("{" + Extension + ",\"pythonLayerVersion\":1}")]
    public void Run_ImageByDefault_IsLeftAlone(string parameters)
    {
        var run = Run(parameters);

        run.Instrumented.ShouldBeEmpty();
        run.Properties().GetRawText().ShouldBe("""{"PackageType":"Image","ImageConfig":{"Command":["app.run"]}}""");
    }

    [Theory]
    [InlineData("AWS::Lambda::Function", "python", Python)]
    [InlineData("AWS::Lambda::Function", "node", Node)]
    [InlineData("AWS::Serverless::Function", "python", Python)]
    public void Run_Image_GetsVariablesTagsAndHandlerButNoLayers(string type, string language, string handler)
    {
        var run = Run(
            $$"""{"containerImages":"{{language}}","pythonLayerVersion":1,"nodeLayerVersion":1,"service":"shop",{{Extension}}}""",
            type: type);

        run.Warnings.ShouldBeEmpty();
        run.Property("ImageConfig.Command").ShouldBe($"[\"{handler}\"]");
        run.Variable("DD_LAMBDA_HANDLER").ShouldBe("\"app.run\"");
        run.Variable("DD_SERVICE").ShouldBe("\"shop\"");
        run.Variable("DD_FLUSH_TO_LOG").ShouldBe("\"true\"", "there is no extension beside an image");
        run.Property("Layers").ShouldBeNull();
        run.Property("Handler").ShouldBeNull();
        run.Property("Tags").ShouldNotBeNull().ShouldContain("dd_sls_macro");
    }

    [Theory]
    [InlineData("java", false, null)]
    [InlineData("java", true, "\"/opt/datadog_wrapper\"")]
    [InlineData("dotnet", false, null)]
    [InlineData("dotnet", true, "\"/opt/datadog_wrapper\"")]
    [InlineData("ruby", true, null)]
    [InlineData("other", false, null)]
    [InlineData("other", true, null)]
    public void Run_ImageOfAnotherLanguage_IsNotRedirected(string language, bool hasExtension, string? wrapper)
    {
        var extension = hasExtension ? ",\"imageHasExtension\":true" : "";

        var run = Run($$"""{"containerImages":"{{language}}"{{extension}},"apiKeySsmArn":"s","version":"7"}""");

        run.Warnings.ShouldBeEmpty();
        run.Property("ImageConfig.Command").ShouldBe("[\"app.run\"]");
        run.Variable("AWS_LAMBDA_EXEC_WRAPPER").ShouldBe(wrapper);
        run.Variable("DD_LAMBDA_HANDLER").ShouldBeNull();
        run.Variable("DD_FLUSH_TO_LOG").ShouldBe(hasExtension ? "\"false\"" : "\"true\"");
        run.Variable("DD_VERSION").ShouldBe(hasExtension ? "\"7\"" : null);
        run.Property("Layers").ShouldBeNull();
        run.Property("Tags").ShouldNotBeNull().ShouldContain("dd_sls_macro");
    }

    [Fact]
    public void Run_ImageWithTheExtension_IsNotForwardedAndNeedsAnApiKey()
    {
        Run("{\"containerImages\":\"java\",\"imageHasExtension\":true,\"apiKeySsmArn\":\"s\"," + Forwarder + "}")
            .Fragment.GetProperty("Resources").TryGetProperty("FDatadogLogSubscription", out _).ShouldBeFalse();
        Run("""{"containerImages":"java","imageHasExtension":true}""").Codes.ShouldContain(code => code.StartsWith("DD210"));
    }

    [Fact]
    public void Run_ImageWithForwarder_GetsItsTagsAndSubscription()
    {
        var run = Run("{\"containerImages\":\"python\",\"service\":\"shop\"," + Forwarder + "}");

        run.Property("Tags").ShouldNotBeNull().ShouldContain("""{"Key":"service","Value":"shop"}""");
        run.Resource("FDatadogLogSubscription").GetProperty("Type").GetString().ShouldBe("AWS::Logs::SubscriptionFilter");
    }

    [Fact]
    public void Run_ImageByItsOwnMetadata_IsInstrumented() =>
        Run("{}", metadata: ""","Metadata":{"Datadog":{"containerImages":"node"}}""").Property("ImageConfig.Command")
            .ShouldBe($"[\"{Node}\"]");

    [Fact]
    public void Run_ImageSkippedByItsOwnMetadata_IsLeftAlone() =>
        Run("""{"containerImages":"python"}""", metadata: ""","Metadata":{"Datadog":{"containerImages":"skip"}}""").Instrumented
            .ShouldBeEmpty();

    [Theory]
    [InlineData("""["app.run","--flag"]""", "[+,\"--flag\"]", "\"app.run\"")]
    [InlineData("""[{"Ref":"X"}]""", "[+]", """{"Ref":"X"}""")]
    [InlineData("""{"Ref":"Command"}""", "[+]", """{"Fn::Select":["0",{"Ref":"Command"}]}""")]
    [InlineData("""{"Fn::If":["C",["a"],["b"]]}""", "[+]", """{"Fn::Select":["0",{"Fn::If":["C",["a"],["b"]]}]}""")]
    public void Run_CommandOfAnyForm_IsRedirected(string command, string expected, string handler)
    {
        var run = Run("""{"containerImages":"python"}""", $$""",{"WorkingDirectory":"/app","Command":{{command}}}""");

        run.Property("ImageConfig.Command").ShouldBe(expected.Replace("+", $"\"{Python}\"", StringComparison.Ordinal));
        run.Property("ImageConfig.WorkingDirectory").ShouldBe("\"/app\"");
        run.Variable("DD_LAMBDA_HANDLER").ShouldBe(handler);
        run.Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData(",{}")]
    [InlineData(""",{"Command":[]}""")]
    [InlineData(""",{"Command":{"Ref":"AWS::NoValue"}}""")]
    [InlineData(""",{"Command":{"Fn::If":["C",["a"],{"Ref":"AWS::NoValue"}]}}""")]
    [InlineData(""",{"Command":"app.run"}""")]
    [InlineData(""",{"Ref":"AWS::NoValue"}""")]
    public void Run_NoCommand_WarnsAndDoesNotRedirect(string imageConfig)
    {
        var run = Run("""{"containerImages":"python"}""", imageConfig);

        run.Codes.ShouldBe(["DD322 F"]);
        run.Property("ImageConfig").ShouldBe(imageConfig.Length == 0 ? null : imageConfig[1..]);
        run.Variable("DD_LAMBDA_HANDLER").ShouldBeNull();
        run.Variable("DD_SITE").ShouldNotBeNull();
    }

    [Fact]
    public void Run_RedirectedAlready_ChangesNothing()
    {
        var run = Run("""{"containerImages":"python"}""", $$""",{"Command":["{{Python}}"]}""");

        run.Property("ImageConfig.Command").ShouldBe($"[\"{Python}\"]");
        run.Variable("DD_LAMBDA_HANDLER").ShouldBeNull();
        run.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Run_HandlersNotRedirected_CommandStays() =>
        Run("""{"containerImages":"node","redirectHandlers":false}""").Property("ImageConfig.Command").ShouldBe("""["app.run"]""");

    [Fact]
    public void Runtime_Image_IsCalledByWhatItIsTakenFor() =>
        MacroRun.OfFunction(
                """{"PackageType":"Image","ImageConfig":{"Command":["app.run"]}}""",
                """{"containerImages":"node","appSecMode":"tracer"}""")
            .Errors.ShouldHaveSingleItem().ShouldContain("the runtime of this function is nodejs in a container image.");
}
