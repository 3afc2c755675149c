using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Lambda;

public sealed partial class FunctionFinderTests
{
    private const string Parameters = """{"layerVersion":1}""";

    [Theory]
    [InlineData("AWS::Lambda::Function", true)]
    [InlineData("AWS::Serverless::Function", true)]
    [InlineData("AWS::Lambda::Version", false)]
    [InlineData("AWS::Lambda::Alias", false)]
    [InlineData("aws::lambda::function", false)]
    [InlineData("Custom::Function", false)]
    public void Find_TypeOfResource_DecidesWhatIsATarget(string type, bool isTarget) =>
        (MacroRun.OfFunction("""{"Runtime":"python3.12","Handler":"h"}""", Parameters, type: type).Instrumented.Count == 1)
            .ShouldBe(isTarget);

    [Theory]
    [InlineData("\"python3.12\"", "F")]
    [InlineData("""{"Ref":"Given"}""", "F")]
    [InlineData("""{"Ref":"Defaulted"}""", "F")]
    [InlineData("""{"Fn::Sub":"python${Minor}"}""", "F")]
    [InlineData("""{"Fn::FindInMap":["M",{"Ref":"AWS::Region"},"runtime"]}""", "F")]
    [InlineData("""{"Fn::If":["Yes","python3.12",{"Ref":"Unknown"}]}""", "F")]
    [InlineData("""{"Fn::If":["No","python3.12",{"Ref":"Unknown"}]}""", "DD311 F")]
    [InlineData("""{"Ref":"Unknown"}""", "DD311 F")]
    [InlineData("""{"Ref":"AWS::NoValue"}""", "DD311 F")]
    [InlineData("""{"Fn::GetAtt":["A","B"]}""", "DD311 F")]
    [InlineData("null", "DD311 F")]
    [InlineData("[]", "DD311 F")]
    [InlineData("{}", "DD311 F")]
    public void Find_Runtime_IsEvaluated(string runtime, string expected)
    {
        var properties = $$"""{"Runtime":{{runtime}},"Handler":"h"}""";

        var run = MacroRun.OfFunction(properties, Parameters, values: """{"Given":"python3.12"}""",
            sections: """
            ,"Parameters":{"Given":{"Type":"String","Default":"x"},"Defaulted":{"Type":"String","Default":"python3.12"},
              "Minor":{"Type":"Number","Default":3.12},"Unknown":{"Type":"String"}},
              "Mappings":{"M":{"us-east-1":{"runtime":"python3.12"}}},
              "Conditions":{"Yes":{"Fn::Equals":["a","a"]},"No":{"Fn::Equals":["a","b"]}}
            """);

        string.Join(',', run.Instrumented.Concat(run.Codes)).ShouldBe(expected);
        if (run.Instrumented.Count == 0) run.Properties().GetRawText().ShouldBe(properties);
    }

    [Theory]
    [InlineData("""["x86_64"]""", "python312")]
    [InlineData("""["arm64"]""", "python312-ARM")]
    [InlineData("[]", "python312")]
    [InlineData("""[{"Ref":"Arm"}]""", "python312-ARM")]
    [InlineData("""{"Ref":"ArmList"}""", "python312-ARM")]
    [InlineData("""{"Ref":"AWS::NoValue"}""", "python312")]
    [InlineData("""[{"Ref":"AWS::NoValue"}]""", "python312")]
    [InlineData("""{"Fn::If":["Yes",["arm64"],["x86_64"]]}""", "python312-ARM")]
    [InlineData("""[{"Fn::If":["Yes","arm64","x86_64"]}]""", "python312-ARM")]
    [InlineData("""[{"Ref":"Unknown"}]""", "DD312 F")]
    [InlineData("""{"Fn::If":["Unknown",["arm64"],["x86_64"]]}""", "DD312 F")]
    [InlineData("""["arm64","x86_64"]""", "DD312 F")]
    [InlineData("""["mips"]""", "DD312 F")]
    [InlineData("\"arm64\"", "DD312 F")]
    public void Find_Architecture_IsEvaluated(string architectures, string expected)
    {
        var run = MacroRun.OfFunction($$"""{"Runtime":"python3.12","Handler":"h","Architectures":{{architectures}}}""", Parameters,
            sections: """
            ,"Parameters":{"Arm":{"Type":"String","Default":"arm64"},"ArmList":{"Type":"CommaDelimitedList","Default":"arm64"}},
              "Conditions":{"Yes":{"Fn::Equals":["a","a"]}}
            """);

        if (run.Instrumented.Count == 0) run.Codes.ShouldBe([expected]);
        else run.Property("Layers")!.ShouldContain($":Datadog-{expected}:1", Case.Insensitive);
    }

    [Theory]
    [InlineData("""{"PackageType":"Image","Code":{"ImageUri":"x"}}""")]
    [InlineData("""{"PackageType":{"Ref":"Package"}}""")]
    public void Find_ContainerImage_IsPassedOver(string properties)
    {
        var run = MacroRun.OfFunction(
            properties, Parameters, sections: ""","Parameters":{"Package":{"Type":"String","Default":"Image"}}""");

        run.Instrumented.ShouldBeEmpty();
        run.Properties().GetRawText().ShouldBe(properties);
    }

