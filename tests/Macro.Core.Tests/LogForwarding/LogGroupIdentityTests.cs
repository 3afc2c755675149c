using static Macro.Core.Tests.LogForwarding.Stack;

namespace Macro.Core.Tests.LogForwarding;

/// <summary>Which expressions name the same log group, and who creates it.</summary>
public class LogGroupIdentityTests
{
    [Fact]
    public void Find_LiteralGroupUnderAPrefix_IsCreated()
    {
        var deployed = Of(Function("A", "\"LoggingConfig\":{\"LogGroup\":\"/aws/lambda/shared\"}")).Deploy();

        deployed.Filters.ShouldBe(
            [$"LogGroup416868C5C319E11F6669DatadogLogSubscription: \"/aws/lambda/shared\" after {Deployed.CustomResource}"]);
        deployed.NamesToMake.ShouldBe(["\"/aws/lambda/shared\""]);
        deployed.Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"/my/app\"")]
    [InlineData("""{"Fn::Sub":"/my/app-${AWS::StackName}"}""")]
    public void Find_KnownGroupElsewhere_IsForwardedWithAWarning(string name)
    {
        var deployed = Of(Function("A", $"\"LoggingConfig\":{{\"LogGroup\":{name}}}")).Deploy();

        deployed.Filters.ShouldHaveSingleItem().ShouldEndWith($"DatadogLogSubscription: {name}");
        deployed.LogGroups.ShouldBeNull();
        deployed.Warnings.ShouldBe(["DD401 A"]);
    }

    [Theory]
    [InlineData("""{"Ref":"G"}""")]
    [InlineData("\"/app\"")]
    [InlineData("""{"Fn::Select":[6,{"Fn::Split":[":",{"Fn::GetAtt":["G","Arn"]}]}]}""")]
    [InlineData("""{"Fn::Select":["6",{"Fn::Split":[":",{"Fn::Sub":"${G.Arn}"}]}]}""")]
    [InlineData(
        """{"Fn::Select":["6",{"Fn::Split":[":",{"Fn::Sub":"arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:${G}:*"}]}]}""")]
    public void Find_DeclaredGroupInAnySpelling_IsOneGroup(string name)
    {
        foreach (var declared in new[] { "\"/app\"", """{"Fn::Sub":"/app"}""" })
        {
            Of(
                Function("A", """ "LoggingConfig":{"LogGroup":{"Ref":"G"}}"""), Function("B", $"\"LoggingConfig\":{{\"LogGroup\":{name}}}"),
                LogGroup("G", declared)).Deploy().Filters.ShouldBe(["""GDatadogLogSubscription: {"Ref":"G"}"""]);
        }
    }

    [Fact]
    public void Find_UnnamedGroupByItsArn_IsThatGroup() =>
        Of(
            Function("A", """ "LoggingConfig":{"LogGroup":{"Ref":"G"}}"""),
            Function("B", """ "LoggingConfig":{"LogGroup":{"Fn::Select":[6,{"Fn::Split":[":",{"Fn::GetAtt":["G","Arn"]}]}]}}"""),
            LogGroup("G")).Deploy().Filters.ShouldBe(["""GDatadogLogSubscription: {"Ref":"G"}"""]);

    /// <summary>Declaring the group of a function later must not give its filter another logical id.</summary>
    [Fact]
    public void Find_GroupDeclaredLater_HasTheSameFilter() =>
        Of(Function("F"), LogGroup("G", """{"Fn::Sub":"/aws/lambda/${F}"}""")).Deploy().Filters.Single().Split(':')[0]
            .ShouldBe(Of(Function("F")).Deploy().Filters.Single().Split(':')[0]);

    [Theory]
    [InlineData("", "Retention", true)]
    [InlineData("\"Condition\":\"No\",", null, false)]
    [InlineData("\"Condition\":\"Unknown\",", "Retention", false)]
    public void Find_GroupOfACustomLogRetention_IsLeftToIt(string condition, string? creator, bool isCertain)
    {
        var retention = $"\"Retention\":{{\"Type\":\"Custom::LogRetention\",{condition}\"Properties\":{{\"LogGroupName\":"
            + """{"Fn::Join":["",["/aws/lambda/",{"Ref":"F"}]]},"RetentionInDays":7}}""";
        var stack = Of(Function("F"), retention) with
        {
            Sections = """ "Conditions":{"No":{"Fn::Equals":["a","b"]},"Unknown":{"Fn::Equals":[{"Ref":"AWS::StackId"},"b"]}},""",
        };

        var deployed = stack.Deploy();

        var after = (isCertain, creator) switch
        {
            (true, _) => "Retention",
            (_, null) => Deployed.CustomResource,
            _ => $"[\"{Deployed.CustomResource}\",\"Retention\"]",
        };
        deployed.Filters.ShouldBe([$$"""FDatadogLogSubscription: {"Fn::Sub":"/aws/lambda/${F}"} after {{after}}"""]);
        deployed.NamesToMake.ShouldBe((isCertain, creator) switch
        {
            (true, _) => [],
            (_, null) => ["""{"Fn::Sub":"/aws/lambda/${F}"}"""],
            _ => ["""{"Fn::If":["Unknown",{"Ref":"AWS::NoValue"},{"Fn::Sub":"/aws/lambda/${F}"}]}"""],
        });
    }

    [Fact]
    public void Find_GroupOfACustomLogRetentionInAnotherRegion_IsCreated() =>
        Of(Function("F"), """
            "Retention":{"Type":"Custom::LogRetention",
              "Properties":{"LogGroupName":{"Fn::Sub":"/aws/lambda/${F}"},"LogGroupRegion":"eu-west-3"}}
            """).Deploy().NamesToMake.Count().ShouldBe(1);
}
