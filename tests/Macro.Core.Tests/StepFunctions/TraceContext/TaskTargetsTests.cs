namespace Macro.Core.Tests.StepFunctions.TraceContext;

/// <summary>Which tasks get the context, by what their resource names: an empty payload shows it.</summary>
public sealed class TaskTargetsTests
{
    private const string Resources = """
        ,"F":{"Type":"AWS::Lambda::Version"},"Act":{"Type":"AWS::StepFunctions::Activity"},"N":{"Type":"AWS::CloudFormation::Stack"}
        """;

    [Theory]
    [InlineData("\"arn:aws:states:::lambda:invoke\"", "Payload.$")]
    [InlineData("\"arn:aws-cn:states:::lambda:invoke.waitForTaskToken\"", "Payload.$")]
    [InlineData("\"arn:aws-us-gov:states:::states:startExecution\"", "Input")]
    [InlineData("\"arn:aws-iso-b:states:::states:startExecution.sync:2\"", "Input")]
    [InlineData("""{"Fn::Sub":"arn:${AWS::Partition}:states:::lambda:invoke"}""", "Payload.$")]
    [InlineData("""{"Fn::Sub":["arn:${P}:states:::lambda:invoke",{"P":{"Fn::ImportValue":"p"}}]}""", "Payload.$")]
    [InlineData("""{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":states:::states:startExecution.sync"]]}""", "Input")]
    [InlineData("""{"Fn::Join":[":",["arn",{"Fn::ImportValue":"p"},"states::","lambda:invoke"]]}""", "Payload.$")]
    [InlineData("\"arn:aws:lambda:eu-west-3:123456789012:function:f:live\"", "Execution.$")]
    [InlineData("""{"Fn::Sub":"arn:aws:lambda:${AWS::Region}:${X.Id}:function:f"}""", "Execution.$")]
    [InlineData("""{"Fn::GetAtt":["F","Arn"]}""", "Execution.$")]
    [InlineData("""{"Ref":"F"}""", "Execution.$")]
    [InlineData("""{"Fn::Sub":"${F.Arn}"}""", "Execution.$")]
    [InlineData("""{"Fn::Sub":["${X}",{"X":{"Fn::GetAtt":"F.Arn"}}]}""", "Execution.$")]
    [InlineData("""{"Fn::Join":["",[{"Fn::GetAtt":["F","Arn"]},":live"]]}""", "Execution.$")]
    [InlineData("\"${FunctionArn}\"", "Execution.$")]
    [InlineData("""{"Fn::Sub":"${!FunctionArn}"}""", "Execution.$")]
    [InlineData("""{"Fn::Sub":"${F.Arn}:${Alias}"}""", "Execution.$")]
    [InlineData("""{"Fn::Sub":["${A}:lambda:invoke",{"A":"arn:aws:states::"}]}""", "Payload.$")]
    public void Of_WhatTakesAContext_IsInjected(string resource, string key)
    {
        var run = Run(resource);

        run.Field("Parameters").ShouldNotBeNull().ShouldStartWith($$"""{"{{key}}":""");
        run.Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("AWS::Lambda::Function")]
    [InlineData("AWS::Serverless::Function")]
    [InlineData("AWS::Lambda::Version")]
    [InlineData("AWS::Lambda::Alias")]
    public void Of_ReferenceToAFunction_IsInjectedWhateverItsType(string type) =>
        Workflow.RunStates("""
            "A":{"Type":"Task","Resource":{"Ref":"T"},"Parameters":{},"End":true}
            """, more: $",\"T\":{{\"Type\":\"{type}\"}}").Field("Parameters").ShouldNotBeNull().ShouldStartWith("""{"Execution.$":""");

    [Theory]
    [InlineData("\"arn:aws:states:::dynamodb:putItem\"")]
    [InlineData("\"arn:aws:states:::aws-sdk:lambda:invoke\"")]
    [InlineData("\"arn:aws:states:::lambda:invokeAsync\"")]
    [InlineData("\"arn:aws:states:us-east-1:123456789012:activity:a\"")]
    [InlineData("\"arn:aws:lambda:us-east-1:123456789012:layer:l\"")]
    [InlineData("\"arn:aws:x:us-east-1:123456789012:function:f\"")]
    [InlineData("""{"Fn::Sub":"${F.Arn}-x"}""")]
    [InlineData("\"\"")]
    [InlineData("""{"Ref":"Act"}""")]
    [InlineData("""{"Fn::Sub":"arn:${X}:states:::sqs:sendMessage"}""")]
    [InlineData("\"${Nothing}\"")]
    public void Of_WhatTakesNone_IsLeftAlone(string resource)
    {
        var run = Run(resource);

        run.Field("Parameters").ShouldBe("{}");
        run.Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"Fn::ImportValue":"function"}""")]
    [InlineData("""{"Fn::GetAtt":["N","Outputs.Arn"]}""")]
    [InlineData("""{"Fn::Sub":"${Unknown}"}""")]
    public void Of_WhatOnlyTheDeploymentKnows_IsWarnedOf(string resource)
    {
        var run = Run(resource);

        run.Field("Parameters").ShouldBe("{}");
        run.Warnings.ShouldHaveSingleItem()
            .ShouldStartWith("DD513 M: State A gets no trace context, because its Resource is not known before the deployment.");
    }

    private static Support.MacroRun Run(string resource) => Workflow.RunStates(
        $$"""
        "A":{"Type":"Task","Resource":{{resource}},"Parameters":{},"End":true}
        """, more: Resources, properties: ""","DefinitionSubstitutions":{"FunctionArn":{"Fn::GetAtt":["F","Arn"]}}""");
}
