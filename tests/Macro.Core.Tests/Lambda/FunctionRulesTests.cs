using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Lambda;

public sealed class FunctionRulesTests
{
    [Theory]
    [InlineData("""{"layerVersion":1}""", "DD302 layerVersion")]
    [InlineData("""{"layerVersion":1,"nodeLayerVersion":2}""", "")]
    [InlineData("""{"layerVersion":1,"nodeLayerArn":"arn:l:1"}""", "")]
    [InlineData("""{"layerVersion":1,"exclude":"N"}""", "")]
    [InlineData("""{"layerVersion":1,"addLayers":false}""", "")]
    [InlineData("""{"pythonLayerVersion":1,"nodeLayerVersion":1}""", "")]
    [InlineData("""{"pythonLayerVersion":1}""", "")]
    [InlineData("{}", "")]
    [InlineData("""{"pythonLayerVersion":1,"pinnedLayerVersions":false}""", "DD301 N")]
    [InlineData("""{"pinnedLayerVersions":false}""", "DD301 P,DD301 N")]
    [InlineData("""{"layersAccountId":"111122223333"}""", "DD301 P,DD301 N")]
    public void Check_LanguagesAndVersions_MustFit(string parameters, string codes)
    {
        var run = MacroRun.Of(
            """
            {"Resources":{"P":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"python3.12","Handler":"h"}},
              "N":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"nodejs22.x","Handler":"h"}},
              "G":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"provided"}}}}
            """, parameters);

        string.Join(',', run.Codes).ShouldBe(codes);
    }

    [Theory]
    [InlineData("nodejs22.x", "", "DD304 F")]
    [InlineData("nodejs22.x", ",\"extensionLayerVersion\":65", "")]
    [InlineData("nodejs22.x", ",\"flushMetricsToLogs\":true", "")]
    [InlineData("python3.12", "", "")]
    public void Check_SecretOfANodeFunction_NeedsTheExtension(string runtime, string more, string codes)
    {
        var flush = more.Contains("flush", StringComparison.Ordinal) ? "" : ",\"flushMetricsToLogs\":false";

        var run = MacroRun.OfFunction(
            $$"""{"Runtime":"{{runtime}}","Handler":"h"}""", $$"""{"layerVersion":1,"apiKeySecretArn":"s"{{flush}}{{more}}}""");

        string.Join(',', run.Codes).ShouldBe(codes);
    }

    private const string Harmless =
        "\"ManagedPolicyArns\":[{\"Fn::Join\":[\"\",[\"arn:\",{\"Ref\":\"AWS::Partition\"},"
            + "\":iam::aws:policy/service-role/AWSLambdaBasicExecutionRole\"]]}]";

    /// <summary>In the table, S stands for a statement's members.</summary>
    [Theory]
    [InlineData("{}", true)]
    [InlineData("{" + Harmless + "}", true)]
    [InlineData("""{"ManagedPolicyArns":["arn:aws:iam::aws:policy/SecretsManagerReadWrite"]}""", false)]
    [InlineData(
        """
        {"ManagedPolicyArns":["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
          "arn:aws:iam::aws:policy/SecretsManagerReadWrite"]}
        """,
        false)]
    [InlineData("""{"ManagedPolicyArns":{"Ref":"Arns"}}""", false)]
    [InlineData("""{"Policies":[{"PolicyDocument":{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}}]}""", true)]
    [InlineData(
        """
        {"Policies":[{"PolicyDocument":{"Statement":[
          {"Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":"arn:x"}]}}]}
        """,
        false)]
    [InlineData(
        """{"Policies":[{"PolicyDocument":{"Statement":{"Effect":"Allow","Action":["s3:*","SecretsManager:Get*"],"Resource":"*"}}}]}""",
        false)]
    [InlineData("""{"Policies":[{"PolicyDocument":{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}}]}""", false)]
    [InlineData("""{"Policies":[{"PolicyDocument":{"Statement":[{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}]}}]}""", false)]
    [InlineData("""{"Policies":[{"PolicyDocument":{"Statement":[{"Effect":"Deny","Action":"secretsmanager:*","Resource":"*"}]}}]}""", true)]
    [InlineData(
        """{"Policies":[{"PolicyDocument":{"Statement":[{"Effect":"Allow","Action":{"Ref":"Actions"},"Resource":"*"}]}}]}""", false)]
    [InlineData("""{"Policies":[{"PolicyDocument":{"Ref":"Document"}}]}""", false)]
    [InlineData("""{"Policies":[{"Fn::If":["C",{"PolicyDocument":{}},{"Ref":"AWS::NoValue"}]}]}""", false)]
    public void Check_RoleOfTheTemplate_MustBeAbleToReadTheKey(string role, bool warns)
    {
        var run = MacroRun.OfFunction(
            """{"Runtime":"provided","Role":{"Fn::GetAtt":["R","Arn"]}}""", """{"apiKeySecretArn":"s","enableXrayTracing":true}""",
            more: ",\"R\":{\"Type\":\"AWS::IAM::Role\",\"Properties\":" + role + "}");

        run.Codes.ShouldBe(warns ? ["DD321 F"] : []);
    }

