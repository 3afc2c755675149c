namespace Macro.Core.Tests.StepFunctions.Steps;

public sealed class AddLogGroupTests
{
    private const string Role = """
        "RoleArn":{"Fn::GetAtt":["R","Arn"]},
        """;

    private const string Conditions = """
        ,"Conditions":{"C":{"Fn::Equals":[{"Ref":"AWS::StackId"},"x"]},"No":{"Fn::Equals":["a","b"]}}
        """;

    [Theory]
    [InlineData("MLogGroup", """{"Fn::Sub":"/aws/vendedlogs/states/${AWS::StackName}-M-Logs"}""")]
    [InlineData("Own", """{"Fn::Sub":"/aws/vendedlogs/states/${AWS::StackName}-M-Logs"}""")]
    [InlineData("Own", """{"Fn::Join":["",["/aws/vendedlogs/states/",{"Ref":"AWS::StackName"},"-M-Logs"]]}""")]
    [InlineData("Own", """{"Fn::Sub":["/aws/vendedlogs/${S}/${AWS::StackName}-M-Logs",{"S":"states"}]}""")]
    public void Apply_DeclaredGroupOfThisName_IsUsedAsItIs(string logicalId, string name)
    {
        var group = $$$"""
            "{{{logicalId}}}":{"Type":"AWS::Logs::LogGroup","DeletionPolicy":"Retain","Properties":{"LogGroupName":{{{name}}},
            "RetentionInDays":3653,"KmsKeyId":"arn:key","DataProtectionPolicy":{"Name":"p"}} }
            """;

        var run = Workflow.Run($"{Role}{Workflow.Empty}", $",{group}");

        run.Text.ShouldContain(group);
        run.Text.Split("AWS::Logs::LogGroup\"").Length.ShouldBe(3, "G and the user's, no other");
        run.Property("LoggingConfiguration.Destinations", "M").ShouldBe(
            $$$$"""[{"CloudWatchLogsLogGroup":{"LogGroupArn":{"Fn::GetAtt":["{{{{logicalId}}}}","Arn"]}}}]""");
        run.Property("LogGroupName", "MLogGroupDatadogSubscriptionFilter").ShouldBe($$"""{"Ref":"{{logicalId}}"}""");
        run.Property("Policies", "R")!.ShouldContain("MLogPolicy");
        run.Codes.ShouldBeEmpty();
    }

    /// <summary>The application that AWS Infrastructure Composer makes: its group has that name, and the state machine uses it.</summary>
    [Fact]
    public void Apply_DestinationOfTheUserWithThisName_GetsNoPolicy()
    {
        const string group =
            """
            "MLogGroup":{"Type":"AWS::Logs::LogGroup","Properties":{"RetentionInDays":3653,
            "LogGroupName":{"Fn::Sub":"/aws/vendedlogs/states/${AWS::StackName}-M-Logs"}}}
            """;

        var run = Workflow.Run(
            Workflow.LogsAndRole.Replace("\"G\"", "\"MLogGroup\"", StringComparison.Ordinal) + "," + Workflow.Empty, $",{group}");

        run.Text.ShouldContain(group);
        run.Resource("R").GetRawText().ShouldBe(Workflow.Role);
    }

    [Fact]
    public void Apply_IdOfTheGroupTaken_GetsAnother()
    {
        const string own = """ "MLogGroup":{"Type":"AWS::Logs::LogGroup","Properties":{"LogGroupName":"/mine","RetentionInDays":3653}}""";

        var run = Workflow.Run($"{Role}{Workflow.Empty}", $",{own}");

        run.Text.ShouldContain(own.Trim());
        run.Text.ShouldContain("\"Fn::Sub\":\"/aws/vendedlogs/states/${AWS::StackName}-M-Logs\"");
    }

    [Fact]
    public void Apply_DeclaredGroupUnderAnUnknownCondition_IsUsedWhereItExists()
    {
        const string group =
            """
            "Own":{"Type":"AWS::Logs::LogGroup","Condition":"C",
            "Properties":{"LogGroupName":{"Fn::Sub":"/aws/vendedlogs/states/${AWS::StackName}-M-Logs"}}}
            """;

        var run = Workflow.Run($"{Role}{Workflow.Empty}", $",{group}", sections: Conditions);

        var condition = run.Resource("MLogGroup").GetProperty("Condition").GetString()!;
        run.Fragment.GetProperty("Conditions").GetProperty(condition).GetRawText().ShouldBe("""{"Fn::Not":[{"Condition":"C"}]}""");
        run.Property("LoggingConfiguration.Destinations", "M")!.ShouldStartWith("""[{"Fn::If":["C",{"CloudWatchLogsLogGroup":""");
        run.Resource("MLogGroupDatadogSubscriptionFilter").GetProperty("Condition").GetString().ShouldBe("C");
    }

    [Fact]
    public void Apply_DeclaredGroupThatDoesNotExist_IsIgnored()
    {
        const string group =
            """
            "Own":{"Type":"AWS::Logs::LogGroup","Condition":"No",
            "Properties":{"LogGroupName":{"Fn::Sub":"/aws/vendedlogs/states/${AWS::StackName}-M-Logs"}}}
            """;

        Workflow.Run($"{Role}{Workflow.Empty}", $",{group}", sections: Conditions)
            .Property("LogGroupName", "MLogGroupDatadogSubscriptionFilter")
            .ShouldBe("""{"Ref":"MLogGroup"}""");
    }

    [Fact]
    public void Apply_DeclaredGroupAndRoleElsewhere_WarnsInEachRun() =>
        Workflow.Run(
            $"\"RoleArn\":\"arn:aws:iam::123456789012:role/x\",{Workflow.Empty}",
            """
            ,"Own":{"Type":"AWS::Logs::LogGroup",
            "Properties":{"LogGroupName":{"Fn::Sub":"/aws/vendedlogs/states/${AWS::StackName}-M-Logs"}}}
            """).Codes.ShouldBe(["DD503 M"]);
}
