using Macro.CloudFormation.Intrinsics;

namespace Macro.CloudFormation.Tests.Intrinsics;

public sealed class ReferencesTests
{
    [Theory]
    [InlineData("""{"Ref":"Role"}""", "Role")]
    [InlineData("""{"Fn::GetAtt":["Role","Arn"]}""", "Role")]
    [InlineData("""{"Fn::GetAtt":"Role.Arn"}""", "Role")]
    [InlineData("""{"Fn::GetAtt":["Nested.Outputs","Arn"]}""", "Nested")]
    [InlineData("""{"Fn::Sub":"${Role.Arn}"}""", "Role")]
    [InlineData("""{"Fn::Sub":"${Role}"}""", "Role")]
    [InlineData("""{"Fn::Sub":["${Role.Arn}",{}]}""", "Role")]
    [InlineData("""{"Fn::Sub":"${Role.Arn}:1"}""", null)]
    [InlineData("""{"Fn::Sub":"arn:aws:iam::1:role/x"}""", null)]
    [InlineData("""{"Fn::Sub":"${!Role}"}""", null)]
    [InlineData("""{"Fn::Sub":""}""", null)]
    [InlineData("""{"Fn::GetAtt":[]}""", null)]
    [InlineData("""{"Fn::GetAtt":[1]}""", null)]
    [InlineData("""{"Fn::Join":["",["a"]]}""", null)]
    [InlineData("\"Role\"", null)]
    [InlineData("{}", null)]
    [InlineData("null", null)]
    public void Target_OfExpression_IsTheLogicalIdThatItRefersTo(string json, string? expected) =>
        References.Target(JsonText.Read(json)).ShouldBe(expected);

    [Theory]
    [InlineData("""{"Fn::GetAtt":["A","Arn"]}""", "A")]
    [InlineData("""{"Fn::If":["C",{"Fn::GetAtt":["A","Arn"]},"arn:x"]}""", "A,?")]
    [InlineData("""{"Fn::If":["C",{"Fn::If":["D",{"Fn::GetAtt":"A.Arn"},{"Ref":"AWS::NoValue"}]},{"Ref":"B"}]}""", "A,B")]
    [InlineData("\"arn:x\"", "?")]
    public void Branches_OfRole_NamesEach(string json, string expected) =>
        string.Join(',', References.Targets(JsonText.Read(json)).Select(logicalId => logicalId ?? "?")).ShouldBe(expected);
}
