using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Lambda;

/// <content>Functions that a distribution or a role marks as Lambda@Edge.</content>
public sealed partial class FunctionFinderTests
{
    [Theory]
    [InlineData("""{"DefaultCacheBehavior":{"LambdaFunctionAssociations":[{"LambdaFunctionARN":{"Ref":"V"}}]}}""", true)]
    [InlineData("""{"CacheBehaviors":[{"LambdaFunctionAssociations":[{"LambdaFunctionARN":{"Ref":"V"}}]}]}""", true)]
    [InlineData(
        """{"DefaultCacheBehavior":{"LambdaFunctionAssociations":[{"LambdaFunctionARN":{"Fn::If":["C",{"Ref":"V"},"""
            + """{"Ref":"AWS::NoValue"}]}}]}}""", true)]
    [InlineData("""{"DefaultCacheBehavior":{"LambdaFunctionAssociations":[{"LambdaFunctionARN":{"Ref":"F.Version"}}]}}""", true)]
    [InlineData("""{"DefaultCacheBehavior":{"LambdaFunctionAssociations":[{"LambdaFunctionARN":{"Fn::GetAtt":["F","Arn"]}}]}}""", true)]
    [InlineData(
        """{"DefaultCacheBehavior":{"LambdaFunctionAssociations":[{"LambdaFunctionARN":"arn:aws:lambda:us-east-1:1:function:x:1"}]}}""",
        false)]
    [InlineData("""{"Comment":{"Ref":"V"}}""", false)]
    public void Find_VersionInADistribution_FunctionIsLeftAlone(string distribution, bool isEdge)
    {
        var run = MacroRun.OfFunction("""{"Runtime":"nodejs22.x","Handler":"h"}""", Parameters,
            more: ""","""
                + "\"V\":{\"Type\":\"AWS::Lambda::Version\",\"Properties\":{\"FunctionName\":{\"Ref\":\"F\"}}},"
                + "\"D\":{\"Type\":\"AWS::CloudFront::Distribution\",\"Properties\":{\"DistributionConfig\":"
                + distribution + "}}");

        var isUsed = distribution.Contains("Ref", StringComparison.Ordinal);
        run.Codes.ShouldBe(isEdge ? ["DD314 F"] : isUsed ? ["DD315 F"] : []);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(",\"Role\":{\"Fn::GetAtt\":[\"Edge\",\"Arn\"]}", "DD314 F")]
    [InlineData(",\"Role\":{\"Fn::GetAtt\":[\"Plain\",\"Arn\"]}", "")]
    [InlineData(",\"Role\":{\"Fn::If\":[\"C\",{\"Fn::GetAtt\":[\"Plain\",\"Arn\"]},{\"Fn::GetAtt\":[\"Edge\",\"Arn\"]}]}", "DD314 F")]
    public void Find_RolesOfATemplateWithAnEdgeRole_OnlyThoseThatUseItAreLeftAlone(string role, string codes)
    {
        var run = MacroRun.OfFunction($$"""{"Runtime":"provided"{{role}}}""", "{}", more: Roles);

        string.Join(',', run.Codes).ShouldBe(codes);
    }

    [Theory]
    [InlineData("", "DD314 F")]
    [InlineData(",\"Role\":{\"Fn::GetAtt\":[\"Plain\",\"Arn\"]}", "")]
    public void Find_RoleOfSamGlobals_CountsUnlessTheFunctionHasItsOwn(string role, string codes)
    {
        var run = MacroRun.OfFunction($$"""{"Runtime":"provided"{{role}}}""", "{}", more: Roles, type: "AWS::Serverless::Function",
            sections: ""","Globals":{"Function":{"Role":{"Fn::GetAtt":["Edge","Arn"]}}}""");

        string.Join(',', run.Codes).ShouldBe(codes);
    }

    private const string Roles = """
        ,"Edge":{"Type":"AWS::IAM::Role",
          "Properties":{"AssumeRolePolicyDocument":{"Statement":[{"Principal":{"Service":"edgelambda.amazonaws.com"}}]}}},
        "Plain":{"Type":"AWS::IAM::Role",
          "Properties":{"AssumeRolePolicyDocument":{"Statement":[{"Principal":{"Service":"lambda.amazonaws.com"}}]}}}
        """;
}
