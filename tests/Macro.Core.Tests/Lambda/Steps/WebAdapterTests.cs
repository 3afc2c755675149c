using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Lambda.Steps;

public sealed class WebAdapterTests
{
    private const string Extension = """{"addExtension":true,"apiKeySsmArn":"arn:p"}""";
    private const string Proxy = "AWS_LWA_LAMBDA_RUNTIME_API_PROXY";
    private const string Layer = "arn:aws:lambda:us-east-1:753240598075:layer:LambdaAdapterLayerX86:25";

    private static string Wrapper(string value) =>
        ",\"Environment\":{\"Variables\":{\"AWS_LAMBDA_EXEC_WRAPPER\":" + value + "}}";

    /// <summary>The properties, the code of the warning (or none), and whether the adapter's variables are set.</summary>
    public static TheoryData<string, string, string?, bool> Starts => new()
    {
        { "\"run.sh\"", Wrapper("\"/opt/bootstrap\""), null, true },
        { "\"app.run\"", Wrapper("\"/opt/bootstrap\""), null, true },
        { "\"app.run\"", Wrapper("{\"Ref\":\"Adapter\"}"), null, true },
        { "\"app.run\"", Wrapper("{\"Fn::If\":[\"C\",\"/opt/bootstrap\",{\"Ref\":\"AWS::NoValue\"}]}"), null, true },
        { "\"app.run\"", Wrapper("{\"Fn::If\":[\"C\",\"/opt/bootstrap\",\"/own\"]}"), "DD330", false },
        { "\"run.sh\"", $",\"Layers\":[\"{Layer}\"]", null, true },
        {
            "\"app.run\"",
            ",\"Layers\":[{\"Fn::Sub\":\"arn:aws:lambda:${AWS::Region}:753240598075:layer:LambdaAdapterLayerArm64:25\"}]",
            null,
            true
        },
        { "\"run.sh\"", "", "DD331", false },
        { "\"node server.js\"", "", "DD331", false },
        { "{\"Fn::If\":[\"C\",\"run.sh\",\"app.run\"]}", "", "DD331", false },
        { "\"app.run\"", Wrapper("\"/opt/own\""), "DD330", false },
        { "\"run.sh\"", Wrapper("\"/opt/own\""), "DD330", false },
        { "\"app.run\"", Wrapper("{\"Ref\":\"Unknown\"}"), "DD330", false },
        {
            "\"app.run\"",
            ",\"Environment\":{\"Variables\":{\"Fn::If\":[\"C\",{\"AWS_LAMBDA_EXEC_WRAPPER\":\"/own\"},{}]}}",
            "DD330",
            false
        },
    };

