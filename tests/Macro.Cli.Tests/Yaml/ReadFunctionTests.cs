namespace Macro.Cli.Tests.Yaml;

public class ReadFunctionTests
{
    [Theory]
    [InlineData("!Ref Stage", """{"Ref":"Stage"}""")]
    [InlineData("!Ref 'AWS::Region'", """{"Ref":"AWS::Region"}""")]
    [InlineData("!Condition IsProduction", """{"Condition":"IsProduction"}""")]
    [InlineData("!GetAtt Queue.Arn", """{"Fn::GetAtt":["Queue","Arn"]}""")]
    [InlineData("!GetAtt Nested.Outputs.Url", """{"Fn::GetAtt":["Nested","Outputs.Url"]}""")]
    [InlineData("!GetAtt [Nested, Outputs.Url]", """{"Fn::GetAtt":["Nested","Outputs.Url"]}""")]
    [InlineData("!Sub 'orders-${Stage}'", """{"Fn::Sub":"orders-${Stage}"}""")]
    [InlineData("!Sub 42", """{"Fn::Sub":"42"}""")]
    [InlineData("!GetAZs ''", """{"Fn::GetAZs":""}""")]
    [InlineData("!Join ['-', [a, !Ref B]]", """{"Fn::Join":["-",["a",{"Ref":"B"}]]}""")]
    [InlineData("!If [C, !Ref A, !GetAtt B.C]", """{"Fn::If":["C",{"Ref":"A"},{"Fn::GetAtt":["B","C"]}]}""")]
    [InlineData("!Transform {Name: AWS::Include}", """{"Fn::Transform":{"Name":"AWS::Include"}}""")]
    [InlineData("!Length [1, 2]", """{"Fn::Length":[1,2]}""")]
    [InlineData("!ToJsonString {a: 1}", """{"Fn::ToJsonString":{"a":1}}""")]
    [InlineData("!Base64\n  Fn::Sub: x", """{"Fn::Base64":{"Fn::Sub":"x"}}""")]
    [InlineData("!Sub |\n    #!/bin/sh\n    echo", """{"Fn::Sub":"#!/bin/sh\necho\n"}""")]
    public void Read_ShortForm_IsFunction(string yaml, string json) =>
        TemplateYaml.JsonOf($"Value: {yaml}\n").ShouldBe($"{{\"Value\":{json}}}");

    [Fact]
    public void Read_TagAfterTag_NamesTheRemedy() =>
        TemplateYaml.Failure("UserData: !Base64 !Sub x").Message
            .ShouldBe("template.yaml:1:19: A tag follows a tag. "
                + "Write the function before this one in full, such as Fn::Base64: a tag cannot follow a tag.");
}
