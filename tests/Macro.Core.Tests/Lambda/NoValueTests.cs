using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Lambda;

/// <summary>A value that is <c>AWS::NoValue</c> is not there.</summary>
public sealed class NoValueTests
{
    private const string NoValue = """{"Ref":"AWS::NoValue"}""";

    [Theory]
    [InlineData("DD_SITE", "\"datadoghq.com\"")]
    [InlineData("DD_LAMBDA_HANDLER", "\"a.b\"")]
    [InlineData("DD_TAGS", "\"git.commit.sha:1,git.repository_url:github.com/a/b\"")]
    public void Run_VariableThatIsNoValue_IsSet(string name, string expected)
    {
        var run = MacroRun.OfFunction(
            "{\"Runtime\":\"python3.13\",\"Handler\":\"a.b\",\"Environment\":{\"Variables\":{\"" + name + "\":" + NoValue + "}}}",
            """{"layerVersion":1,"gitData":"1,https://github.com/a/b"}""");

        run.Variable(name).ShouldBe(expected);
        run.Codes.ShouldBeEmpty();
    }

    [Fact]
    public void Run_TagsUnderConditions_CountOnlyWhereTheyAreCertain()
    {
        var certain = Enumerable.Range(0, 40).Select(i => $"{{\"Key\":\"k{i}\",\"Value\":\"v\"}}");
        var perhaps = Enumerable.Range(0, 12).Select(i => $"{{\"Fn::If\":[\"C\",{{\"Key\":\"p{i}\",\"Value\":\"v\"}},{NoValue}]}}");

        MacroRun.OfFunction("{\"Runtime\":\"provided\",\"Tags\":[" + string.Join(',', certain.Concat(perhaps)) + "]}", "{}").Succeeded
            .ShouldBeTrue();
    }

    [Fact]
    public void Run_GlobalsOfSam_CountTowardsTheLimits()
    {
        var tags = string.Join(',', Enumerable.Range(0, 50).Select(i => $"\"k{i}\":\"v\""));
        var globals = ",\"Globals\":{\"Function\":{\"Tags\":{" + tags + "},\"Environment\":{\"Variables\":{\"BIG\":\""
            + new string('x', 4090) + "\"}}}}";

        MacroRun.OfFunction("""{"Runtime":"provided"}""", "{}", sections: globals, type: "AWS::Serverless::Function").Codes
            .ShouldBe(["DD602 F", "DD603 F"]);
    }

    [Fact]
    public void Run_EdgeRoleUnderACondition_LeavesTheFunctionAlone()
    {
        var run = MacroRun.OfFunction(
            """{"Runtime":"nodejs22.x","Handler":"h","Role":{"Fn::If":["C",{"Fn::GetAtt":["E","Arn"]},"arn:aws:iam::1:role/x"]}}""",
            """{"layerVersion":1}""",
            more: """
            ,"E":{"Type":"AWS::IAM::Role",
              "Properties":{"AssumeRolePolicyDocument":{"Statement":[{"Principal":{"Service":"edgelambda.amazonaws.com"}}]}}}
            """);

        run.Codes.ShouldBe(["DD314 F"]);
        run.Instrumented.ShouldBeEmpty();
    }
}
