using Macro.Cli.LanguageExtensions;
using Macro.Cli.Preview;
using Macro.Cli.Templates;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.LanguageExtensions;

public sealed class LoopTests
{
    private static readonly Dictionary<string, string> NoVariables = [];

    [Theory]
    [InlineData("""{"Fn::ForEach::L":["X",["a","b"],{"T${X}":{"Type":"T","N":"${X}"}}]}""",
        """{"Ta":{"Type":"T","N":"a"},"Tb":{"Type":"T","N":"b"}}""")]
    [InlineData("""{"Fn::ForEach::L":["X",{"Ref":"Names"},{"T&{X}":{"Type":"T","N":{"Ref":"X"}}}]}""",
        """{"Tpayments":{"Type":"T","N":"pay-ments"},"Torders":{"Type":"T","N":"orders"}}""")]
    [InlineData(
        """
        {"Fn::ForEach::L":["X",["a",{"Ref":"One"}],
          {"T${X}":{"A":{"Fn::GetAtt":["T${X}","Arn"]},"S":{"Fn::Sub":"${X}${!X}${Y}"}}}]}
        """,
        """{"Ta":{"A":{"Fn::GetAtt":["Ta","Arn"]},"S":{"Fn::Sub":"a${!X}${Y}"}},"T1":"""
            + """{"A":{"Fn::GetAtt":["T1","Arn"]},"S":{"Fn::Sub":"1${!X}${Y}"}}}""")]
    [InlineData("""{"Fn::ForEach::L":["X",["a","b"],{"Fn::ForEach::M":["Y",["1",{"Ref":"X"}],{"T${X}${Y}":{"Type":"T"}}]}]}""",
        """{"Ta1":{"Type":"T"},"Taa":{"Type":"T"},"Tb1":{"Type":"T"},"Tbb":{"Type":"T"}}""")]
    [InlineData("""{"T":{"Type":"T","P":{"Fn::ForEach::L":["X",["a","b"],{"k${X}":1.10}],"Own":true}}}""",
        """{"T":{"Type":"T","P":{"ka":1.10,"kb":1.10,"Own":true}}}""")]
    [InlineData("""{"Fn::ForEach::L":["X",{"Fn::GetAtt":["A","B"]},{"T${X}":{"Type":"T"}}]}""",
        """{"Fn::ForEach::L":["X",{"Fn::GetAtt":["A","B"]},{"T${X}":{"Type":"T"}}]}""")]
    [InlineData("""{"T":{"N":{"Fn::Length":[1,2]},"M":{"Fn::Length":{"Ref":"Names"}},"U":{"Fn::Length":{"Ref":"Unknown"}}}}""",
        """{"T":{"N":2,"M":2,"U":{"Fn::Length":{"Ref":"Unknown"}}}}""")]
    [InlineData("""{"T":{"J":{"Fn::ToJsonString":{"a":{"Ref":"One"},"b":[1.10,true,null]}}}}""",
        """{"T":{"J":"{\"a\":\"1\",\"b\":[1.10,true,null]}"}}""")]
    [InlineData("""{"T":{"J":{"Fn::ToJsonString":[{"Fn::GetAtt":["A","B"]}]}}}""",
        """{"T":{"J":{"Fn::ToJsonString":[{"Fn::GetAtt":["A","B"]}]}}}""")]
    [InlineData(
        """
        {"T":{"A":{"Fn::FindInMap":["M","a","b",{"DefaultValue":"d"}]},
          "B":{"Fn::FindInMap":["M","x","b",{"DefaultValue":"d"}]}}}
        """,
        """{"T":{"A":"found","B":"d"}}""")]
    [InlineData("""{"T":{"A":{"Fn::FindInMap":["M",{"Ref":"Unknown"},"b",{"DefaultValue":"d"}]}}}""",
        """{"T":{"A":{"Fn::FindInMap":["M",{"Ref":"Unknown"},"b",{"DefaultValue":"d"}]}}}""")]
    public void For_Resources_AreExpandedAsInADeployment(string resources, string expected) =>
        Resources("[\"AWS::LanguageExtensions\",\"DatadogServerless\"]", resources).ShouldBe(expected);

    [Theory]
    [InlineData("[\"AWS::LanguageExtensions\",\"DatadogServerless\"]", true)]
    [InlineData("[\"AWS::LanguageExtensions\",{\"Name\":\"DatadogServerless\"}]", true)]
    [InlineData("[{\"Name\":\"AWS::LanguageExtensions\"},\"Other\"]", true)]
    [InlineData("\"AWS::LanguageExtensions\"", true)]
    [InlineData("[\"DatadogServerless\",\"AWS::LanguageExtensions\"]", false)]
    [InlineData("\"DatadogServerless\"", false)]
    [InlineData("[]", false)]
    public void For_OrderOfTheTransforms_Decides(string transform, bool isExpanded)
    {
        const string Loop = """{"Fn::ForEach::L":["X",["a"],{"T${X}":{"Type":"T"}}]}""";

        Resources(transform, Loop).ShouldBe(isExpanded ? """{"Ta":{"Type":"T"}}""" : Loop);
    }

