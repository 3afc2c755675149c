using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Lambda;

/// <summary>Roles that the template shows not to read the API key get the right, and no others.</summary>
public sealed class ApiKeyGrantTests
{
    private const string Secret = "arn:aws:secretsmanager:us-east-1:123456789012:secret:datadog-AbCdEf";
    private const string Short = "arn:aws:secretsmanager:us-east-1:123456789012:secret:datadog";
    private const string Ssm = "arn:aws:ssm:us-east-1:123456789012:parameter/datadog";
    private const string Kms = "arn:aws:kms:us-east-1:123456789012:key/1";
    private const string Sections =
        ""","Parameters":{"Arn":{"Type":"String"},"Known":{"Type":"String","Default":"arn:aws:secretsmanager:r:1:secret:dd"}}""";

    private static string Statement(string action, string resource) =>
        $$"""{"Effect":"Allow","Action":"{{action}}","Resource":{{resource}}}""";

    private static string Policy(params string[] statements) =>
        "{\"PolicyName\":\"DatadogApiKey\",\"PolicyDocument\":" + Document(statements) + "}";

    private static string Document(params string[] statements) =>
        "{\"Version\":\"2012-10-17\",\"Statement\":[" + string.Join(',', statements) + "]}";

    private static MacroRun Run(string parameters, string role, string more = "", string use = """{"Fn::GetAtt":["R","Arn"]}""") =>
        MacroRun.OfFunction(
            $$"""{"Runtime":"provided","Role":{{use}}}""", $$"""{{{parameters}}}""",
            more: ",\"R\":{\"Type\":\"AWS::IAM::Role\",\"Properties\":" + role + "}" + more, sections: Sections);

    [Theory]
    [InlineData($"\"apiKeySecretArn\":\"{Secret}\"", "secretsmanager:GetSecretValue", $"\"{Secret}\"")]
    [InlineData($"\"apiKeySecretArn\":\"{Short}\"", "secretsmanager:GetSecretValue", $"\"{Short}-??????\"")]
    [InlineData(
        $"\"apiKeySecretArn\":\"{Short}-apikey\"",
        "secretsmanager:GetSecretValue",
        $"[\"{Short}-apikey\",\"{Short}-apikey-??????\"]")]
    [InlineData("\"apiKeySecretArn\":{\"Ref\":\"S\"}", "secretsmanager:GetSecretValue", "{\"Ref\":\"S\"}")]
    [InlineData(
        "\"apiKeySecretArn\":{\"Ref\":\"Arn\"}",
        "secretsmanager:GetSecretValue",
        """[{"Ref":"Arn"},{"Fn::Join":["",[{"Ref":"Arn"},"-??????"]]}]""")]
    [InlineData($"\"apiKeySsmArn\":\"{Ssm}\"", "ssm:GetParameter", $"\"{Ssm}\"")]
    public void Grant_RoleWithoutTheRight_GetsItOnTheKeyAlone(string parameter, string action, string resource)
    {
        var run = Run(parameter, "{}", ""","S":{"Type":"AWS::SecretsManager::Secret","Properties":{}}""");

        run.Codes.ShouldBeEmpty();
        run.Property("Policies", "R").ShouldBe("[" + Policy(Statement(action, resource)) + "]");
    }

    [Fact]
    public void Grant_KmsKey_IsAllowedToo()
    {
        Run($"\"apiKeySsmArn\":\"{Ssm}\",\"kmsKeyArn\":\"{Kms}\"", "{}").Property("Policies", "R")
            .ShouldBe("[" + Policy(Statement("ssm:GetParameter", $"\"{Ssm}\""), Statement("kms:Decrypt", $"\"{Kms}\"")) + "]");
        Run($"\"apiKMSKey\":\"x\",\"kmsKeyArn\":\"{Kms}\"", "{}").Property("Policies", "R")
            .ShouldBe("[" + Policy(Statement("kms:Decrypt", $"\"{Kms}\"")) + "]");
        Run($"\"apiKey\":\"x\",\"kmsKeyArn\":\"{Kms}\"", "{}").Property("Policies", "R").ShouldBeNull();
    }

