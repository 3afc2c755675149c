using System.Text.Json;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.StepFunctions.Steps;

public sealed class LoggingTests
{
    private const string Destinations = """
        "Destinations":[{"CloudWatchLogsLogGroup":{"LogGroupArn":{"Fn::GetAtt":["G","Arn"]}}}]
        """;

    private const string RoleAndDefinition = $$"""
        "RoleArn":{"Fn::GetAtt":["R","Arn"]},{{Workflow.Empty}}
        """;

    [Theory]
    [InlineData($$"""{"Level":"ALL","IncludeExecutionData":true,{{Destinations}}}""", null)]
    [InlineData($$"""{"Level":"ALL","IncludeExecutionData":"true",{{Destinations}}}""", null)]
    [InlineData($$"""{{{Destinations}}}""", null)]
    [InlineData($$"""{"Level":"ERROR",{{Destinations}}}""", "DD501 M")]
    [InlineData($$"""{"Level":{"Ref":"Unknown"},{{Destinations}}}""", "DD501 M")]
    [InlineData($$"""{"Level":"ALL","IncludeExecutionData":false,{{Destinations}}}""", "DD501 M")]
    public void SetLogLevel_AnyLevel_BecomesAllWithData(string logging, string? warning)
    {
        var run = Workflow.Run($"\"LoggingConfiguration\":{logging},{RoleAndDefinition}");

        run.Property("LoggingConfiguration.Level", "M").ShouldBe("\"ALL\"");
        run.Property("LoggingConfiguration.IncludeExecutionData", "M").ShouldNotBeNull().Trim('"').ShouldBe("true");
        run.Property("LoggingConfiguration.Destinations", "M").ShouldNotBeNull().ShouldContain("\"G\"");
        run.Codes.ShouldBe(warning is null ? [] : [warning]);
    }

    [Fact]
    public void SetLogLevel_OverriddenBesideOtherWarnings_ReportsTheSameTwice() =>
        Workflow.Run("""
            "LoggingConfiguration":{"Level":"OFF"},"RoleArn":"arn:aws:iam::123456789012:role/r","Definition":{}
            """).Codes.ShouldBe(["DD501 M", "DD503 M", "DD512 M"], ignoreOrder: true);

    [Fact]
    public void SetLogLevel_UnderIf_EditsEachBranch()
    {
        var run = Workflow.Run($$$"""
            "LoggingConfiguration":{"Fn::If":["C",{{{{Destinations}}}},{"Ref":"AWS::NoValue"}]},{{{RoleAndDefinition}}}
            """, sections: ""","Conditions":{"C":{"Fn::Equals":[{"Ref":"AWS::StackName"},"x"]}}""");

        var branches = run.Properties("M").GetProperty("LoggingConfiguration").GetProperty("Fn::If");
        branches[1].GetProperty("Level").GetString().ShouldBe("ALL");
        branches[2].GetProperty("Destinations").GetRawText().ShouldContain("MLogGroup");
    }

    [Theory]
    [InlineData("""{"Fn::FindInMap":["A","B","C"]}""")]
    [InlineData("""{"Fn::If":["C",{},{"Fn::FindInMap":["A","B","C"]}]}""")]
    public void SetLogLevel_Expression_IsLeftWithAWarning(string logging)
    {
        var run = Workflow.Run($"\"LoggingConfiguration\":{logging},{RoleAndDefinition}");

        run.Warnings.ShouldHaveSingleItem().ShouldStartWith("DD502 M: LoggingConfiguration of the state machine is an expression");
        run.Property("LoggingConfiguration", "M").ShouldBe(logging);
    }

    [Fact]
    public void AddLogGroup_DestinationOfYourOwn_MakesNone() =>
        Workflow.Run($"{Workflow.LogsAndRole},{Workflow.Empty}").Text.ShouldNotContain("\"MLogGroup\"");

    [Fact]
    public void AddLogGroup_DestinationInOneBranch_IsMadeForTheOther()
    {
        const string own = """[{"CloudWatchLogsLogGroup":{"LogGroupArn":{"Fn::GetAtt":["G","Arn"]}}}]""";

        var run = Workflow.Run($$"""
            "LoggingConfiguration":{"Destinations":{"Fn::If":["C",{{own}},[]]} },{{RoleAndDefinition}}
            """);

        run.Property("LoggingConfiguration.Destinations", "M")
            .ShouldBe("""{"Fn::If":["C",OWN,[{"CloudWatchLogsLogGroup":{"LogGroupArn":{"Fn::GetAtt":["MLogGroup","Arn"]}}}]]}"""
                .Replace("OWN", own, StringComparison.Ordinal));
        run.Property("Policies", "R").ShouldNotBeNull().ShouldContain("logs:CreateLogDelivery");
    }