    [Theory]
    [MemberData(nameof(Starts))]
    public void Apply_FunctionThatTheRuntimeDoesNotStart_IsNotRedirected(string handler, string more, string? code, bool hasAdapter)
    {
        foreach (var runtime in new[] { "python3.13", "nodejs22.x" })
        {
            var run = MacroRun.OfFunction($$"""{"Runtime":"{{runtime}}","Handler":{{handler}}{{more}}}""", Extension,
                sections: ""","Parameters":{"Adapter":{"Type":"String","Default":"/opt/bootstrap"},"Unknown":{"Type":"String"}}""");

            run.Property("Handler").ShouldBe(handler);
            run.Variable("DD_LAMBDA_HANDLER").ShouldBeNull();
            run.Codes.ShouldBe(code is null ? [] : [$"{code} F"]);
            run.Variable(Proxy).ShouldBe(hasAdapter ? "\"127.0.0.1:9002\"" : null);
            run.Variable("DD_TRACE_PARTIAL_FLUSH_MIN_SPANS").ShouldBe(hasAdapter ? "\"1\"" : null);
            run.Variable("DD_TRACE_PARTIAL_FLUSH_ENABLED").ShouldBe(hasAdapter ? "\"false\"" : null);
            run.Property("Layers")!.ShouldContain("Datadog-Extension");
        }
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"/opt/datadog_wrapper\"")]
    [InlineData("{\"Ref\":\"AWS::NoValue\"}")]
    public void Apply_WrapperThatIsNotTheUsers_DoesNotStopTheRedirection(string wrapper) =>
        MacroRun.OfFunction($$"""{"Runtime":"python3.13","Handler":"app.run"{{Wrapper(wrapper)}}}""", Extension)
            .Property("Handler").ShouldBe("\"datadog_lambda.handler.handler\"");

    /// <summary>Nothing would listen at the address, and the function would receive no event.</summary>
    [Theory]
    [InlineData("{}", "DD332 F")]
    [InlineData("""{"extensionLayerVersion":76,"apiKeySsmArn":"arn:p"}""", "DD333 F")]
    public void Apply_WithoutAnExtensionThatListens_SetsNoProxyAndSaysSo(string parameters, string code)
    {
        var run = MacroRun.OfFunction($$"""{"Runtime":"python3.13","Handler":"run.sh"{{Wrapper("\"/opt/bootstrap\"")}}}""", parameters);

        run.Codes.ShouldBe([code]);
        run.Variable(Proxy).ShouldBeNull();
    }

    [Theory]
    [InlineData(""","extensionLayerVersion":77""")]
    [InlineData(""","extensionLayerArn":"arn:aws:lambda:us-east-1:111122223333:layer:mine:1" """)]
    [InlineData(""","extensionLayerVersion":1,"layersAccountId":"111122223333","addLayers":false""")]
    public void Apply_VersionNewEnoughOrUnknown_SetsTheProxy(string version) =>
        MacroRun.OfFunction(
                $$"""{"Runtime":"python3.13","Handler":"run.sh"{{Wrapper("\"/opt/bootstrap\"")}}}""",
                $$"""{"apiKeySsmArn":"arn:p"{{version}}}""")
            .Variable(Proxy).ShouldNotBeNull();

    [Fact]
    public void Apply_UsersOwnProxy_IsKept() =>
        MacroRun.OfFunction(
                $$$"""
                {"Runtime":"python3.13","Handler":"run.sh","Layers":["{{{Layer}}}"],"Environment":{"Variables":{"{{{Proxy}}}":"own"} } }
                """,
                Extension)
            .Variable(Proxy).ShouldBe("\"own\"");

    [Fact]
    public void Apply_HandlersNotRedirected_SetsNothing()
    {
        var run = MacroRun.OfFunction(
            $$"""{"Runtime":"python3.13","Handler":"run.sh"{{Wrapper("\"/opt/bootstrap\"")}}}""",
            """{"addExtension":true,"apiKeySsmArn":"arn:p","redirectHandlers":false}""");

        run.Variable(Proxy).ShouldBeNull();
        run.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Apply_LayerOfGlobals_IsTheAdapterToo() =>
        MacroRun.OfFunction(
                """{"Runtime":"nodejs22.x","Handler":"run.sh"}""", Extension, type: "AWS::Serverless::Function",
                sections: $$$""","Globals":{"Function":{"Layers":["{{{Layer}}}"]}}""")
            .Variable(Proxy).ShouldNotBeNull();

    [Fact]
    public void Apply_AppSecWithTheAdapter_DoesNotSetDatadogsWrapper()
    {
        var run = MacroRun.OfFunction(
            $$"""{"Runtime":"nodejs22.x","Handler":"run.sh","Layers":["{{Layer}}"]}""",
            """{"addExtension":true,"apiKeySsmArn":"arn:p","appSecMode":"on"}""");

        run.Variable("AWS_LAMBDA_EXEC_WRAPPER").ShouldBeNull();
        run.Codes.ShouldBe(["DD319 F"]);
    }

    [Theory]
    [InlineData("""["node","server.js"]""", "DD331 F")]
    [InlineData("""["app.run"]""", null)]
    public void Apply_CommandOfAnImage_IsRedirectedIfItIsAHandler(string command, string? code)
    {
        var run = MacroRun.OfFunction(
            $$$"""{"PackageType":"Image","ImageConfig":{"Command":{{{command}}}}}""", """{"containerImages":"node"}""");

        run.Codes.ShouldBe(code is null ? [] : [code]);
        if (code is not null) run.Property("ImageConfig.Command").ShouldBe(command);
    }
}