    /// <summary>Policies that grant the right, or that the template does not show.</summary>
    [Theory]
    [InlineData("""{"Policies":[{"PolicyDocument":{"Statement":[{"Effect":"Allow","Action":"ssm:Get*","Resource":"*"}]}}]}""")]
    [InlineData("""{"ManagedPolicyArns":["arn:aws:iam::aws:policy/AmazonSSMReadOnlyAccess"]}""")]
    [InlineData("""{"ManagedPolicyArns":[{"Ref":"Arn"}]}""")]
    [InlineData("""{"Policies":{"Ref":"Arn"}}""")]
    [InlineData("""{"Policies":[{"Ref":"Arn"}]}""")]
    [InlineData("""{"ManagedPolicyArns":[{"Ref":"M"}]}""")]
    public void Grant_RoleThatMayHaveTheRight_IsUnchanged(string role)
    {
        const string Managed =
            """
            ,"M":{"Type":"AWS::IAM::ManagedPolicy",
              "Properties":{"PolicyDocument":{"Statement":[{"Effect":"Allow","Action":"ssm:*","Resource":"*"}]}}}
            """;

        var run = Run($"\"apiKeySsmArn\":\"{Ssm}\"", role, Managed);

        run.Resource("R").GetProperty("Properties").GetRawText().ShouldBe(role);
        run.Codes.ShouldBeEmpty();
    }

    /// <summary>A right that a condition takes away is not enough.</summary>
    [Theory]
    [InlineData(
        """{"Policies":[{"Fn::If":["C",{"PolicyDocument":{"Statement":[{"Effect":"Allow","Action":"*"}]}},{"Ref":"AWS::NoValue"}]}]}""",
        "")]
    [InlineData("""{"ManagedPolicyArns":{"Fn::If":["C",["arn:own"],{"Ref":"AWS::NoValue"}]}}""", "")]
    [InlineData(
        "{}",
        """
        ,"P":{"Type":"AWS::IAM::Policy","Condition":"C",
          "Properties":{"Roles":[{"Ref":"R"}],"PolicyDocument":{"Statement":[{"Effect":"Allow","Action":"*"}]}}}
        """)]
    [InlineData(
        """{"ManagedPolicyArns":[{"Ref":"M"}]}""",
        ""","M":{"Type":"AWS::IAM::ManagedPolicy","Properties":{"PolicyDocument":{"Statement":[]}}}""")]
    public void Grant_RightOnlyUnderACondition_IsAdded(string role, string more) =>
        Run($"\"apiKeySsmArn\":\"{Ssm}\"", role, more).Property("Policies", "R")!.ShouldContain("DatadogApiKey");

    /// <summary>What the user denies, what cannot be added to, and what is no ARN: the warning as without the parameter.</summary>
    [Theory]
    [InlineData($"\"{Ssm}\"", """{"Policies":[{"PolicyDocument":{"Statement":[{"Effect":"Deny","Action":"ssm:*","Resource":"*"}]}}]}""")]
    [InlineData("\"datadog\"", "{}")]
    [InlineData($"\"{Ssm}\"", """{"Policies":[{"PolicyName":"DatadogApiKey","PolicyDocument":{"Statement":[]}}]}""")]
    public void Grant_RoleThatCannotGetTheRight_IsUnchangedWithAWarning(string key, string role)
    {
        var run = Run($"\"apiKeySsmArn\":{key}", role);

        run.Resource("R").GetProperty("Properties").GetRawText().ShouldBe(role);
        run.Codes.ShouldBe(["DD321 F"]);
    }

    [Fact]
    public void Grant_RoleInABranch_IsGrantedAndTheOtherIsReported()
    {
        var run = Run($"\"apiKeySsmArn\":\"{Ssm}\"", "{}", use: """{"Fn::If":["C",{"Fn::GetAtt":["R","Arn"]},"arn:aws:iam::1:role/x"]}""");

        run.Property("Policies", "R").ShouldBe("[" + Policy(Statement("ssm:GetParameter", $"\"{Ssm}\"")) + "]");
        run.Codes.ShouldBe(["DD334 F"]);
    }

