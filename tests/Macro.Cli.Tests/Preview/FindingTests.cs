using System.Text;
using Macro.Cli.Preview;
using Macro.Cli.Templates;

namespace Macro.Cli.Tests.Preview;

/// <summary>The position of a diagnostic depends on the type of its target, not on names.</summary>
public sealed class FindingTests
{
    [Theory]
    [InlineData("service")]
    [InlineData("env")]
    [InlineData("Resources")]
    public void Run_FunctionNamedLikeAParameter_IsLocatedAtTheResource(string logicalId) => Findings($$"""
        Transform:
          Name: DatadogServerless
          Parameters: {service: shop, env: prod, pythonLayerVersion: 110}
        Resources:
          {{logicalId}}:
            Type: AWS::Lambda::Function
            Properties: {Runtime: python3.13}
        """).ShouldBe([$"5:3 Resources.{logicalId} DD317 {logicalId}"]);

    [Theory]
    [InlineData("a.b", """Transform[1].Parameters["a.b"]""")]
    [InlineData("[x]", """Transform[1].Parameters["[x]"]""")]
    [InlineData("F", "Transform[1].Parameters.F")]
    public void Run_UnknownParameter_IsLocatedAtTheParameter(string name, string path) => Findings($$"""
        Transform:
          - AWS::Serverless-2016-10-31
          - Name: DatadogServerless
            Parameters:
              pythonLayerVersion: 110
              "{{name}}": 1
        Resources:
          F:
            Type: AWS::Lambda::Function
            Properties: {Runtime: python3.13, Handler: app.main}
        """).ShouldBe([$"6:7 {path} DD202 {name}"]);

    [Fact]
    public void Run_ParameterOfOneResource_IsLocatedUnderItsMetadata() => Findings("""
        Transform: {Name: DatadogServerless, Parameters: {pythonLayerVersion: 110}}
        Resources:
          site:
            Type: AWS::Lambda::Function
            Metadata:
              Datadog:
                site: datadoghq.eu
            Properties: {Runtime: python3.13, Handler: app.main}
        """).ShouldBe(["7:9 Resources.site.Metadata.Datadog.site DD205 site"]);

    [Fact]
    public void Run_PropertyThatCannotBeEdited_IsLocatedAtTheProperty() => Findings("""
        Transform: {Name: DatadogServerless, Parameters: {pythonLayerVersion: 110}}
        Resources:
          F:
            Type: AWS::Lambda::Function
            Properties:
              Runtime: python3.13
              Environment: {Ref: Unknown}
        """).ShouldBe(["7:7 Resources.F.Properties.Environment DD313 F"]);

    [Theory]
    [InlineData("A.b[0]", """Resources.M.Properties.Definition.States["A.b[0]"]""")]
    [InlineData("Charge card", """Resources.M.Properties.Definition.States["Charge card"]""")]
    public void Run_StateThatGetsNoContext_IsLocatedAtTheState(string name, string path) => Findings($$"""
        Transform: {Name: DatadogServerless, Parameters: {stepFunctionForwarderArn: "arn:aws:lambda:us-east-1:123456789012:function:f"} }
        Resources:
          M:
            Type: AWS::StepFunctions::StateMachine
            Properties:
              Definition:
                StartAt: X
                States:
                  X: {Type: Succeed}
                  "{{name}}":
                    Type: Task
                    Resource: arn:aws:states:::lambda:invoke
                    Parameters: {Payload.$: $.detail}
        """).ShouldBe([$"10:11 {path} DD514 M"]);

    [Fact]
    public void Run_StateInJsonAtAnyDepth_IsLocatedAtTheState() => Findings("""
        {"Transform":{"Name":"DatadogServerless","Parameters":
          {"stepFunctionForwarderArn":"arn:aws:lambda:us-east-1:123456789012:function:f"}},
        "Conditions":{"C":{"Fn::Equals":[{"Ref":"AWS::StackName"},"x"]}},
        "Resources":{"M":{"Type":"AWS::StepFunctions::StateMachine","Properties":{"Definition":{"Fn::If":["C",{"States":{}},{"States":{
          "P.q":{"Type":"Parallel","Branches":[{"States":{}},{"States":{"Map[1]":{"Type":"Map","Iterator":{"States":{
            "Task":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":7}}}}}}]}}}]}}}}}
        """).ShouldBe(["6:5 Resources.M.Properties.Definition.Fn::If[2].States[\"P.q\"].Branches[1].States[\"Map[1]\"].Iterator.States"
            + ".Task DD514 M"]);

    [Fact]
    public void Run_StateInAText_IsLocatedAtTheProperty() => Findings("""
        Transform: {Name: DatadogServerless, Parameters: {stepFunctionForwarderArn: "arn:aws:lambda:us-east-1:123456789012:function:f"}}
        Resources:
          M:
            Type: AWS::StepFunctions::StateMachine
            Properties:
              DefinitionString: !Sub |
                {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:${AWS::Partition}:states:::lambda:invoke"}}}
        """).ShouldBe(["6:7 Resources.M.Properties.DefinitionString DD514 M"]);

    [Fact]
    public void Run_ProcessVariable_IsLocatedAtTheTemplate() => Findings(
        """
        Transform: DatadogServerless
        Resources: {}
        """,
        ("DD_MACRO_ADD_LAYERS", "perhaps")).ShouldBe(["1:1  DD203 DD_MACRO_ADD_LAYERS"]);

    private static IEnumerable<string> Findings(string template, params (string Name, string Value)[] variables)
    {
        var file = TemplateFile.Read(Encoding.UTF8.GetBytes(template), "template.yaml");
        var options = new PreviewOptions { UsesEnvironment = variables.Length > 0 };
        foreach (var finding in TemplatePreview.Run(file, options, variables.ToDictionary()).Findings)
        {
            var (line, column) = finding.In(file).Position;
            yield return $"{line}:{column} {finding.Path} {finding.Diagnostic.Code} {finding.Diagnostic.Subject}";
        }
    }
}
