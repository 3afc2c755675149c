using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Lambda;

public sealed class ApiKeyPermissionTests
{
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
        true)]
    [InlineData(
        """{"Policies":[{"PolicyDocument":{"Statement":{"Effect":"Allow","Action":["s3:*","SecretsManager:Get*"],"Resource":"*"}}}]}""",
        false)]
    [InlineData("""{"Policies":[{"PolicyDocument":{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}}]}""", false)]
    [InlineData("""{"Policies":[{"PolicyDocument":{"Statement":[{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}]}}]}""", false)]
    [InlineData("""{"Policies":[{"PolicyDocument":{"Statement":[{"Effect":"Deny","Action":"secretsmanager:*","Resource":"*"}]}}]}""", true)]
    [InlineData(
        """{"Policies":[{"PolicyDocument":{"Statement":[{"Effect":"Allow","Action":{"Ref":"Actions"},"Resource":"*"}]}}]}""", false)]
    [InlineData("""{"Policies":[{"PolicyDocument":{"Ref":"Document"}}]}""", false)]
    [InlineData("""{"Policies":[{"Fn::If":["C",{"PolicyDocument":{}},{"Ref":"AWS::NoValue"}]}]}""", true)]
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
    public void Check_RoleThatCannotBeSeenOrNeedsNothing_GetsNoWarning(string parameters, string role) =>
        MacroRun.OfFunction(
            $$"""{"Runtime":"provided","Role":{{role}}}""",
            parameters,
            more: ""","R":{"Type":"AWS::IAM::Role","Properties":{}}""").Codes.ShouldBeEmpty();

    private const string Secret = "arn:aws:secretsmanager:us-east-1:123456789012:secret:datadog-AbCdEf";

    [Theory]
    [InlineData($"\"{Secret}\"", $"\"{Secret}\"", false)]
    [InlineData($"\"{Secret}\"", "\"*\"", false)]
    [InlineData($"\"{Secret}\"", "\"arn:aws:secretsmanager:us-east-1:123456789012:secret:datadog-*\"", false)]
    [InlineData($"\"{Secret}\"", "\"arn:aws:secretsmanager:*:*:secret:datadog-??????\"", false)]
    [InlineData(
        "\"arn:aws:secretsmanager:us-east-1:123456789012:secret:datadog\"",
        "\"arn:aws:secretsmanager:us-east-1:123456789012:secret:datadog-??????\"",
        false)]
    [InlineData($"\"{Secret}\"", "\"arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf\"", true)]
    [InlineData(
        $"\"{Secret}\"", """["arn:aws:secretsmanager:us-east-1:123456789012:secret:db-*",{"Fn::Sub":"${AWS::StackName}"}]""", false)]
    [InlineData(
        $"\"{Secret}\"", """{"Fn::Sub":"arn:aws:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:db-*"}""", true)]
    [InlineData(
        $"\"{Secret}\"", """{"Fn::Sub":"arn:aws:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:datadog-*"}""", false)]
    [InlineData($"\"{Secret}\"", """{"Ref":"Db"}""", true)]
    [InlineData($"\"{Secret}\"", """{"Ref":"Named"}""", false)]
    [InlineData($"\"{Secret}\"", """{"Ref":"Parameter"}""", false)]
    [InlineData($"\"{Secret}\"", "\"dev-secret\"", false)]
    [InlineData($"\"{Secret}\"", """{"Fn::If":["C",{"Ref":"Db"},{"Ref":"Parameter"}]}""", false)]
    [InlineData($"\"{Secret}\"", """{"Fn::If":["C",{"Ref":"Db"},{"Ref":"AWS::NoValue"}]}""", true)]
    [InlineData("""{"Ref":"Named"}""", """{"Ref":"Named"}""", false)]
    [InlineData("""{"Ref":"Named"}""", """{"Ref":"Db"}""", true)]
    [InlineData("""{"Ref":"Named"}""", """{"Fn::Sub":"${Db}"}""", true)]
    [InlineData("""{"Ref":"Parameter"}""", """{"Ref":"Db"}""", false)]
    [InlineData("""{"Ref":"Parameter"}""", """{"Ref":"Parameter"}""", false)]
    public void Check_ResourceOfAStatement_MustBeTheKey(string key, string resource, bool warns)
    {
        var statement = """{"Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":""" + resource + "}";
        var policies = "[{\"PolicyName\":\"p\",\"PolicyDocument\":{\"Statement\":[" + statement + "]}}]";

        var run = MacroRun.OfFunction(
            """{"Runtime":"provided","Role":{"Fn::GetAtt":["R","Arn"]}}""",
            $$"""{"apiKeySecretArn":{{key}},"grantSecretAccess":false}""",
            more: ",\"R\":{\"Type\":\"AWS::IAM::Role\",\"Properties\":{\"Policies\":" + policies + "}}" + """
            ,"Db":{"Type":"AWS::SecretsManager::Secret","Properties":{}},
            "Named":{"Type":"AWS::SecretsManager::Secret","Properties":{"Name":"datadog"}}
            """,
            sections: ""","Parameters":{"Parameter":{"Type":"String","NoEcho":true}}""");

        run.Codes.ShouldBe(warns ? ["DD321 F"] : []);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(",\"Policies\":[]", true)]
    [InlineData(",\"Policies\":\"AWSLambdaBasicExecutionRole\"", true)]
    [InlineData(",\"Policies\":[\"AWSXrayWriteOnlyAccess\",{\"DynamoDBCrudPolicy\":{\"TableName\":\"t\"}}]", true)]
    [InlineData(",\"Policies\":\"SecretsManagerReadWrite\"", false)]
    [InlineData(",\"Policies\":{\"Ref\":\"Arns\"}", false)]
    [InlineData(",\"Policies\":[{\"Ref\":\"Arn\"}]", false)]
    [InlineData(",\"Policies\":[{\"Ref\":\"AWS::NoValue\"}]", true)]
    [InlineData($",\"Policies\":[{{\"AWSSecretsManagerGetSecretValuePolicy\":{{\"SecretArn\":\"{Secret}\"}}}}]", false)]
    [InlineData(",\"Policies\":[{\"AWSSecretsManagerGetSecretValuePolicy\":{\"SecretArn\":\"arn:other\"}}]", true)]
    [InlineData(
        ""","Policies":[{"Statement":[{"Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":"*"}]}]""", false)]
    [InlineData(
        ""","Policies":[{"Statement":[{"Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":"arn:other"}]}]""", true)]
    [InlineData(",\"Role\":\"arn:aws:iam::1:role/x\"", false)]
    public void Check_RoleThatSamCreates_MustBeAbleToReadTheKey(string properties, bool warns)
    {
        var run = MacroRun.OfFunction(
            "{\"Runtime\":\"provided\"" + properties + "}", $$"""{"apiKeySecretArn":"{{Secret}}","grantSecretAccess":false}""",
            type: "AWS::Serverless::Function");

        run.Warnings.ShouldBe(!warns ? [] :
        [
            "DD321 F: Nothing in this template allows role FRole to read the API key for F. "
                + "Allow the role secretsmanager:GetSecretValue on the ARN in apiKeySecretArn.",
        ]);
    }

    [Fact]
    public void Check_PolicyAttachedToTheRoleThatSamCreates_MayGrantTheRead() =>
        MacroRun.OfFunction("""{"Runtime":"provided"}""", $$"""{"apiKeySecretArn":"{{Secret}}","grantSecretAccess":false}""",
            type: "AWS::Serverless::Function",
            more: """
            ,"P":{"Type":"AWS::IAM::Policy","Properties":{"Roles":[{"Ref":"FRole"}],
              "PolicyDocument":{"Statement":[{"Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":"*"}]}}}
            """).Codes.ShouldBeEmpty();

    [Theory]
    [InlineData(3, "F0, F1, F2")]
    [InlineData(7, "F0, F1, F2, F3, F4 and 2 more functions")]
    public void Check_FunctionsOfOneRole_AreNamedInOneWarning(int count, string names)
    {
        var functions = Enumerable.Range(0, count).Select(i =>
            $$$$"""
            "F{{{{i}}}}":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"provided","Role":{"Fn::GetAtt":["R","Arn"]}}}
            """);

        var run = MacroRun.Of(
            "{\"Resources\":{" + string.Join(',', functions) + ",\"R\":{\"Type\":\"AWS::IAM::Role\",\"Properties\":{}}}}",
            """{"apiKeySsmArn":"p"}""");

        run.Warnings.ShouldBe(
        [
            $"DD321 F0: Nothing in this template allows role R to read the API key for {names}. "
                + "Allow the role ssm:GetParameter on the ARN in apiKeySsmArn.",
        ]);
    }
}
