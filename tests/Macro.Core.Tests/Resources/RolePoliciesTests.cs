using Macro.Core.Pipeline;
using Macro.Core.Resources;
using Macro.Core.Tests.Support;
using Macro.Json;

namespace Macro.Core.Tests.Resources;

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
        var (added, properties) = Add(role);

        added.ShouldBeTrue();
        properties.ToString().ShouldBe(expected.Replace("+", Added, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"Policies":{"Ref":"X"}}""")]
    [InlineData("""{"Policies":{"Fn::If":["C",[],{"Ref":"X"}]}}""")]
    public void Add_ToAnExpression_ChangesNothingAndReturnsFalse(string role)
    {
        var (added, properties) = Add(role);

        added.ShouldBeFalse();
        properties.IsEdited.ShouldBeFalse();
    }

    private static (bool Added, ObjectNode Properties) Add(string properties)
    {
        var context = TestInstrumentation.Context(
            $$"""{"Resources":{"R":{"Type":"AWS::IAM::Role","Properties":{{properties}} } } }""");
        var role = context.Template.Find("R")!;
        var policy = RolePolicies.Make("P", PolicyDocument.Of(new ObjectNode { { "Effect", "Allow" } }));
        return (RolePolicies.Add(role, "P", policy, context, InstrumentationMemory.None), role.Properties!);
    }
}
