using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Lambda.Steps;

public sealed class AddLayersTests
{
    private const string Python = "arn:aws:lambda:us-east-1:464622532012:layer:Datadog-Python312";
    private const string Extension = "arn:aws:lambda:us-east-1:464622532012:layer:Datadog-Extension";
    private const string Parameters = """{"pythonLayerVersion":114,"extensionLayerVersion":65,"apiKeySecretArn":"arn:s"}""";

    /// <summary>
    /// In the tables, L stands for the library's layer version and E for the extension's; L1 and E1 are other versions of theirs.
    /// </summary>
    [Theory]
    [InlineData(null, """["L","E"]""")]
    [InlineData("[]", """["L","E"]""")]
    [InlineData("""["own"]""", """["own","L","E"]""")]
    [InlineData("""["L"]""", """["L","E"]""")]
    [InlineData("""["E","own","L"]""", """["E","own","L"]""")]
    [InlineData("""["L1","own"]""", """["L","own","E"]""")]
    [InlineData("""["own","E1"]""", """["own","E","L"]""")]
    [InlineData("""["own",{"Ref":"OwnLayer"}]""", """["own",{"Ref":"OwnLayer"},"L","E"]""")]
    [InlineData("""[{"Ref":"KnownLayer"}]""", """["L","E"]""")]
    [InlineData("""[{"Fn::Sub":"${KnownLayer}"}]""", """["L","E"]""")]
    [InlineData("""[{"Fn::If":["C","own",{"Ref":"AWS::NoValue"}]}]""", """[{"Fn::If":["C","own",{"Ref":"AWS::NoValue"}]},"L","E"]""")]
    [InlineData(
        """[{"Fn::If":["C","L",{"Ref":"AWS::NoValue"}]}]""",
        """[{"Fn::If":["C",{"Ref":"AWS::NoValue"},{"Ref":"AWS::NoValue"}]},"L","E"]""")]
    [InlineData(
        """[{"Fn::If":["C","own",{"Fn::If":["D","L1","E1"]}]}]""",
        """[{"Fn::If":["C","own",{"Fn::If":["D",{"Ref":"AWS::NoValue"},{"Ref":"AWS::NoValue"}]}]},"L","E"]""")]
    [InlineData("""[{"Fn::If":["Yes","L1","own"]}]""", """["L","E"]""")]
    [InlineData("""{"Ref":"AWS::NoValue"}""", """["L","E"]""")]
    [InlineData("""{"Fn::If":["C",["a"],["b"]]}""", """{"Fn::If":["C",["a","L","E"],["b","L","E"]]}""")]
    [InlineData("""{"Fn::If":["C",["a"],{"Ref":"AWS::NoValue"}]}""", """{"Fn::If":["C",["a","L","E"],["L","E"]]}""")]
    [InlineData(
        """{"Fn::If":["C",{"Fn::If":["D",["L1"],{"Ref":"AWS::NoValue"}]},{"Ref":"AWS::NoValue"}]}""",
        """{"Fn::If":["C",{"Fn::If":["D",["L","E"],["L","E"]]},["L","E"]]}""")]
    [InlineData(
        """{"Fn::If":["C",{"Ref":"Layers"},[]]}""",
        """{"Fn::If":["C",{"Fn::Split":[",",{"Fn::Join":[",",[{"Fn::Join":[",",{"Ref":"Layers"}]},"L","E"]]}]},["L","E"]]}""")]
    [InlineData("""{"Ref":"Layers"}""", """{"Fn::Split":[",",{"Fn::Join":[",",[{"Fn::Join":[",",{"Ref":"Layers"}]},"L","E"]]}]}""")]
    [InlineData("""{"Ref":"EmptyList"}""", """["L","E"]""")]
    [InlineData(
        """{"Ref":"ListWithLibrary"}""", """{"Fn::Split":[",",{"Fn::Join":[",",[{"Fn::Join":[",",{"Ref":"ListWithLibrary"}]},"E"]]}]}""")]
    [InlineData("""{"Ref":"ListWithOtherVersion"}""", """["own","L","E"]""")]
    [InlineData(
        """{"Fn::Split":[",",{"Ref":"Unknown"}]}""",
        """{"Fn::Split":[",",{"Fn::Join":[",",[{"Fn::Join":[",",{"Fn::Split":[",",{"Ref":"Unknown"}]}]},"L","E"]]}]}""")]
    public void Apply_LayersOfAnyForm_StandOnceAfterYours(string? layers, string expected)
    {
        var property = layers is null ? "" : $",\"Layers\":{Arns(layers)}";

        var run = MacroRun.OfFunction($$"""{"Runtime":"python3.12","Handler":"h"{{property}}}""", Parameters, sections: Sections);

        run.Property("Layers").ShouldBe(Arns(expected));
    }

