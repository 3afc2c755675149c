namespace Macro.Core.Tests.StepFunctions.Steps;

public sealed class AllowLogDeliveryTests
{
    private const string Statement =
        """{"Effect":"Allow","Action":["logs:CreateLogDelivery","logs:CreateLogStream","logs:GetLogDelivery","logs:UpdateLogDelivery","""
        + "\"logs:DeleteLogDelivery\",\"logs:ListLogDeliveries\",\"logs:PutLogEvents\",\"logs:PutResourcePolicy\","
        + "\"logs:DescribeResourcePolicies\",\"logs:DescribeLogGroups\"],\"Resource\":\"*\"}";

    private const string Document = $$"""{"Version":"2012-10-17","Statement":[{{Statement}}]}""";

    [Theory]
    [InlineData("""{"Fn::GetAtt":["R","Arn"]}""")]
    [InlineData("""{"Fn::GetAtt":"R.Arn"}""")]
    [InlineData("""{"Fn::Sub":"${R.Arn}"}""")]
    [InlineData("""{"Fn::If":["C",{"Fn::GetAtt":["R","Arn"]},{"Ref":"AWS::NoValue"}]}""")]
    public void Apply_RoleOfTheTemplate_GetsThePolicy(string role)
    {
        var run = Workflow.Run($"\"RoleArn\":{role},{Workflow.Empty}");

        run.Property("Policies", "R").ShouldBe($$"""[{"PolicyName":"MLogPolicy","PolicyDocument":{{Document}}}]""");
        run.Codes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"arn:aws:iam::123456789012:role/r\"")]
    [InlineData("""{"Fn::Sub":"arn:aws:iam::${AWS::AccountId}:role/r"}""")]
    [InlineData("""{"Fn::ImportValue":"role"}""")]
    [InlineData("""{"Fn::GetAtt":["G","Arn"]}""")]
    public void Apply_RoleElsewhere_IsWarnedOfWithTheStatement(string role)
    {
        var run = Workflow.Run($"\"RoleArn\":{role},{Workflow.Empty}");

        run.Warnings.ShouldHaveSingleItem().ShouldEndWith($"Add this statement to the role: {Statement}");
        run.Property("Policies", "R").ShouldBeNull();
    }

    [Fact]
    public void Apply_LogGroupOfTheUsersOwn_LeavesTheRoleAlone() =>
        Workflow.Run($"{Workflow.LogsAndRole},{Workflow.Empty}").Property("Policies", "R").ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("""
        "RoleArn":{"Ref":"AWS::NoValue"},
        """)]
    public void Apply_NoRole_MakesOne(string role)
    {
        var run = Workflow.Run(role + Workflow.Empty);

        run.Property("RoleArn", "M").ShouldBe("""{"Fn::GetAtt":["MRole","Arn"]}""");
        run.Resource("MRole").GetRawText().ShouldBe(
            """{"Type":"AWS::IAM::Role","Properties":{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":["""
            + """{"Effect":"Allow","Principal":{"Service":"states.amazonaws.com"},"Action":"sts:AssumeRole"}]}"""
            + $$$""","Policies":[{"PolicyName":"MLogPolicy","PolicyDocument":{{{Document}}}}]}}""");
    }

    [Fact]
    public void Apply_LogicalIdOfTheRoleOfAnother_GetsAFreeOne()
    {
        var run = Workflow.Run(Workflow.Empty, more: $",\"MRole\":{Workflow.Role}");

        run.Resource("MRole").GetRawText().ShouldBe(Workflow.Role);
        run.Property("RoleArn", "M").ShouldNotBeNull().ShouldNotContain("\"MRole\"");
    }

    [Theory]
    [InlineData("", $"[{Document}]")]
    [InlineData(",\"Policies\":\"Managed\"", $"[\"Managed\",{Document}]")]
    [InlineData(",\"Policies\":[\"Managed\"]", $"[\"Managed\",{Document}]")]
    [InlineData(",\"Policies\":{\"Statement\":[]}", $$"""[{"Statement":[]},{{Document}}]""")]
    public void Apply_RoleOfSam_GetsThePolicy(string policies, string expected) =>
        Workflow.RunSam(Workflow.Empty + policies).Property("Policies", "S").ShouldBe(expected);

    [Fact]
    public void Apply_SamWithARoleOfItsOwn_GetsNoPolicies()
    {
        var run = Workflow.RunSam($"\"Role\":\"arn:aws:iam::123456789012:role/r\",{Workflow.Empty}");

        run.Property("Policies", "S").ShouldBeNull();
        run.Codes.ShouldBe(["DD503 S"]);
    }
}