    [Fact]
    public void Grant_RoleOfSeveralFunctions_GetsOnePolicyIfAnyAsks()
    {
        const string Second =
            """
            ,"G":{"Type":"AWS::Lambda::Function","Metadata":{"Datadog":{"grantSecretAccess":true}},
              "Properties":{"Runtime":"provided","Role":{"Fn::GetAtt":["R","Arn"]}}}
            """;

        Run($"\"apiKeySsmArn\":\"{Ssm}\"", "{}", Second).Property("Policies", "R")
            .ShouldBe("[" + Policy(Statement("ssm:GetParameter", $"\"{Ssm}\"")) + "]");
        Run($"\"apiKeySsmArn\":\"{Ssm}\",\"grantSecretAccess\":false", "{}", Second).Property("Policies", "R").ShouldNotBeNull();
        Run($"\"apiKeySsmArn\":\"{Ssm}\",\"grantSecretAccess\":false", "{}").Codes.ShouldBe(["DD321 F"]);
    }

    [Theory]
    [InlineData("", "[+]")]
    [InlineData(",\"Policies\":[]", "[+]")]
    [InlineData(",\"Policies\":\"AWSXrayWriteOnlyAccess\"", "[\"AWSXrayWriteOnlyAccess\",+]")]
    [InlineData(",\"Policies\":[{\"SSMParameterReadPolicy\":{\"ParameterName\":\"x\"}}]", null)]
    [InlineData(",\"Policies\":{\"Ref\":\"Arn\"}", null)]
    public void Grant_RoleThatSamCreates_GetsItByPolicies(string properties, string? expected)
    {
        var run = MacroRun.OfFunction(
            "{\"Runtime\":\"provided\"" + properties + "}", $$"""{"apiKeySsmArn":"{{Ssm}}"}""", type: "AWS::Serverless::Function",
            sections: Sections);

        if (expected is not null)
        {
            var document = Document(Statement("ssm:GetParameter", $"\"{Ssm}\""));
            run.Property("Policies").ShouldBe(expected.Replace("+", document, StringComparison.Ordinal));
        }
        run.Codes.ShouldBeEmpty();
    }

    /// <summary>CloudFormation rejects circular dependencies, such as by the policy of the key that encrypts the secret.</summary>
    [Theory]
    [InlineData("""{"Ref":"K"}""", """{"Principal":{"AWS":{"Fn::GetAtt":["R","Arn"]}}}""", true)]
    [InlineData("""{"Ref":"K"}""", """{"Principal":{"AWS":{"Fn::Sub":"${R.Arn}"}}}""", true)]
    [InlineData("""{"Ref":"K"}""", """{"Principal":"*"}""", false)]
    [InlineData("\"alias/x\"", """{"Principal":{"AWS":{"Fn::GetAtt":["R","Arn"]}}}""", false)]
    public void Grant_SecretThatDependsOnTheRole_IsNotReferredTo(string key, string policy, bool isCircular)
    {
        var run = Run("\"apiKeySecretArn\":{\"Ref\":\"S\"}", "{}",
            ",\"S\":{\"Type\":\"AWS::SecretsManager::Secret\",\"Properties\":{\"KmsKeyId\":" + key + "}},"
            + "\"K\":{\"Type\":\"AWS::KMS::Key\",\"Properties\":{\"KeyPolicy\":" + policy + "}}");

        run.Codes.ShouldBe(isCircular ? ["DD321 F"] : []);
        (run.Property("Policies", "R") is null).ShouldBe(isCircular);
    }

    [Fact]
    public void Grant_KnownParameterWithAShortArn_IsCompleted() =>
        Run("\"apiKeySecretArn\":{\"Ref\":\"Known\"}", "{}").Property("Policies", "R")!
            .ShouldContain("\"Resource\":\"arn:aws:secretsmanager:r:1:secret:dd-??????\"");

    [Fact]
    public void Grant_FunctionLeftAlone_LeavesItsRoleAlone() =>
        Run($"\"apiKeySsmArn\":\"{Ssm}\",\"exclude\":\"F\"", "{}").Property("Policies", "R").ShouldBeNull();
}