    [Theory]
    [InlineData("\"own\"")]
    [InlineData("{}")]
    [InlineData("{\"Fn::If\":[\"C\",\"own\",[]]}")]
    public void Apply_LayersThatCannotBeAddedTo_FunctionIsLeftAlone(string layers)
    {
        var properties = $$"""{"Runtime":"python3.12","Handler":"h","Layers":{{layers}}}""";

        var run = MacroRun.OfFunction(properties, Parameters);

        run.Properties().GetRawText().ShouldBe(properties);
        run.Codes.ShouldBe(["DD313 F"]);
    }

    [Theory]
    [InlineData("python3.12", "x86_64", "", "Datadog-Python312:1 Datadog-Extension:9")]
    [InlineData("python3.12", "arm64", "", "Datadog-Python312-ARM:1 Datadog-Extension-ARM:9")]
    [InlineData("nodejs22.x", "x86_64", "", "Datadog-Node22-x:2 Datadog-Extension:9")]
    [InlineData("nodejs22.x", "arm64", "", "Datadog-Node22-x:2 Datadog-Extension-ARM:9")]
    [InlineData("ruby3.3", "arm64", "", "Datadog-Ruby3-3-ARM:5 Datadog-Extension-ARM:9")]
    [InlineData("java21", "arm64", "", "dd-trace-java:4 Datadog-Extension-ARM:9")]
    [InlineData("dotnet8", "arm64", "", "dd-trace-dotnet-ARM:3 Datadog-Extension-ARM:9")]
    [InlineData("dotnet8", "x86_64", ",\"lambdaFips\":true,\"site\":\"ddog-gov.com\"", "dd-trace-dotnet:3 Datadog-Extension-FIPS:9")]
    [InlineData("dotnet8", "arm64", ",\"lambdaFips\":true,\"site\":\"ddog-gov.com\"", "dd-trace-dotnet-ARM:3 Datadog-Extension-ARM-FIPS:9")]
    [InlineData("provided.al2023", "arm64", "", "Datadog-Extension-ARM:9")]
    [InlineData("go1.x", "x86_64", "", "Datadog-Extension:9")]
    [InlineData("python3.12", "x86_64", ",\"addLayers\":false", "Datadog-Extension:9")]
    [InlineData("python3.12", "x86_64", ",\"addExtension\":false", "Datadog-Python312:1")]
    [InlineData("provided", "x86_64", ",\"addExtension\":false", "")]
    public void Apply_RuntimeAndArchitecture_ChooseTheLayers(string runtime, string architecture, string more, string layers)
    {
        var run = MacroRun.OfFunction($$"""{"Runtime":"{{runtime}}","Handler":"h","Architectures":["{{architecture}}"]}""",
            $$"""
            {"pythonLayerVersion":1,"nodeLayerVersion":2,"dotnetLayerVersion":3,"javaLayerVersion":4,"rubyLayerVersion":5,
              "extensionLayerVersion":9,"apiKeySecretArn":"s"{{more}}}
            """);

        var expected = layers.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(layer => $"\"arn:aws:lambda:us-east-1:464622532012:layer:{layer}\"");
        run.Property("Layers").ShouldBe(layers.Length == 0 ? null : $"[{string.Join(',', expected)}]");
    }

