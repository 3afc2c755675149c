using System.Text.Json;
using Macro.Core.Monitors;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Monitors;

/// <summary>The parameters <c>monitors</c> and <c>addOutputs</c>.</summary>
public sealed class MonitorTests
{
    public static TheoryData<string> Recommended => [.. RecommendedMonitor.All.Select(monitor => monitor.Id)];

    [Theory, MemberData(nameof(Recommended))]
    public void Monitors_RecommendedName_GivesAWholeMonitor(string id)
    {
        var monitor = Single(Run($"[\"{id}\"]"));

        var query = monitor.GetProperty("Query").GetProperty("Fn::Sub").GetString()!;
        var threshold = RecommendedMonitor.Find(id)!.Threshold;
        query.ShouldEndWith($" {threshold}");
        query.ShouldContain("aws_cloudformation_stack-id:${AWS::StackId}");
        query.ShouldNotContain("SCOPE");
        query.Count(character => character == '{').ShouldBe(query.Count(character => character == '}'));
        query.Count(character => character == '(').ShouldBe(query.Count(character => character == ')'));
        monitor.GetProperty("Options").GetRawText().ShouldBe($$$"""{"Thresholds":{"Critical":{{{threshold}}}}}""");
        monitor.GetProperty("Type").GetString().ShouldBe("query alert");
        monitor.GetProperty("Message").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void Monitors_ListAsOneString_GivesOneForEachName() =>
        Resources(Run("\"timeout, out_of_memory\"")).Select(monitor => monitor.Name)
            .ShouldBe(["DatadogMonitorTimeout", "DatadogMonitorOutOfMemory"]);

    [Fact]
    public void Monitors_RecommendedWithChanges_HasThem()
    {
        var monitor = Single(Run(
            """
            [{"high_error_rate":{"name":"Errors","message":"@slack-shop","tags":["team:shop"],"priority":2,
              "options":{"notify_no_data":true,"thresholds":{"critical":0.05,"warning":0.01}}}}]
            """, ""","service":"shop","env":{"Ref":"Stage"}"""));

        monitor.GetProperty("Query").GetRawText().ShouldContain(" >= 0.05");
        monitor.GetProperty("Options").GetRawText().ShouldBe("""{"NotifyNoData":true,"Thresholds":{"Critical":0.05,"Warning":0.01}}""");
        monitor.GetProperty("Name").GetString().ShouldBe("Errors");
        monitor.GetProperty("Priority").GetInt32().ShouldBe(2);
        monitor.GetProperty("Tags").GetRawText().ShouldBe(
            """
            ["team:shop","serverless_monitor_id:high_error_rate",{"Fn::Sub":"aws_cloudformation_stack-id:${AWS::StackId}"},
            """
            + """
            "created_by:dd_sls_macro",{"Fn::Join":["",["env:",{"Ref":"Stage"}]]},"service:shop"]
            """);
    }

    [Theory]
    [InlineData("""[{"name":"Slow orders","query":"avg(last_5m):avg:x{*} > 1"}]""", "DatadogMonitorSloworders", "\"Slow orders\"")]
    [InlineData("""[{"slow_orders":{"query":"avg(last_5m):avg:x{*} > 1"}}]""", "DatadogMonitorSlowOrders", "\"slow_orders\"")]
    [InlineData("""[{"a":{"name":{"Fn::Sub":"x"},"query":{"Fn::Sub":"q"}}}]""", "DatadogMonitorA", """{"Fn::Sub":"x"}""")]
    public void Monitors_OwnMonitor_IsPassedOn(string monitors, string idStart, string name)
    {
        var run = Run(monitors);

        Resources(run).Single().Name.ShouldStartWith(idStart);
        Single(run).GetProperty("Name").GetRawText().ShouldBe(name);
    }

    [Theory]
    [InlineData("""["high_eror_rate"]""", "high_eror_rate has no query, and is not a recommended monitor; did you mean high_error_rate?")]
    [InlineData("""["timeout","timeout"]""", "Item 2 of monitors is not accepted: timeout is listed twice")]
    [InlineData("""[{"query":"x"}]""", "Item 1 of monitors is not accepted: it has no name")]
    [InlineData("""[{"timeout":{"query":"x"}}]""", "Item 1 of monitors is not accepted: the query of timeout is Datadog's")]
    [InlineData("""[{"timeout":{"threshold":1}}]""", "Item 1 of monitors is not accepted: threshold is not one of")]
    [InlineData("""[{"timeout":{"options":{"thresholds":{"critical":"x"}}}}]""", "its options.thresholds.critical")]
    [InlineData("""[{"timeout":{"options":"x"}}]""", "Item 1 of monitors is not accepted: its options must be")]
    public void Monitors_Mistake_IsAnErrorThatSaysWhere(string monitors, string expected) =>
        Run(monitors).Errors.ShouldHaveSingleItem().ShouldContain(expected);

    [Theory]
    [InlineData("datadoghq.com", "app.datadoghq.com")]
    [InlineData("datadoghq.eu", "app.datadoghq.eu")]
    [InlineData("us3.datadoghq.com", "us3.datadoghq.com")]
    [InlineData("ddog-gov.com", "app.ddog-gov.com")]
    public void AddOutputs_EachSite_LinksToItsHost(string site, string host) =>
        MacroRun.Of("""{"Resources":{}}""", $$"""{"addOutputs":true,"site":"{{site}}"}""").Fragment.GetProperty("Outputs")
            .GetProperty("DatadogFunctions").GetProperty("Value").GetProperty("Fn::Sub").GetString()!
            .ShouldStartWith($"https://{host}/functions?");

    [Fact]
    public void AddOutputs_OutputOfThatName_Stays()
    {
        var outputs = MacroRun
            .Of("""{"Resources":{},"Outputs":{"DatadogFunctions":{"Value":"mine"}}}""", """{"addOutputs":true}""")
            .Fragment.GetProperty("Outputs");

        outputs.GetProperty("DatadogFunctions").GetRawText().ShouldBe("""{"Value":"mine"}""");
        outputs.EnumerateObject().Count().ShouldBe(2);
    }

    [Fact]
    public void AddOutputs_TemplateWithAsManyAsAllowed_GetsNone()
    {
        var outputs = string.Join(',', Enumerable.Range(0, 200).Select(i => $"\"O{i}\":{{\"Value\":\"x\"}}"));

        MacroRun.Of($$$"""{"Resources":{},"Outputs":{{{{outputs}}}}}""", """{"addOutputs":true}""").Codes.ShouldBe(["DD245 addOutputs"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","Outputs":{"A":{"Value":"x"}}""")]
    public void Revert_MonitorsAndOutputs_AreGone(string outputs)
    {
        var fragment = $$$"""{"Resources":{"T":{"Type":"AWS::SNS::Topic"}}{{{outputs}}}}""";

        RevertRun.Of(fragment, """{"addOutputs":true,"monitors":["timeout"]}""").ShouldBe(fragment);
    }

    private static MacroRun Run(string monitors, string more = "") => MacroRun.Of(
        """{"Parameters":{"Stage":{"Type":"AWS::SSM::Parameter::Value<String>"}},"Resources":{}}""",
        $$"""{"monitors":{{monitors}}{{more}}}""");

    private static JsonElement Single(MacroRun run) => Resources(run).ShouldHaveSingleItem().Value.GetProperty("Properties");

    private static List<JsonProperty> Resources(MacroRun run) =>
        [.. run.Fragment.GetProperty("Resources").EnumerateObject()];
}