    [Fact]
    public void AddLogGroup_GroupOfAnEarlierRun_IsBroughtUpToDate()
    {
        var before = Workflow.Run(RoleAndDefinition);

        var after = MacroRun.Of(before.Text, $$"""{"stepFunctionForwarderArn":"{{Workflow.Forwarder}}","logRetentionInDays":30}""");

        after.Property("RetentionInDays", "MLogGroup").ShouldBe("30");
        after.Text.ShouldBe(before.Text.Replace("\"RetentionInDays\":7", "\"RetentionInDays\":30", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"LoggingConfiguration\":{},")]
    [InlineData("\"LoggingConfiguration\":{\"Destinations\":[]},")]
    [InlineData("\"LoggingConfiguration\":{\"Destinations\":{\"Ref\":\"AWS::NoValue\"}},")]
    public void AddLogGroup_NoDestination_MakesOne(string logging)
    {
        var run = Workflow.Run(logging + RoleAndDefinition);

        run.Property("LoggingConfiguration.Destinations", "M")
            .ShouldBe("""[{"CloudWatchLogsLogGroup":{"LogGroupArn":{"Fn::GetAtt":["MLogGroup","Arn"]}}}]""");
        run.Resource("MLogGroup").GetRawText().ShouldBe(
            """{"Type":"AWS::Logs::LogGroup","DeletionPolicy":"Retain","UpdateReplacePolicy":"Retain","Properties":"""
            + """{"LogGroupName":{"Fn::Sub":"/aws/vendedlogs/states/${AWS::StackName}-M-Logs"},"RetentionInDays":7}}""");
    }

    [Theory]
    [InlineData("\"dev\"", """{"Fn::Sub":"/aws/vendedlogs/states/${AWS::StackName}-M-Logs-dev"}""")]
    [InlineData("\"a.b-c_d/e\"", """{"Fn::Sub":"/aws/vendedlogs/states/${AWS::StackName}-M-Logs-a.b-c_d/e"}""")]
    [InlineData("\"my env: é@X+\"", """{"Fn::Sub":"/aws/vendedlogs/states/${AWS::StackName}-M-Logs-my-env----X-"}""")]
    [InlineData(
        """{"Ref":"AWS::StackName"}""",
        """{"Fn::Sub":["/aws/vendedlogs/states/${AWS::StackName}-M-Logs-${Env}",{"Env":{"Ref":"AWS::StackName"}}]}""")]
    public void AddLogGroup_Env_EndsTheName(string env, string expected)
    {
        var run = Workflow.Run(
            RoleAndDefinition,
            parameters: $$"""{"stepFunctionForwarderArn":"{{Workflow.Forwarder}}","env":{{env}},"logRetentionInDays":30}""");

        run.Property("LogGroupName", "MLogGroup").ShouldBe(expected);
        run.Property("RetentionInDays", "MLogGroup").ShouldBe("30");
    }

    [Fact]
    public void AddLogGroup_LogicalIdOfAnother_GetsAFreeOne()
    {
        var run = Workflow.Run(
            RoleAndDefinition, more: ""","MLogGroup":{"Type":"AWS::Logs::LogGroup","Properties":{"LogGroupName":"mine"}}""");

        run.Property("LogGroupName", "MLogGroup").ShouldBe("\"mine\"");
        var added = run.Property("LoggingConfiguration.Destinations", "M")!
            .Split('"').Single(text => text.StartsWith("MLogGroup", StringComparison.Ordinal));
        added.ShouldNotBe("MLogGroup");
        run.Resource(added).GetProperty("Type").GetString().ShouldBe("AWS::Logs::LogGroup");
    }

    [Theory]
    [InlineData("""{"KmsKeyId":"alias/mine","Type":"CUSTOMER_MANAGED_KMS_KEY"}""", "DD505 M")]
    [InlineData("""{"Fn::If":["C",{"KmsKeyId":{"Ref":"Key"}},{"Ref":"AWS::NoValue"}]}""", "DD505 M")]
    [InlineData("""{"Fn::FindInMap":["A","B","C"]}""", "DD505 M")]
    [InlineData("""{"Type":"AWS_OWNED_KEY"}""", null)]
    [InlineData("""{"Ref":"AWS::NoValue"}""", null)]
    public void AddLogGroup_CustomersKey_IsWarnedOf(string encryption, string? warning) =>
        Workflow.Run($"\"EncryptionConfiguration\":{encryption},{RoleAndDefinition}").Codes.ShouldBe(warning is null ? [] : [warning]);

    [Fact]
    public void AddLogGroup_CustomersKeyAndGroupOfYourOwn_IsNoConcernOfTheMacro() =>
        Workflow.Run($$"""
            "EncryptionConfiguration":{"KmsKeyId":"alias/mine"},{{Workflow.LogsAndRole}},{{Workflow.Empty}}
            """).Codes.ShouldBeEmpty();

    [Fact]
    public void Added_ForConditionalStateMachine_CarriesItsCondition()
    {
        var run = Workflow.Run(
            Workflow.Empty, attributes: ",\"Condition\":\"C\"", sections: ""","Conditions":{"C":{"Fn::Equals":["a","a"]}}""");

        foreach (var id in (string[])["MLogGroup", "MRole", "MLogGroupDatadogSubscriptionFilter"])
            run.Resource(id).GetProperty("Condition").GetString().ShouldBe("C");
    }

    [Fact]
    public void Sam_Logging_IsInItsOwnShape()
    {
        var run = Workflow.RunSam(Workflow.Empty);

        run.Property("Logging.Destinations", "S").ShouldNotBeNull().ShouldContain("SLogGroup");
        run.Properties("S").TryGetProperty("LoggingConfiguration", out _).ShouldBeFalse();
        run.Properties("S").GetProperty("Logging").GetProperty("IncludeExecutionData").ValueKind.ShouldBe(JsonValueKind.True);
    }
}