    [Theory]
    [InlineData("us-gov-east-1", "", """["arn:aws-us-gov:lambda:us-gov-east-1:002406178527:layer:Datadog-Python312:1"]""")]
    [InlineData(
        "us-gov-east-1",
        ",\"extensionLayerVersion\":65,\"apiKeySsmArn\":\"s\"",
        """["arn:aws-us-gov:lambda:us-gov-east-1:002406178527:layer:Datadog-Python312:1","""
            + "\"arn:aws-us-gov:lambda:us-gov-east-1:002406178527:layer:Datadog-Extension-FIPS:65\"]")]
    [InlineData(
        "us-gov-east-1",
        ",\"extensionLayerVersion\":65,\"apiKeySsmArn\":\"s\",\"lambdaFips\":false",
        """["arn:aws-us-gov:lambda:us-gov-east-1:002406178527:layer:Datadog-Python312:1","""
            + "\"arn:aws-us-gov:lambda:us-gov-east-1:002406178527:layer:Datadog-Extension:65\"]")]
    [InlineData(
        "eu-west-3", ",\"layersAccountId\":\"111122223333\"", """["arn:aws:lambda:eu-west-3:111122223333:layer:Datadog-Python312:1"]""")]
    [InlineData(
        "eu-west-3", ",\"useLayersFromAccount\":111122223333", """["arn:aws:lambda:eu-west-3:111122223333:layer:Datadog-Python312:1"]""")]
    [InlineData(
        "cn-north-1",
        ",\"layersAccountId\":\"111122223333\"",
        """["arn:aws-cn:lambda:cn-north-1:111122223333:layer:Datadog-Python312:1"]""")]
    public void Apply_RegionAndAccount_MakeTheArn(string region, string more, string expected)
    {
        var run = MacroRun.OfFunction(
            """{"Runtime":"python3.12","Handler":"h"}""", $$"""{"pythonLayerVersion":1{{more}}}""", region: region);

        run.Property("Layers").ShouldBe(expected);
    }

    [Theory]
    [InlineData("""{"layerVersion":7}""", "L:7")]
    [InlineData("""{"layerVersion":7,"pythonLayerVersion":8}""", "L:8")]
    [InlineData("""{"layerVersion":7,"pythonLayerArn":"arn:own:1"}""", "arn:own:1")]
    [InlineData("""{"pythonLayerArn":"arn:own:1"}""", "arn:own:1")]
    public void Apply_VersionOrArn_TheMoreSpecificCounts(string parameters, string expected)
    {
        var run = MacroRun.OfFunction("""{"Runtime":"python3.12","Handler":"h"}""", parameters);

        run.Property("Layers").ShouldBe($"""["{expected.Replace("L:", Python + ":", StringComparison.Ordinal)}"]""");
    }

    /// <summary>An ARN only travels into the template, so one that only the deployment knows is added as it is.</summary>
    [Theory]
    [InlineData("""{"Ref":"SharedLayer"}""", """["own"]""", """["own",{"Ref":"SharedLayer"}]""")]
    [InlineData("""{"Fn::ImportValue":"layer"}""", """[]""", """[{"Fn::ImportValue":"layer"}]""")]
    [InlineData("""{"Ref":"SharedLayer"}""", """[ {"Ref": "SharedLayer"} ]""", """[ {"Ref": "SharedLayer"} ]""")]
    [InlineData(
        """{"Ref":"SharedLayer"}""",
        """{"Ref":"Layers"}""",
        """{"Fn::Split":[",",{"Fn::Join":[",",[{"Fn::Join":[",",{"Ref":"Layers"}]},{"Ref":"SharedLayer"}]]}]}""")]
    [InlineData(
        """{"Ref":"SharedLayer"}""",
        """{"Ref":"ListWithLibrary"}""",
        """{"Fn::Split":[",",{"Fn::Join":[",",[{"Fn::Join":[",",{"Ref":"ListWithLibrary"}]},{"Ref":"SharedLayer"}]]}]}""")]
    [InlineData("""{"Ref":"SharedLayer"}""", """{"Ref":"EmptyList"}""", """[{"Ref":"SharedLayer"}]""")]
    [InlineData(
        """{"Ref":"SharedLayer"}""",
        """{"Fn::If":["C",["a"],{"Ref":"AWS::NoValue"}]}""",
        """{"Fn::If":["C",["a",{"Ref":"SharedLayer"}],[{"Ref":"SharedLayer"}]]}""")]
    public void Apply_ArnThatIsAnExpression_TravelsIntoTheTemplate(string arn, string layers, string expected)
    {
        foreach (var (runtime, parameters) in new[]
        {
            ("python3.12", $$"""{"pythonLayerArn":{{arn}}}"""),
            ("provided", $$"""{"extensionLayerArn":{{arn}},"apiKeySecretArn":"s"}""")
        })
        {
            var run = MacroRun.OfFunction(
                $$"""{"Runtime":"{{runtime}}","Handler":"h","Layers":{{layers}}}""", parameters, sections: Sections);

            run.Property("Layers").ShouldBe(expected);
        }
    }

