using Macro.Core.Tests.Support;
using static Macro.Core.Tests.LogForwarding.Stack;

namespace Macro.Core.Tests.LogForwarding;

/// <summary>Only what the report lists is the macro's, whatever the names of other resources.</summary>
public class OwnershipTests
{
    private const string Forwarder = $"\"{Deployed.Forwarder}\"";
    private const string Stream = "\"arn:aws:kinesis:us-east-1:123456789012:stream/s\"";

    /// <summary>A user's filter with the macro's logical id and name.</summary>
    [Theory]
    [InlineData(Forwarder, "")]
    [InlineData(Stream, "DD407 F")]
    public void Add_FilterOfTheUserWithTheMacrosNames_IsUnchanged(string destination, string warning)
    {
        var filter =
            "\"FDatadogLogSubscription\":{\"Type\":\"AWS::Logs::SubscriptionFilter\",\"DependsOn\":\"F\",\"Properties\":{"
            + "\"LogGroupName\":{\"Fn::Sub\":\"/aws/lambda/${F}\"},\"FilterName\":\"datadog-forwarder\",\"FilterPattern\":\"ERROR\","
            + $"\"DestinationArn\":{destination},\"RoleArn\":\"arn:r\"}}}}";

        var deployed = Of(Function("F"), filter).Deploy();

        deployed.Fragment.ShouldContain(filter);
        deployed.Filters.Count().ShouldBe(1);
        deployed.LogGroups.ShouldBeNull();
        deployed.Warnings.ShouldBe(warning.Length > 0 ? [warning] : []);
    }

    [Fact]
    public void Add_CustomResourceOfTheUser_IsUnchanged()
    {
        const string custom =
            """ "Groups":{"Type":"Custom::DatadogLogGroups","Properties":{"ServiceToken":"arn:own","LogGroupNames":["x"]}}""";
        const string dependent = """ "Topic":{"Type":"AWS::SNS::Topic","DependsOn":"Groups"}""";

        var deployed = Of(Function("F"), custom, dependent).Transform();

        var fragment = System.Text.Encoding.UTF8.GetString(deployed.Fragment!.Value.Span);
        fragment.ShouldContain(custom.Trim());
        fragment.ShouldContain("\"DependsOn\":\"DatadogLogGroups2DB54DDE\"");
    }

    [Fact]
    public void Add_IdOfTheCustomResourceTaken_GetsAnother()
    {
        const string taken =
            $$""" "{{Deployed.CustomResource}}":{"Type":"Custom::DatadogLogGroups","Properties":{"ServiceToken":"own"} }""";

        var run = Of(Function("F"), taken).Transform();

        var fragment = System.Text.Encoding.UTF8.GetString(run.Fragment!.Value.Span);
        fragment.ShouldContain(taken.Trim());
        fragment.ShouldContain($"\"{Deployed.CustomResource}1066551D\":{{\"Type\":\"Custom::DatadogLogGroups\"");
    }

    [Fact]
    public void Report_Added_ListsResourcesAndConditions()
    {
        const string conditions = """ "Conditions":{"C":{"Fn::Equals":[{"Ref":"AWS::StackId"},"x"]}},""";
        const string loggingConfig = """ "LoggingConfig":{"LogGroup":{"Fn::If":["C",{"Ref":"G"},{"Ref":"AWS::NoValue"}]}}""";

        (Of(Function("F", loggingConfig), LogGroup("G")) with { Sections = conditions }).Deploy().Fragment.ShouldContain(
            JsonText.OneLine($$"""
                "Added":["{{Deployed.CustomResource}}","GDatadogLogSubscription","FDatadogLogSubscription"],
                "AddedConditions":["DatadogConditionE6C8C914FDDA5CD3ADE7"]
                """));
    }

    [Fact]
    public void Report_NothingAdded_ListsNothing() =>
        Of("\"T\":{\"Type\":\"AWS::SNS::Topic\"}").Deploy().Fragment.ShouldNotContain("Added");

    [Theory]
    [InlineData(""" "Added":"FDatadogLogSubscription",""")]
    [InlineData(""" "Added":[["FDatadogLogSubscription"],{},7,null],"AddedConditions":7,""")]
    public void Report_ListOfAWrongType_ClaimsNothing(string added)
    {
        var filter = Filter("FDatadogLogSubscription", """{"Fn::Sub":"/aws/lambda/${F}"}""", Stream);
        var stack = Of(Function("F"), filter) with
        {
            Sections = $$""" "Metadata":{"DatadogServerless":{ {{added}} "Version":"0.1.0"} },""",
        };

        stack.Deploy().Fragment.ShouldContain(filter);
    }

    /// <summary>A template that a version before the list transformed: what it added counts as the template's own.</summary>
    [Fact]
    public void Add_ReportWithoutList_KeepsWhatIsThere()
    {
        var before = Of(Function("F"), Function("H", "", "\"DependsOn\":[],"), LogGroup("G", """{"Fn::Sub":"/aws/lambda/${H}"}"""))
            .Deploy();
        var old = System.Text.RegularExpressions.Regex.Replace(before.Fragment, "\"Added\":\\[[^]]*\\],", "")
            .Replace("HDatadogLogSubscription", "GDatadogLogSubscription", StringComparison.Ordinal);

        var same = (Of() with { Fragment = old }).Deploy();
        var other = (Of() with { Fragment = old, ForwarderArn = $"\"{Deployed.Forwarder}2\"" }).Deploy();

        same.Fragment.ShouldBe(old);
        same.Warnings.ShouldBeEmpty();
        other.Filters.ShouldBe(same.Filters);
        other.Warnings.ShouldBe(["DD407 F", "DD407 H"]);
    }

    [Fact]
    public void Add_OtherForwarderThanInAnEarlierRun_UpdatesTheFilter()
    {
        var before = Of(Function("F")).Deploy();

        var after = (Of() with { Fragment = before.Fragment, ForwarderArn = $"\"{Deployed.Forwarder}2\"" }).Deploy();

        after.Fragment.ShouldBe(before.Fragment.Replace(
            $"\"DestinationArn\":\"{Deployed.Forwarder}\"", $"\"DestinationArn\":\"{Deployed.Forwarder}2\"", StringComparison.Ordinal));
    }

    /// <summary>The filter of another log group has the logical id that this one's would get.</summary>
    [Fact]
    public void Add_GroupsWithTheSameLogicalIds_KeepAFilterEach()
    {
        var stack = Of(Function("F", """ "LoggingConfig":{"LogGroup":{"Fn::Sub":"/x/${F}"}}"""), Function("LogGroup6E4DA3AB9E9E8E30A9D5"));

        stack.Deploy().Filters.Count().ShouldBe(2);
    }

    [Fact]
    public void Add_NamesWithTheSameShortHash_HaveAFilterEach()
    {
        var deployed = Of(
            Function("F"), Function("A", """ "LoggingConfig":{"LogGroup":{"Fn::Sub":"/x/${F}-18109"}}"""),
            Function("B", """ "LoggingConfig":{"LogGroup":{"Fn::Sub":"/x/${F}-42269"}}""")).Deploy();

        deployed.Filters.Count().ShouldBe(3);
    }
}