    [Fact]
    public void For_ConditionsAndOutputs_AreExpandedToo()
    {
        var file = Expanded("""
            {"Transform":"AWS::LanguageExtensions","Conditions":{"Fn::ForEach::C":["X",["a"],{"Is${X}":{"Fn::Equals":["${X}","a"]}}]},
              "Resources":{},"Outputs":{"Fn::ForEach::O":["X",["a"],{"O${X}":{"Value":"${X}"}}]},
              "Metadata":{"Fn::ForEach::M":["X",["a"],{}]}}
            """);

        file.ShouldContain("\"Conditions\":{\"Isa\":{\"Fn::Equals\":[\"a\",\"a\"]}}");
        file.ShouldContain("\"Outputs\":{\"Oa\":{\"Value\":\"a\"}}");
        file.ShouldContain("\"Fn::ForEach::M\"");
    }

    /// <summary>CloudFormation rejects it; a preview of one of the two would be wrong.</summary>
    [Fact]
    public void For_TwoIterationsOfOneName_ExpandsNothing()
    {
        const string Loop = """{"Fn::ForEach::L":["X",["a","b"],{"T":{"Type":"T"}}]}""";

        Resources("\"AWS::LanguageExtensions\"", Loop).ShouldBe(Loop);
    }

    [Fact]
    public void For_LoopsThatMultiply_AreBounded()
    {
        var list = string.Join(',', Enumerable.Range(0, 300).Select(i => $"\"{i}\""));
        var loops = "{\"T${A}x${B}x${C}\":{\"Type\":\"T\"}}";
        foreach (var name in "CBA") loops = $"{{\"Fn::ForEach::{name}\":[\"{name}\",[{list}],{loops}]}}";

        Resources("\"AWS::LanguageExtensions\"", loops).ShouldBe(loops);
    }

    private const string Template = """
        Transform: [AWS::LanguageExtensions, DatadogServerless]
        Mappings: {Datadog: {Parameters: {pythonLayerVersion: 120}}}
        Parameters: {Names: {Type: CommaDelimitedList, Default: "orders,payments"}}
        Resources:
          Fn::ForEach::Functions:
            - Name
            - !Ref Names
            - ${Name}Function:
                Type: AWS::Lambda::Function
                Properties:
                  Runtime: python3.13
                  Handler: ${Name}.handler
          Fn::ForEach::Topics:
            - Name
            - !GetAtt Other.List
            - ${Name}Topic: {Type: AWS::SNS::Topic}
        """;

    [Fact]
    public void Diff_LoopOverAKnownList_ShowsWhatTheDeploymentDoes()
    {
        var run = CliRun.Of(Template, NoVariables, "diff", "-", "--full", "--parameter", "Names=orders,returns");

        run.Output.ShouldContain("ordersFunction  AWS::Lambda::Function, python3.13");
        run.Output.ShouldContain("~ handler   returns.handler → datadog_lambda.handler.handler");
        run.Output.ShouldContain("-:13:3: warning DD328 Fn::ForEach::Topics: ");
        run.Output.ShouldNotContain("DD107");
    }

    [Fact]
    public void Validate_FunctionOfALoop_IsReportedAtTheLoop()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("loops.yaml", Template.Replace("python3.13", "ruby3.3", StringComparison.Ordinal));

        var run = CliRun.Of("validate", file, "--set", "pinnedLayerVersions=false");

        run.Output.ShouldContain($"{file}:5:3: error DD301 ordersFunction: ");
    }

    /// <summary>The file is the user's source, so the loops stay, and the warning says what that means.</summary>
    [Fact]
    public void Transform_Loops_StayAsTheyAre()
    {
        var run = CliRun.Of(Template, NoVariables, "transform", "-");

        run.Output.ShouldContain("  Fn::ForEach::Functions:\n    - Name\n    - !Ref Names\n    - ${Name}Function:\n");
        run.Error.ShouldContain("-:5:3: warning DD328 Fn::ForEach::Functions: ");
    }

    private static string Resources(string transform, string resources)
    {
        var text = Expanded($$$"""
            {"Transform":{{{transform}}},"Parameters":{"Names":{"Type":"CommaDelimitedList","Default":"pay-ments,orders"},
              "One":{"Type":"String","Default":"1"},"Unknown":{"Type":"AWS::SSM::Parameter::Value<List<String>>"}},
              "Mappings":{"M":{"a":{"b":"found"} } },"Resources":{{{resources}}} }
            """);
        return text[(text.IndexOf("\"Resources\":", StringComparison.Ordinal) + "\"Resources\":".Length)..].TrimEnd()[..^1].TrimEnd();
    }

    private static string Expanded(string template)
    {
        var file = TemplateFile.Read(System.Text.Encoding.UTF8.GetBytes(template), "t.json");
        return System.Text.Encoding.UTF8.GetString(ExpandedTemplateFile.For(file, new PreviewOptions()).Json.Span);
    }
}
