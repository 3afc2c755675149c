using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.StepFunctions.TraceContext;

public sealed class StateWalkTests
{
    private const string Task = """
        {"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"Payload.$":"$"},"End":true}
        """;

    private const string Other = """{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{},"End":true}""";

    [Theory]
    [InlineData("""{"Type":"Map","ItemProcessor":{"States":{"B":TASK}}}""", "ItemProcessor.States.B")]
    [InlineData("""{"Type":"Map","Iterator":{"States":{"B":TASK}}}""", "Iterator.States.B")]
    [InlineData("""{"Type":"Parallel","Branches":[{"States":{}},{"States":{"B":TASK}}]}""", "Branches.1.States.B")]
    [InlineData(
        """{"Type":"Parallel","Branches":[{"States":{"P":{"Type":"Map","ItemProcessor":{"States":{"B":TASK}}}}}]}""",
        "Branches.0.States.P.ItemProcessor.States.B")]
    public void Inject_StateAtAnyDepth_GetsTheContext(string outer, string path)
    {
        var run = Workflow.RunStates($"\"A\":{outer.Replace("TASK", Other, StringComparison.Ordinal)}");

        run.State(["A", .. path.Split('.')]).GetProperty("Parameters").GetProperty("Payload.$").GetString()
            .ShouldBe("$$['Execution', 'State', 'StateMachine']");
    }

