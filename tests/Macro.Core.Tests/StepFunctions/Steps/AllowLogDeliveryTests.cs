using System.Text;
using Macro.Core.Pipeline;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.StepFunctions.Steps;

public sealed class AllowLogDeliveryTests
{
    private const string Statement =
        """{"Effect":"Allow","Action":["logs:CreateLogDelivery","logs:CreateLogStream","logs:GetLogDelivery","logs:UpdateLogDelivery","""
        + "\"logs:DeleteLogDelivery\",\"logs:ListLogDeliveries\",\"logs:PutLogEvents\",\"logs:PutResourcePolicy\","
        + "\"logs:DescribeResourcePolicies\",\"logs:DescribeLogGroups\"],\"Resource\":\"*\"}";

    private const string RoleAndDefinition = $$"""
        "RoleArn":{"Fn::GetAtt":["R","Arn"]},{{Workflow.Empty}}
        """;

    private static readonly MacroSettings Settings = new(new Dictionary<string, string>());

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

    [Fact]
    public void Apply_RoleOfSeveralStateMachines_GetsOnePolicy()
    {
        var run = Workflow.Run(RoleAndDefinition, more: Machine("B") + Machine("Z"));

        run.Property("Policies", "R").ShouldBe($$"""[{"PolicyName":"MLogPolicy","PolicyDocument":{{Document}}}]""");
    }

    /// <summary>The machine is the first of the template; the policy keeps its name and the role does not change.</summary>
    [Fact]
    public void Apply_StateMachineAddedLater_UsesThePolicy()
    {
        var before = Workflow.Run(RoleAndDefinition, more: Machine("B"));

        var after = MacroRun.Of(
            before.Text.Replace("{\"Resources\":{", $"{{\"Resources\":{{{Machine("A")[1..]},", StringComparison.Ordinal),
            Workflow.Parameters);

        after.Property("Policies", "R").ShouldBe(before.Property("Policies", "R"));
        after.Property("LoggingConfiguration", "A").ShouldNotBeNull().ShouldContain("ALogGroup");
    }

    [Fact]
    public void Apply_RolesThatAreSharedInOneBranch_GetOnePolicyEach()
    {
        var run = Workflow.Run(
            RoleAndDefinition,
            more: $"{Machine("B", """{"Fn::If":["C",{"Fn::GetAtt":["R","Arn"]},{"Fn::GetAtt":["S","Arn"]}]}""")},\"S\":{Workflow.Role}");

        run.Property("Policies", "R").ShouldBe($$"""[{"PolicyName":"MLogPolicy","PolicyDocument":{{Document}}}]""");
        run.Property("Policies", "S").ShouldBe($$"""[{"PolicyName":"BLogPolicy","PolicyDocument":{{Document}}}]""");
    }

    [Fact]
    public void Revert_RoleOfSeveralStateMachines_LeavesNoPolicy()
    {
        var (instrumented, memories) = Instrumented(Machine("B"));

        Reverted(instrumented, memories).ShouldNotContain("LogPolicy");
    }

    [Fact]
    public void Revert_OfOneOfTheStateMachines_KeepsThePolicyUntilTheLast()
    {
        var (instrumented, memories) = Instrumented(Machine("B"));
        var excludingB = instrumented.Replace(
            "\"B\":{", "\"B\":{\"Metadata\":{\"Datadog\":{\"enabled\":false}},", StringComparison.Ordinal);

        var once = Reverted(excludingB, memories);
        var twice = Reverted(once.Replace("\"Metadata\":{\"Datadog\":{\"enabled\":false}},", "", StringComparison.Ordinal), memories);

        once.ShouldContain("\"PolicyName\":\"MLogPolicy\"");
        twice.ShouldNotContain("LogPolicy");
    }

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

    private static string Machine(string id, string role = """{"Fn::GetAtt":["R","Arn"]}""") =>
        $$$""","{{{id}}}":{"Type":"AWS::StepFunctions::StateMachine","Properties":{"RoleArn":{{{role}}},{{{Workflow.Empty}}}}}""";

    private static (string Fragment, IReadOnlyDictionary<string, InstrumentationMemory> Memories) Instrumented(string more)
    {
        var fragment = $$$"""{"Resources":{{{{Machine("M")[1..]}}}{{{more}}},"R":{{{Workflow.Role}}}}}""";
        using var result = MacroTransform.RunRecorded(Encoding.UTF8.GetBytes(MacroRun.Event(fragment, Workflow.Parameters)), Settings);
        return (Encoding.UTF8.GetString(result.Fragment!.Value.Span), result.Memories);
    }

    private static string Reverted(string fragment, IReadOnlyDictionary<string, InstrumentationMemory> memories)
    {
        using var result = MacroTransform.Revert(
            Encoding.UTF8.GetBytes(MacroRun.Event(fragment, Workflow.Parameters)), Settings, memories);
        return Encoding.UTF8.GetString(result.Fragment!.Value.Span);
    }
}
