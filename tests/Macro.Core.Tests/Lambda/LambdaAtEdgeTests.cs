using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Lambda;

/// <summary>
/// Which functions count as Lambda@Edge; frameworks share one role that trusts the edge among all functions of a service.
/// </summary>
public sealed class LambdaAtEdgeTests
{
    private const string Parameters = """{"layerVersion":1}""";
    private const string Role = "\"Role\":{\"Fn::GetAtt\":[\"R\",\"Arn\"]}";
    private const string Edge = "edgelambda.amazonaws.com";

    private const string Distribution = """
        ,"V":{"Type":"AWS::Lambda::Version","Properties":{"FunctionName":{"Ref":"F"}}},
        "D":{"Type":"AWS::CloudFront::Distribution","Properties":{"DistributionConfig":{
          "DefaultCacheBehavior":{"LambdaFunctionAssociations":[{"LambdaFunctionARN":{"Ref":"V"}}]}}}}
        """;

    [Theory]
    [InlineData("\"edgelambda.amazonaws.com\"", true)]
    [InlineData("[\"lambda.amazonaws.com\",\"edgelambda.amazonaws.com\"]", true)]
    [InlineData("{\"Fn::Sub\":\"edgelambda.${AWS::URLSuffix}\"}", true)]
    [InlineData("{\"Fn::Join\":[\"\",[\"edgelambda.\",{\"Ref\":\"AWS::URLSuffix\"}]]}", true)]
    [InlineData("\"edgelambda.amazonaws.com.cn\"", true)]
    [InlineData("\"lambda.amazonaws.com\"", false)]
    [InlineData("\"myedgelambda.amazonaws.com\"", false)]
    public void Find_PrincipalOfTheRole_DecidesWithoutADistribution(string service, bool isEdge) =>
        Run(Function(Role), RoleThatTrusts(service)).Codes.ShouldBe(isEdge ? ["DD314 F"] : []);

    [Theory]
    [InlineData("\"edgelambda.amazonaws.com\"", true)]
    [InlineData("{\"Fn::Sub\":\"edgelambda.${AWS::URLSuffix}\"}", true)]
    [InlineData("\"lambda.amazonaws.com\"", false)]
    public void Find_TrustPolicyOfASamFunction_Decides(string service, bool isEdge) =>
        MacroRun.OfFunction(Function($"\"AssumeRolePolicyDocument\":{Trust(service)}"), Parameters, type: "AWS::Serverless::Function").Codes
            .ShouldBe(isEdge ? ["DD314 F"] : []);

    [Fact]
    public void Find_TrustPolicyInGlobals_CountsForFunctionsWithoutARole()
    {
        var run = MacroRun.Of(
            "{\"Globals\":{\"Function\":{\"AssumeRolePolicyDocument\":" + Trust($"\"{Edge}\"") + "}},\"Resources\":{"
                + "\"F\":{\"Type\":\"AWS::Serverless::Function\",\"Properties\":" + Function("\"MemorySize\":128") + "},"
                + "\"G\":{\"Type\":\"AWS::Serverless::Function\",\"Properties\":" + Function("\"Role\":\"arn:aws:iam::1:role/r\"") + "}}}",
            Parameters);

        run.Codes.ShouldBe(["DD314 F"]);
        run.Instrumented.ShouldBe(["G"]);
    }

    [Fact]
    public void Find_SharedRoleWithOneFunctionInADistribution_OthersAreInstrumented()
    {
        var run = Run(
            Function(Role), RoleThatTrusts($"\"{Edge}\"") + Distribution + ",\"G\":{\"Type\":\"AWS::Lambda::Function\",\"Properties\":"
                + Function(Role) + "}");

        run.Codes.ShouldBe(["DD314 F"]);
        run.Instrumented.ShouldBe(["G"]);
    }

    [Fact]
    public void Find_FunctionOfAnotherEdgeRole_IsStillAtTheEdge()
    {
        var other = ",\"S\":{\"Type\":\"AWS::IAM::Role\",\"Properties\":{\"AssumeRolePolicyDocument\":" + Trust($"\"{Edge}\"") + "}}"
            + ",\"G\":{\"Type\":\"AWS::Lambda::Function\",\"Properties\":"
            + Function("\"Role\":{\"Fn::GetAtt\":[\"S\",\"Arn\"]}") + "}";

        Run(Function(Role), RoleThatTrusts($"\"{Edge}\"") + Distribution + other).Codes.ShouldBe(["DD314 F", "DD314 G"]);
    }

    [Theory]
    [InlineData("\"Environment\":{\"Variables\":{\"A\":\"b\"}}", false)]
    [InlineData("\"Environment\":{\"Variables\":{\"Fn::If\":[\"C\",{\"A\":\"b\"},{\"A\":\"c\"}]}}", false)]
    [InlineData("\"Environment\":{\"Variables\":{\"Fn::If\":[\"C\",{\"A\":\"b\"},{}]}}", true)]
    [InlineData("\"Environment\":{\"Variables\":{\"Fn::If\":[\"C\",{\"A\":\"b\"},{\"Ref\":\"AWS::NoValue\"}]}}", true)]
    [InlineData("\"Environment\":{\"Variables\":{}}", true)]
    [InlineData("\"Environment\":{}", true)]
    [InlineData("\"Layers\":[\"arn:aws:lambda:us-east-1:1:layer:x:1\"]", false)]
    [InlineData("\"Layers\":[]", true)]
    [InlineData("\"Layers\":[{\"Ref\":\"AWS::NoValue\"}]", true)]
    [InlineData("\"Layers\":{\"Ref\":\"Unknown\"}", true)]
    [InlineData("\"Architectures\":[\"arm64\"]", false)]
    [InlineData("\"Architectures\":[\"x86_64\"]", true)]
    [InlineData("\"Architectures\":{\"Ref\":\"Unknown\"}", true)]
    public void Find_WhatTheEdgeDoesNotAllow_IsNoEdgeFunction(string properties, bool isEdge)
    {
        var run = Run(Function($"{Role},{properties}"), RoleThatTrusts($"\"{Edge}\""));

        run.Codes.ShouldBe(isEdge ? ["DD314 F"] : []);
    }

    [Fact]
    public void Find_VersionInADistributionWithVariables_IsInstrumented() =>
        Run(Function("\"Environment\":{\"Variables\":{\"A\":\"b\"}}"), Distribution).Instrumented.ShouldBe(["F"]);

    [Theory]
    [InlineData("us-east-1", true)]
    [InlineData("eu-west-3", false)]
    [InlineData("us-gov-west-1", false)]
    public void Find_Region_MustBeTheOneOfTheEdge(string region, bool isEdge) =>
        MacroRun.OfFunction(
            Function(Role), Parameters, more: $"{RoleThatTrusts($"\"{Edge}\"")}{Distribution}", region: region).Instrumented.Count
            .ShouldBe(isEdge ? 0 : 1);

    private static MacroRun Run(string properties, string more) => MacroRun.OfFunction(properties, Parameters, more: more);

    private static string Function(string properties) => "{\"Runtime\":\"nodejs22.x\",\"Handler\":\"h\"," + properties + "}";

    private static string RoleThatTrusts(string service) =>
        ",\"R\":{\"Type\":\"AWS::IAM::Role\",\"Properties\":{\"AssumeRolePolicyDocument\":" + Trust(service) + "}}";

    private static string Trust(string service) =>
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":" + service
            + "},\"Action\":\"sts:AssumeRole\"}]}";
}