    /// <summary>A property that only the deployment knows must not be taken for its default: wholly or not at all.</summary>
    [Theory]
    [InlineData(""" "Runtime":"{{resolve:ssm:/team/runtime}}" """, "DD311 F")]
    [InlineData(""" "Runtime":{"Fn::Sub":"{{resolve:ssm:/team/${AWS::Region}}}"} """, "DD311 F")]
    [InlineData(""" "Runtime":{"Fn::If":["Undecided","python3.12","nodejs22.x"]} """, "DD311 F")]
    [InlineData(""" "Runtime":"python3.12","Architectures":["{{resolve:ssm:/team/arch}}"] """, "DD312 F")]
    [InlineData(""" "Runtime":"python3.12","PackageType":"{{resolve:ssm:/team/type}}" """, "DD327 F")]
    [InlineData(""" "Runtime":"python3.12","PackageType":{"Ref":"Unknown"} """, "DD327 F")]
    [InlineData(""" "Runtime":"python3.12","PackageType":{"Fn::If":["Undecided","Image","Zip"]} """, "DD327 F")]
    [InlineData(
        """ "Runtime":{"Fn::If":["Undecided",{"Ref":"AWS::NoValue"},"python3.12"]},"PackageType":{"Fn::If":["Undecided","Image","Zip"]} """,
        "DD327 F")]
    [InlineData(""" "Runtime":"python3.12","PackageType":{"Ref":"AWS::NoValue"} """, "F")]
    [InlineData(""" "Runtime":"python3.12","PackageType":{"Fn::If":["Undecided",{"Ref":"AWS::NoValue"},"Zip"]} """, "F")]
    [InlineData(""" "Runtime":"python3.12","PackageType":"Zip" """, "F")]
    [InlineData(""" "Runtime":{"Fn::If":["Undecided","python3.12","python3.12"]} """, "F")]
    [InlineData(""" "Runtime":"python3.12","Handler":"{{resolve:ssm:/team/handler}}" """, "F")]
    public void Find_PropertyThatOnlyTheDeploymentKnows_FunctionIsLeftAlone(string properties, string expected)
    {
        properties = "{" + properties.Trim() + (properties.Contains("Handler", StringComparison.Ordinal) ? "}" : ",\"Handler\":\"h\"}");

        var run = MacroRun.OfFunction(properties, Parameters, sections: """
            ,"Parameters":{"Unknown":{"Type":"String"}},"Conditions":{"Undecided":{"Fn::Equals":[{"Ref":"Unknown"},"x"]}}
            """);

        string.Join(',', run.Instrumented.Concat(run.Codes)).ShouldBe(expected);
        if (run.Instrumented.Count == 0) run.Properties().GetRawText().ShouldBe(properties);
    }

    [Theory]
    [InlineData("""{"PackageType":"{{resolve:ssm:/type}}","ImageConfig":{"Command":["app.handler"]}}""")]
    [InlineData("""{"PackageType":{"Fn::If":["C","Image","Zip"]},"ImageConfig":{"Command":["app.handler"]}}""")]
    public void Find_UnknownPackageTypeWithContainerImages_FunctionIsLeftAlone(string properties)
    {
        var run = MacroRun.OfFunction(properties, """{"containerImages":"python"}""");

        run.Codes.ShouldBe(["DD327 F"]);
        run.Properties().GetRawText().ShouldBe(properties);
    }

    [Theory]
    [InlineData("\"F\"")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"Properties":{"Runtime":"python3.12"}}""")]
    [InlineData("""{"Type":7,"Properties":{"Runtime":"python3.12"}}""")]
    [InlineData("""{"Type":"AWS::Lambda::Function"}""")]
    [InlineData("""{"Type":"AWS::Lambda::Function","Properties":null}""")]
    [InlineData("""{"Type":"AWS::Lambda::Function","Properties":[1.10]}""")]
    [InlineData("""{"Type":"AWS::IAM::Role","Properties":{"AssumeRolePolicyDocument":7}}""")]
    [InlineData("""{"Type":"AWS::CloudFront::Distribution","Properties":[]}""")]
    [InlineData("""{"Type":"AWS::Lambda::Version","Properties":{"FunctionName":{"Ref":["F"]}}}""")]
    public void Find_MalformedResource_PassesThrough(string resource)
    {
        var run = MacroRun.OfFunction("""{"Runtime":"python3.12","Handler":"h"}""", Parameters, more: $",\"X\":{resource}");

        run.Resource("X").GetRawText().ShouldBe(resource);
        run.Instrumented.ShouldBe(["F"]);
    }

    [Theory]
    [InlineData("""{"AutoPublishAlias":"live"}""", "DD326 F: The alias live that SAM publishes keeps")]
    [InlineData("""{"AutoPublishAlias":"live","AutoPublishAliasAllProperties":true}""", null)]
    public void Find_SamAlias_IsNamedInAWarning(string properties, string? expected)
    {
        var run = MacroRun.OfFunction(properties[..^1] + """,""" + "\"Runtime\":\"provided\"}", "{}", type: "AWS::Serverless::Function");

        if (expected is null) run.Warnings.ShouldBeEmpty();
        else run.Warnings.ShouldHaveSingleItem().ShouldStartWith(expected);
    }

    [Fact]
    public void Find_RuntimeBesideThatOfSamGlobals_IsTheFunctionsOwn() =>
        MacroRun.OfFunction("""{"Runtime":"python3.12","Handler":"h"}""", """{"layerVersion":1}""", type: "AWS::Serverless::Function",
            sections: ""","Globals":{"Function":{"Runtime":"nodejs22.x","Handler":"other"}}""").Property("Layers")!
            .ShouldContain(":Datadog-Python312:1");
}
