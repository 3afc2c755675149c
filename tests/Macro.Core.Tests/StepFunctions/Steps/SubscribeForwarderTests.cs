using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.StepFunctions.Steps;

public sealed class SubscribeForwarderTests
{
    private const string FilterId = "MLogGroupDatadogSubscriptionFilter";

    [Theory]
    [InlineData("""{"Fn::GetAtt":["G","Arn"]}""", """{"Ref":"G"}""")]
    [InlineData("""{"Fn::Sub":"${G.Arn}"}""", """{"Ref":"G"}""")]
    [InlineData("\"arn:aws:logs:us-east-1:123456789012:log-group:/my/group:*\"", "\"/my/group\"")]
    [InlineData("""{"Fn::Sub":"arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/my/group:*"}""", "\"/my/group\"")]
    [InlineData("""{"Fn::ImportValue":"g"}""", """{"Fn::Select":["6",{"Fn::Split":[":",{"Fn::ImportValue":"g"}]}]}""")]
    [InlineData(
        """{"Fn::If":["C",{"Fn::GetAtt":["G","Arn"]},{"Fn::ImportValue":"g"}]}""",
        """{"Fn::If":["C",{"Ref":"G"},{"Fn::Select":["6",{"Fn::Split":[":",{"Fn::ImportValue":"g"}]}]}]}""")]
    public void Apply_LogGroup_IsSubscribedByItsName(string arn, string name)
    {
        var run = Run(arn);

        run.Resource(FilterId).GetRawText().ShouldBe(
            """{"Type":"AWS::Logs::SubscriptionFilter","Properties":"""
            + $$"""{"LogGroupName":{{name}},"DestinationArn":"{{Workflow.Forwarder}}","FilterPattern":""}""" + "}");
    }