    [Fact]
    public void Apply_SamGlobals_RuntimeAndArchitectureAreInherited()
    {
        var run = MacroRun.OfFunction("""{"Handler":"h"}""", """{"pythonLayerVersion":1}""", type: "AWS::Serverless::Function",
            sections: ""","Globals":{"Function":{"Runtime":"python3.12","Architectures":["arm64"]}}""");

        run.Property("Layers").ShouldBe("""["arn:aws:lambda:us-east-1:464622532012:layer:Datadog-Python312-ARM:1"]""");
    }

    /// <summary>SAM puts the layers of Globals before the function's own.</summary>
    [Fact]
    public void Apply_LayerThatGlobalsHasAlready_IsNotAddedAgain()
    {
        var run = MacroRun.OfFunction("""{"Handler":"h","Runtime":"python3.12"}""", Parameters, type: "AWS::Serverless::Function",
            sections: $$$""","Globals":{"Function":{"Layers":["own","{{{Extension}}}:65"]}}""");

        run.Property("Layers").ShouldBe($"""["{Python}:114"]""");
    }

    [Fact]
    public void Apply_OtherVersionBesideOthersInGlobals_IsWarnedOf() =>
        MacroRun.OfFunction(
            """{"Handler":"h","Runtime":"python3.12"}""", """{"pythonLayerVersion":114}""", type: "AWS::Serverless::Function",
            sections: $$$""","Globals":{"Function":{"Layers":["own","{{{Python}}}:113"]}}""").Codes.ShouldBe(["DD307 F"]);

    /// <summary>SAM takes an expression in place of what Globals has.</summary>
    [Fact]
    public void Apply_ExpressionInPlaceOfTheLayersOfGlobals_GetsTheLayer() =>
        MacroRun.OfFunction(
            """{"Handler":"h","Runtime":"python3.12","Layers":{"Ref":"Layers"}}""",
            """{"pythonLayerVersion":114}""",
            type: "AWS::Serverless::Function",
            sections: $$$""","Globals":{"Function":{"Layers":["{{{Python}}}:114"]}}""").Property("Layers")!.ShouldContain($"{Python}:114");

    [Fact]
    public void Apply_AccountThatIsWrong_IsReportedAlone() =>
        MacroRun.OfFunction(
            """{"Runtime":"python3.12","Handler":"h"}""",
            """{"pythonLayerVersion":1,"layersAccountId":{}}""",
            region: "cn-north-1").Codes.ShouldBe(["DD203 layersAccountId"]);

    private static string Sections =>
        """,""" + Arns("""
        "Parameters":{"KnownLayer":{"Type":"String","Default":"L1"},"Unknown":{"Type":"String"},
          "Layers":{"Type":"CommaDelimitedList"},"EmptyList":{"Type":"CommaDelimitedList","Default":""},
        "ListWithLibrary":{"Type":"CommaDelimitedList","Default":"own,L"},
          "ListWithOtherVersion":{"Type":"CommaDelimitedList","Default":"own,L1"}},
        "Conditions":{"Yes":{"Fn::Equals":["a","a"]}}
        """).Replace("own,L1", $"own,{Python}:113", StringComparison.Ordinal)
            .Replace("own,L", $"own,{Python}:114", StringComparison.Ordinal);

    private static string Arns(string json) => json
        .Replace("\"L\"", $"\"{Python}:114\"", StringComparison.Ordinal).Replace("\"L1\"", $"\"{Python}:113\"", StringComparison.Ordinal)
        .Replace("\"E\"", $"\"{Extension}:65\"", StringComparison.Ordinal)
        .Replace("\"E1\"", $"\"{Extension}:64\"", StringComparison.Ordinal);
}