    [Theory]
    [InlineData(false, "", "Parameters", "Payload.$")]
    [InlineData(false, ",\"QueryLanguage\":\"JSONata\"", "Arguments", "Payload")]
    [InlineData(false, "", "Arguments", "Payload")]
    [InlineData(true, "", "Arguments", "Payload")]
    [InlineData(true, ",\"QueryLanguage\":\"JSONPath\"", "Parameters", "Payload.$")]
    [InlineData(true, "", "Parameters", "Payload.$")]
    public void Inject_StateWithItsOwnLanguage_IsInThatLanguage(bool isJsonata, string own, string field, string key)
    {
        var run = Workflow.RunTask("\"arn:aws:states:::lambda:invoke\"", $"\"{field}\":{{}}{own}", isJsonata);

        run.State("A").GetProperty(field).TryGetProperty(key, out _).ShouldBeTrue();
        run.Codes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"Type":"Map","ItemProcessor":{"StartAt":"B","States":{"B":TASK}}}""", false)]
    [InlineData("""{"Type":"Map","ItemSelector":"$.x","ItemProcessor":{"StartAt":"B","States":{"B":TASK}}}""", false)]
    [InlineData("""{"Type":"Map","ItemSelector":{"a.$":"$"},"ItemProcessor":{"StartAt":"B","States":{"B":TASK}}}""", true)]
    [InlineData("""{"Type":"Map","Parameters":{"a.$":"$"},"Iterator":{"StartAt":"B","States":{"B":TASK}}}""", true)]
    [InlineData("""{"Type":"Map","ItemProcessor":{"StartAt":"W","States":{"W":{"Type":"Wait","Next":"B"},"B":TASK}}}""", false)]
    [InlineData(
        """{"Type":"Map","ItemProcessor":{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"SERVICE","Next":"B"},"B":TASK}}}""", true)]
    [InlineData(
        """{"Type":"Map","ItemProcessor":{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"x","ResultPath":null,"Next":"B"}"""
            + ""","B":TASK}}}""", false)]
    [InlineData(
        """{"Type":"Map","ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Parallel","""
            + "\"Branches\":[{\"StartAt\":\"B\",\"States\":{\"B\":TASK}}]}}}}", false)]
    [InlineData(
        """{"Type":"Map","ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Parallel","Parameters":{}"""
            + ""","Branches":[{"StartAt":"B","States":{"B":TASK}}]}}}}""", true)]
    [InlineData(
        """{"Type":"Map","ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Parallel","QueryLanguage":"JSONata","Arguments":{}"""
            + ""","Branches":[{"StartAt":"B","States":{"B":TASK}}]}}}}""", true)]
    [InlineData(
        """{"Type":"Map","ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Parallel","QueryLanguage":"JSONata","Parameters":{}"""
            + ""","Branches":[{"StartAt":"B","States":{"B":TASK}}]}}}}""", false)]
    [InlineData("""{"Type":"Map","QueryLanguage":"JSONata","Parameters":{},"ItemProcessor":{"StartAt":"B","States":{"B":TASK}}}""", false)]
    [InlineData("""{"Type":"Parallel","Branches":[{"StartAt":"B","States":{"B":TASK}}]}""", true)]
    public void Inject_WholeInputInside_IsMergedOnlyWhereItIsAnObject(string outer, bool isMerged) =>
        CheckMerged($"\"A\":{outer}", isMerged);

    [Theory]
    [InlineData("""{"Type":"Map","Next":"B"}""", false)]
    [InlineData("""{"Type":"Parallel","Next":"B"}""", false)]
    [InlineData("""{"Type":"Map","ResultPath":"$","Next":"B"}""", false)]
    [InlineData("""{"Type":"Map","ResultPath":"$.items","Next":"B"}""", true)]
    [InlineData("""{"Type":"Map","ResultPath":null,"Next":"B"}""", true)]
    [InlineData("""{"Type":"Map","ResultSelector":{"a.$":"$"},"Next":"B"}""", true)]
    [InlineData(
        """{"Type":"Parallel","Next":"C"},"C":{"Type":"Choice","Choices":[{"Next":"B"}],"Default":"D"},"D":{"Type":"Succeed"}""", false)]
    [InlineData("""{"Type":"Parallel","Next":"C"},"C":{"Type":"Choice","Choices":[],"Default":"B"}""", false)]
    [InlineData("""{"Type":"Parallel","Next":"C"},"C":{"Type":"Pass","Next":"B"}""", false)]
    [InlineData("""{"Type":"Parallel","Next":"C"},"C":{"Type":"Pass","Parameters":{},"Next":"B"}""", true)]
    [InlineData("""{"Type":"Pass","Result":[1],"Next":"B"}""", false)]
    [InlineData("""{"Type":"Pass","Result":{},"Next":"B"}""", true)]
    [InlineData("""{"Type":"Pass","Next":"B"}""", true)]
    [InlineData("""{"Type":"Pass","InputPath":"$.x","Next":"B"}""", false)]
    [InlineData("""{"Type":"Pass","InputPath":"$.x","Parameters":{"a.$":"$"},"Next":"B"}""", true)]
    [InlineData("""{"Type":"Pass","InputPath":"$.x","ResultPath":"$.y","Next":"B"}""", true)]
    [InlineData("""{"Type":"Pass","InputPath":"$","OutputPath":"$","Next":"B"}""", true)]
    [InlineData("""{"Type":"Pass","OutputPath":"$.x","Next":"B"}""", false)]
    [InlineData("""{"Type":"Pass","InputPath":null,"Next":"B"}""", true)]
    [InlineData("""{"Type":"Pass","Result":[1],"OutputPath":null,"Next":"B"}""", true)]
    [InlineData("""{"Type":"Pass","Result":7,"ResultPath":"$['y']","Next":"B"}""", true)]
    [InlineData("""{"Type":"Pass","Result":7,"ResultPath":"$[0]","Next":"B"}""", false)]
    [InlineData("""{"Type":"Pass","Result":{"Ref":"X"},"Next":"B"}""", false)]
    [InlineData("""{"Type":"Pass","ResultPath":{"Fn::Sub":"$.${X}"},"Next":"B"}""", false)]
    [InlineData("""{"Type":"Wait","Seconds":1,"OutputPath":"$.x","Next":"B"}""", false)]
    [InlineData("""{"Type":"Choice","InputPath":"$.x","Choices":[{"Next":"B"}]}""", false)]
    [InlineData("""{"Type":"Task","Resource":"SERVICE","Next":"B"}""", true)]
    [InlineData("""{"Type":"Task","Resource":"SERVICE.waitForTaskToken","Next":"B"}""", false)]
    [InlineData("""{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:f","Parameters":{},"Next":"B"}""", false)]
    [InlineData(
        """{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:f","Parameters":{},"ResultSelector":{},"Next":"B"}""",
        true)]
    [InlineData("""{"Type":"Task","Resource":"SERVICE","OutputPath":"$.Payload","Next":"B"}""", false)]
    [InlineData("""{"Type":"Task","Resource":"SERVICE","Catch":[{"Next":"B"}],"End":true}""", true)]
    [InlineData("""{"Type":"Task","Resource":"SERVICE","Catch":[{"ResultPath":"$.error","Next":"B"}],"End":true}""", true)]
    [InlineData("""{"Type":"Map","ResultPath":"$","Next":"C"},"C":{"Type":"Pass","ResultPath":null,"Next":"B"}""", false)]
    [InlineData(
        """{"Type":"Map","Next":"C"},"C":{"Type":"Task","Resource":"SERVICE","Catch":[{"ResultPath":null,"Next":"B"}],"End":true}""",
        false)]
    [InlineData("""{"Type":"Pass","QueryLanguage":"JSONata","Output":"{% $x %}","Next":"B"}""", false)]
    [InlineData("""{"Type":"Pass","QueryLanguage":"JSONata","Output":7,"Next":"B"}""", false)]
    [InlineData("""{"Type":"Pass","QueryLanguage":"JSONata","Output":{"a":"{% $x %}"},"Next":"B"}""", true)]
    [InlineData("""{"Type":"Pass","QueryLanguage":"JSONata","Next":"B"}""", true)]
    [InlineData(
        """{"Type":"Choice","QueryLanguage":"JSONata","Choices":[{"Output":"{% 1 %}","Next":"B"}],"Default":"D"},"D":{"Type":"Succeed"}""",
        false)]
    [InlineData(
        """{"Type":"Choice","QueryLanguage":"JSONata","Output":{},"Choices":[{"Next":"D"}],"Default":"B"},"D":{"Type":"Succeed"}""", true)]
    [InlineData(
        """{"Type":"Task","QueryLanguage":"JSONata","Resource":"SERVICE","Catch":[{"Output":"{% 1 %}","Next":"B"}],"End":true}""", false)]
    [InlineData("""{"Type":"Map","Next":"${Target}"}""", false)]
    [InlineData("""{"Type":"Unknown","Next":"B"}""", false)]
    public void Inject_WholeInputAfter_IsMergedOnlyWhereItIsAnObject(string before, bool isMerged) =>
        CheckMerged($"\"A\":{before},\"B\":TASK", isMerged);

    [Theory]
    [InlineData("\"InputPath\":\"$\"", true)]
    [InlineData("\"InputPath\":\"$.x\"", false)]
    [InlineData("\"InputPath\":null", false)]
    public void Inject_WholeInputOfATaskWithInputPath_IsMergedOnlyForTheWhole(string path, bool isMerged) =>
        CheckMerged($"\"A\":{Task.Replace("\"End\"", path + ",\"End\"", StringComparison.Ordinal)}", isMerged);

    [Theory]
    [InlineData("\"InputPath\":\"$.x\"", false)]
    [InlineData("\"InputPath\":\"$.x\",\"Parameters\":{}", true)]
    [InlineData("\"QueryLanguage\":\"JSONata\",\"Arguments\":\"{% $x %}\"", false)]
    public void Inject_WholeInputOfABranch_IsMergedOnlyWhereItIsAnObject(string fields, bool isMerged) => CheckMerged(
        $"\"A\":{{\"Type\":\"Parallel\",{fields},\"Branches\":[{{\"StartAt\":\"B\",\"States\":{{\"B\":TASK}}}}]}}", isMerged);

    /// <summary>Each occurrence of an expression has a placeholder of its own while the definition is edited.</summary>
    [Theory]
    [InlineData("\"TEXT\"")]
    [InlineData("{\"Fn::Sub\":\"TEXT\"}")]
    [InlineData("{\"Fn::Join\":[\"\",[\"TEXT\"]]}")]
    [InlineData("{\"Fn::Join\":[\"\",[\"ITEMS\"]]}")]
    public void Inject_NamesWithExpressions_AreComparedAsText(string form)
    {
        const string Map = """
            {"StartAt":"${Stage}-map","States":{
              "${Stage}-map":{"Type":"Map","Next":"${Stage}-call"},"${Stage}-call":TASK,"${Stage}-b":TASK}}
            """;
        var text = System.Text.Json.JsonEncodedText.Encode(
            JsonText.OneLine(Map.Replace("TASK", Task.Trim(), StringComparison.Ordinal)),
            System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
        var items = text.Replace("${Stage}", "\",{\"Ref\":\"Stage\"},\"", StringComparison.Ordinal);

        var run = Workflow.Run($$"""
            {{Workflow.LogsAndRole}},"DefinitionSubstitutions":{"Stage":"s"},
              "DefinitionString":{{form.Replace("TEXT", text, StringComparison.Ordinal).Replace("ITEMS", items, StringComparison.Ordinal)}}
            """);

        run.Text.Split("States.JsonMerge($$, $, false)").Length.ShouldBe(2);
        run.Warnings.ShouldHaveSingleItem().ShouldContain("-call gets no trace context");
    }

    [Fact]
    public void Inject_StateThatIsNoObject_IsPassedBy() => Workflow.RunStates("\"A\":7,\"B\":{\"Type\":7},\"C\":{}").Codes.ShouldBeEmpty();

    private static void CheckMerged(string states, bool isMerged)
    {
        var run = Workflow.RunStates(states
            .Replace("TASK", Task, StringComparison.Ordinal)
            .Replace("SERVICE", "arn:aws:states:::dynamodb:getItem", StringComparison.Ordinal));

        run.Text.Contains("States.JsonMerge($$, $, false)", StringComparison.Ordinal).ShouldBe(isMerged);
        run.Codes.ShouldBe(isMerged ? [] : ["DD516 M"]);
    }
}