    [Theory]
    [InlineData("""{"Ref":"G"}""")]
    [InlineData("\"named\"")]
    public void Apply_GroupThatFeedsTheForwarder_GetsNoOther(string name)
    {
        var run = Run("""{"Fn::GetAtt":["N","Arn"]}""".Replace("N", name[0] == '"' ? "N" : "G", StringComparison.Ordinal), $$"""
            ,"N":{"Type":"AWS::Logs::LogGroup","Properties":{"LogGroupName":"named"} },
            {{Filter("Own", name, Workflow.Forwarder)}}
            """);

        run.Text.ShouldNotContain(FilterId);
        run.Codes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"Ref":"N"}""")]
    [InlineData("\"named\"")]
    public void Apply_OtherGroupThatFeedsTheForwarder_DoesNotCount(string name)
    {
        var run = Run("""{"Fn::GetAtt":["G","Arn"]}""", $$"""
            ,"N":{"Type":"AWS::Logs::LogGroup","Properties":{"LogGroupName":"named"} },
            {{Filter("Own", name, Workflow.Forwarder)}}
            """);

        run.Property("LogGroupName", FilterId).ShouldBe("""{"Ref":"G"}""");
    }

    [Fact]
    public void Apply_StateMachinesWithGroupsOfTheirOwn_HaveAFilterEach()
    {
        var second = Workflow.LogsAndRole.Replace("\"G\"", "\"H\"", StringComparison.Ordinal);

        var run = Run("""{"Fn::GetAtt":["G","Arn"]}""", $$$"""
            ,"H":{"Type":"AWS::Logs::LogGroup"},
              "Second":{"Type":"AWS::StepFunctions::StateMachine","Properties":{{{{second}}},{{{Workflow.Empty}}}} }
            """);

        run.Property("LogGroupName", FilterId).ShouldBe("""{"Ref":"G"}""");
        run.Property("LogGroupName", "SecondLogGroupDatadogSubscriptionFilter").ShouldBe("""{"Ref":"H"}""");
    }

    [Fact]
    public void Apply_OtherForwarderThanInAnEarlierRun_TakesItsPlace()
    {
        var before = Run("""{"Fn::GetAtt":["G","Arn"]}""");

        var after = MacroRun.Of(before.Text, $$"""{"stepFunctionForwarderArn":"{{Workflow.Forwarder}}2"}""");

        after.Text.ShouldBe(before.Text.Replace(Workflow.Forwarder, $"{Workflow.Forwarder}2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"AWS::Logs::SubscriptionFilter\"", ",\"FilterName\":\"mine\"")]
    [InlineData("\"AWS::SNS::Topic\"", "")]
    public void Apply_LogicalIdOfAnother_GetsAFreeOne(string type, string more)
    {
        var own = $$$"""{"Type":{{{type}}},"Properties":{"LogGroupName":{"Ref":"G"},"DestinationArn":"x"{{{more}}}} }""";

        var run = Run("""{"Fn::GetAtt":["G","Arn"]}""", $",\"{FilterId}\":{own}");

        run.Resource(FilterId).GetRawText().ShouldBe(own);
        run.Fragment.GetProperty("Resources")
            .EnumerateObject().Count(resource => resource.Name.StartsWith(FilterId, StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public void Apply_ForwarderOfAWrongType_IsTheOneError() =>
        Workflow.Run($"{Workflow.LogsAndRole},{Workflow.Empty}", parameters: """{"stepFunctionForwarderArn":{}}""").Codes
            .ShouldBe(["DD203 stepFunctionForwarderArn"]);

    [Fact]
    public void Apply_TwoFiltersAlready_IsWarnedOf()
    {
        var run = Run("""{"Fn::GetAtt":["G","Arn"]}""", $"""
            ,{Filter("One", "{\"Ref\":\"G\"}", "arn:aws:lambda:us-east-1:123456789012:function:a")},
              {Filter("Two", "{\"Ref\":\"G\"}", "arn:aws:lambda:us-east-1:123456789012:function:b")}
            """);

        run.Text.ShouldNotContain(FilterId);
        run.Warnings.ShouldHaveSingleItem()
            .ShouldStartWith("DD504 M: The state machine's log group already has two subscription filters (One and Two)");
    }

    [Fact]
    public void Apply_GroupOfTwoStateMachines_IsSubscribedOnce()
    {
        var run = Run("""{"Fn::GetAtt":["G","Arn"]}""", $$$"""
            ,"Second":{"Type":"AWS::StepFunctions::StateMachine","Properties":{{{{Workflow.LogsAndRole}}},{{{Workflow.Empty}}}} }
            """);

        run.Fragment.GetProperty("Resources")
            .EnumerateObject().Count(resource => resource.Name.EndsWith("DatadogSubscriptionFilter", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"Ref":"N"}""")]
    [InlineData("\"named\"")]
    [InlineData("""{"Fn::Select":[6,{"Fn::Split":[":",{"Fn::GetAtt":["N","Arn"]}]}]}""")]
    public void Apply_FilterOfTheUserWithTheMacrosId_IsUnchanged(string name)
    {
        var own = Filter(FilterId, name, Workflow.Forwarder);

        var run = Run(
            """{"Fn::GetAtt":["N","Arn"]}""",
            $$""","N":{"Type":"AWS::Logs::LogGroup","Properties":{"LogGroupName":"named"} },{{own}}""");

        run.Text.ShouldContain(own.Trim());
        run.Fragment.GetProperty("Resources").EnumerateObject()
            .Count(resource => resource.Name.Contains("SubscriptionFilter", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void Apply_ForwarderInTheTemplate_IsAllowedFirstAndNotSubscribedToItself()
    {
        const string forwarder =
            """
            ,"Fwd":{"Type":"AWS::Lambda::Function","Properties":{"FunctionName":"forwarder","LoggingConfig":{"LogGroup":{"Ref":"H"}}}},
            "H":{"Type":"AWS::Logs::LogGroup"},
            "Allowed":{"Type":"AWS::Lambda::Permission","Properties":{"FunctionName":"forwarder","Principal":"logs.amazonaws.com"}}
            """;

        Run("""{"Fn::GetAtt":["G","Arn"]}""", forwarder).Resource(FilterId).GetProperty("DependsOn").GetString().ShouldBe("Allowed");
        var shared = Run("""{"Fn::GetAtt":["H","Arn"]}""", forwarder);
        shared.Text.ShouldNotContain(FilterId);
        shared.Codes.ShouldContain("DD403 M");
    }

    [Fact]
    public void Apply_GroupUnderACondition_CarriesIt()
    {
        var run = Run("""{"Fn::GetAtt":["N","Arn"]}""", ""","N":{"Type":"AWS::Logs::LogGroup","Condition":"C"}""");

        run.Resource(FilterId).GetProperty("Condition").GetString().ShouldBe("C");
    }

    private static string Filter(string id, string group, string destination) =>
        $$$"""
        "{{{id}}}":{"Type":"AWS::Logs::SubscriptionFilter",
          "Properties":{"LogGroupName":{{{group}}},"DestinationArn":"{{{destination}}}","FilterPattern":"x"} }
        """;

    private static MacroRun Run(string arn, string more = "") => Workflow.Run(
        $$$"""
        "LoggingConfiguration":{"Level":"ALL","IncludeExecutionData":true,
          "Destinations":[{"CloudWatchLogsLogGroup":{"LogGroupArn":{{{arn}}}}}]},"RoleArn":{"Fn::GetAtt":["R","Arn"]},{{{Workflow.Empty}}}
        """, more, sections: ""","Conditions":{"C":{"Fn::Equals":[{"Ref":"AWS::StackName"},"x"]}}""");
}
