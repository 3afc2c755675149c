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
        """{"Type":"Map","ItemProcessor":{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"x","Next":"B"},"B":TASK}}}""", true)]
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
    public void Inject_WholeInputAfter_IsMergedOnlyWhereItIsAnObject(string before, bool isMerged) =>
        CheckMerged($"\"A\":{before},\"B\":TASK", isMerged);

    [Fact]
    public void Inject_StateThatIsNoObject_IsPassedBy() => Workflow.RunStates("\"A\":7,\"B\":{\"Type\":7},\"C\":{}").Codes.ShouldBeEmpty();

    private static void CheckMerged(string states, bool isMerged)
    {
        var run = Workflow.RunStates(states.Replace("TASK", Task, StringComparison.Ordinal));

        run.Text.Contains("States.JsonMerge($$, $, false)", StringComparison.Ordinal).ShouldBe(isMerged);
        run.Codes.ShouldBe(isMerged ? [] : ["DD516 M"]);
    }
}
