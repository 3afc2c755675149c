using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Lambda.Steps;

public sealed class SetAppSecTests
{
    private const string Extension = ",\"extensionLayerVersion\":65,\"apiKeySecretArn\":\"s\"";

    /// <summary>What is expected: tracer, extension, none, or the code of an error.</summary>
    [Theory]
    [InlineData("off", "python3.12", Extension, "none")]
    [InlineData("on", "python3.12", Extension, "tracer")]
    [InlineData("on", "python3.12", "", "tracer")]
    [InlineData("on", "python3.12", ",\"pythonLayerVersion\":\"\"", "tracer")]
    [InlineData("on", "python3.12", Extension + ",\"pythonLayerVersion\":113", "extension")]
    [InlineData("on", "python3.12", ",\"pythonLayerVersion\":113", "DD305")]
    [InlineData("on", "python3.12", Extension + ",\"pythonLayerArn\":\"arn:l:114\"", "tracer")]
    [InlineData("on", "python3.12", Extension + ",\"pythonLayerArn\":\"arn:l:113\"", "extension")]
    [InlineData("on", "python3.12", Extension + ",\"pythonLayerArn\":{\"Ref\":\"L\"}", "extension")]
    [InlineData("on", "python3.12", Extension + ",\"addLayers\":false", "extension")]
    [InlineData("on", "python3.12", ",\"pythonLayerVersion\":114,\"layerVersion\":1", "tracer")]
    [InlineData("on", "python3.12", Extension + ",\"pythonLayerVersion\":113,\"layerVersion\":200", "extension")]
    [InlineData("on", "nodejs22.x", Extension, "extension")]
    [InlineData("on", "nodejs22.x", "", "DD305")]
    [InlineData("on", "java21", Extension, "extension")]
    [InlineData("on", "dotnet8", Extension, "extension")]
    [InlineData("on", "ruby3.3", Extension, "extension")]
    [InlineData("on", "provided", Extension, "extension")]
    [InlineData("extension", "python3.12", Extension, "extension")]
    [InlineData("extension", "python3.12", "", "DD305")]
    [InlineData("extension", "java21", "", "DD305")]
    [InlineData("tracer", "python3.12", "", "tracer")]
    [InlineData("tracer", "python3.12", Extension + ",\"pythonLayerVersion\":50", "tracer")]
    [InlineData("tracer", "nodejs22.x", Extension, "DD306")]
    [InlineData("tracer", "java21", Extension, "DD306")]
    [InlineData("tracer", "provided", Extension, "DD306")]
    public void Apply_ModeAndLanguage_ChooseTracerOrExtension(string mode, string runtime, string more, string expected)
    {
        var python = more.Contains("pythonLayer", StringComparison.Ordinal) ? "" : ",\"pythonLayerVersion\":114";

        var run = MacroRun.OfFunction($$"""{"Runtime":"{{runtime}}","Handler":"h"}""",
            $$"""
            {"appSecMode":"{{mode}}","nodeLayerVersion":1,"javaLayerVersion":1,"dotnetLayerVersion":1,
              "rubyLayerVersion":1{{python}}{{more}}}
            """);

        if (expected.StartsWith("DD", StringComparison.Ordinal))
        {
            run.Codes.ShouldBe([$"{expected} F"]);
            return;
        }
        run.Variable("DD_APPSEC_ENABLED").ShouldBe(expected == "tracer" ? "\"true\"" : null);
        run.Variable("DD_SERVERLESS_APPSEC_ENABLED").ShouldBe(expected == "extension" ? "\"true\"" : null);
        var hasWrapper = expected == "extension"
            || run.Property("Layers")!.Contains("Extension", StringComparison.Ordinal) && runtime is "java21" or "dotnet8";
        run.Variable("AWS_LAMBDA_EXEC_WRAPPER").ShouldBe(hasWrapper ? "\"/opt/datadog_wrapper\"" : null);
    }

    /// <summary>A template written as YAML says on and off, which YAML reads as booleans.</summary>
    [Theory]
    [InlineData("true", "\"true\"")]
    [InlineData("\"true\"", "\"true\"")]
    [InlineData("false", null)]
    public void Apply_ModeThatYamlMadeABoolean_IsOnOrOff(string mode, string? expected) =>
        MacroRun.OfFunction("""{"Runtime":"python3.12","Handler":"h"}""", $$"""{"appSecMode":{{mode}},"pythonLayerVersion":114}""")
            .Variable("DD_APPSEC_ENABLED").ShouldBe(expected);

    [Theory]
    [InlineData("114", "\"true\"", null)]
    [InlineData("113", null, "\"true\"")]
    public void Apply_VersionForAllLanguages_DecidesToo(string version, string? tracer, string? extension)
    {
        var run = MacroRun.OfFunction(
            """{"Runtime":"python3.12","Handler":"h"}""", $$"""{"appSecMode":"on","layerVersion":{{version}}{{Extension}}}""");

        run.Variable("DD_APPSEC_ENABLED").ShouldBe(tracer);
        run.Variable("DD_SERVERLESS_APPSEC_ENABLED").ShouldBe(extension);
    }

    [Theory]
    [InlineData("extension")]
    [InlineData("on")]
    public void Apply_HandlersNotRedirected_SetsNothingAndSaysSo(string mode)
    {
        var run = MacroRun.OfFunction(
            """{"Runtime":"java21"}""", $$"""{"appSecMode":"{{mode}}","redirectHandlers":false,"javaLayerVersion":1{{Extension}}}""");

        run.Variable("DD_SERVERLESS_APPSEC_ENABLED").ShouldBeNull();
        run.Variable("AWS_LAMBDA_EXEC_WRAPPER").ShouldBeNull();
        run.Codes.ShouldContain("DD325 F");
    }

    [Fact]
    public void Apply_VariableOfGlobals_IsLeftToThem() =>
        MacroRun.OfFunction(
            """{"Runtime":"python3.12","Handler":"h"}""",
            """{"appSecMode":"tracer","pythonLayerVersion":114}""",
            type: "AWS::Serverless::Function",
            sections: ""","Globals":{"Function":{"Environment":{"Variables":{"DD_APPSEC_ENABLED":"false"}}}}""")
            .Variable("DD_APPSEC_ENABLED").ShouldBeNull();

    [Fact]
    public void Apply_OneFunctionInAnotherMode_TakesItsOwn()
    {
        var run = MacroRun.Of(
            """
            {"Resources":{"F":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"python3.12","Handler":"h"}},
              "G":{"Type":"AWS::Lambda::Function","Metadata":{"Datadog":{"appSecMode":"off"}},
              "Properties":{"Runtime":"nodejs22.x","Handler":"h"}}}}
            """,
            """{"appSecMode":"tracer","pythonLayerVersion":114,"nodeLayerVersion":1}""");

        run.Variable("DD_APPSEC_ENABLED").ShouldBe("\"true\"");
        run.Variable("DD_APPSEC_ENABLED", "G").ShouldBeNull();
    }
}