    [Theory]
    [InlineData(
        "AWS::IAM::Policy",
        """{"Roles":[{"Ref":"R"}],"PolicyDocument":{"Statement":[{"Effect":"Allow","Action":"ssm:GetParameter"}]}}""",
        false)]
    [InlineData(
        "AWS::IAM::ManagedPolicy",
        """{"Roles":[{"Ref":"R"}],"PolicyDocument":{"Statement":[{"Effect":"Allow","Action":"ssm:Get*"}]}}""",
        false)]
    [InlineData(
        "AWS::IAM::RolePolicy", """{"RoleName":{"Ref":"R"},"PolicyDocument":{"Statement":[{"Effect":"Allow","Action":"ssm:*"}]}}""", false)]
    [InlineData(
        "AWS::IAM::Policy", """{"Roles":[{"Ref":"Other"}],"PolicyDocument":{"Statement":[{"Effect":"Allow","Action":"ssm:*"}]}}""", true)]
    [InlineData(
        "AWS::IAM::Policy", """{"Roles":[{"Ref":"R"}],"PolicyDocument":{"Statement":[{"Effect":"Allow","Action":"s3:*"}]}}""", true)]
    [InlineData(
        "AWS::S3::BucketPolicy", """{"Roles":[{"Ref":"R"}],"PolicyDocument":{"Statement":[{"Effect":"Allow","Action":"ssm:*"}]}}""", true)]
    public void Check_PolicyBesideTheRole_MayGrantTheRead(string type, string policy, bool warns)
    {
        var run = MacroRun.OfFunction("""{"Runtime":"provided","Role":{"Fn::GetAtt":["R","Arn"]}}""", """{"apiKeySsmArn":"p"}""",
            more: ",\"R\":{\"Type\":\"AWS::IAM::Role\",\"Properties\":{}},\"P\":{\"Type\":\"" + type + "\",\"Properties\":" + policy + "}");

        run.Codes.ShouldBe(warns ? ["DD321 F"] : []);
    }

    [Theory]
    [InlineData("""{"apiKeySsmName":"x"}""", """{"Fn::GetAtt":["R","Arn"]}""")]
    [InlineData("""{"apiKeySecretArn":"x"}""", "\"arn:aws:iam::1:role/x\"")]
    [InlineData("""{"apiKeySecretArn":"x"}""", """{"Fn::If":["C",{"Fn::GetAtt":["R","Arn"]},"arn:x"]}""")]
    public void Check_RoleThatCannotBeSeenOrNeedsNothing_GetsNoWarning(string parameters, string role) =>
        MacroRun.OfFunction(
            $$"""{"Runtime":"provided","Role":{{role}}}""",
            parameters,
            more: ""","R":{"Type":"AWS::IAM::Role","Properties":{}}""").Codes.ShouldBeEmpty();
}
