using Macro.CloudFormation.Templates;

namespace Macro.CloudFormation.Tests.Templates;

public sealed class RolePoliciesTests
{
    private const string Added = """{"PolicyName":"P","PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow"}]}}""";

    [Theory]
    [InlineData("{}", """{"Policies":[+]}""")]
    [InlineData("""{"Policies":[]}""", """{"Policies":[+]}""")]
    [InlineData("""{"Policies":[{"PolicyName":"Own"}]}""", """{"Policies":[{"PolicyName":"Own"},+]}""")]
    [InlineData("""{"Policies":[{"PolicyName":"P"}]}""", """{"Policies":[{"PolicyName":"P"}]}""")]
    [InlineData("""{"Policies":[{"PolicyName":{"Ref":"X"}}]}""", """{"Policies":[{"PolicyName":{"Ref":"X"}},+]}""")]
    [InlineData("""{"Policies":{"Fn::If":["C",[],{"Ref":"AWS::NoValue"}]}}""", """{"Policies":{"Fn::If":["C",[+],[+]]}}""")]
    public void Add_Policy_IsInEveryBranchOnce(string role, string expected)
    {
        var properties = JsonText.ReadObject(role);

        RolePolicies.Add(properties, "P", RolePolicies.Make("P", new() { { "Effect", "Allow" } })).ShouldBeTrue();

        properties.ToString().ShouldBe(expected.Replace("+", Added, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"Policies":{"Ref":"X"}}""")]
    [InlineData("""{"Policies":{"Fn::If":["C",[],{"Ref":"X"}]}}""")]
    public void Add_ToAnExpression_ChangesNothingAndReturnsFalse(string role)
    {
        var properties = JsonText.ReadObject(role);

        RolePolicies.Add(properties, "P", RolePolicies.Make("P", new() { { "Effect", "Allow" } })).ShouldBeFalse();

        properties.IsEdited.ShouldBeFalse();
    }
}
