using System.Text;
using Macro.Core.Pipeline;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.StepFunctions.Definitions;

public sealed class DefinitionTests
{
    [Theory]
    [InlineData("""
        "DefinitionString":"{\"States\":\n{,}"
        """, "it is not valid JSON at line 2, character 2")]
    [InlineData("""
        "DefinitionString":{"Fn::Sub":"{\"Comment\":\"${Name}\",]"}
        """, "it is not valid JSON at line 1, character 22")]
    [InlineData("""
        "DefinitionString":{"Fn::Join":["\n",["{\"Comment\":\"",{"Ref":"P"},"\""]]}
        """, "it is not valid JSON at line 1, character 13")]
    [InlineData("""
        "DefinitionString":""
        """, "it is not valid JSON at line 1, character 1")]
    [InlineData("""
        "DefinitionString":"[]"
        """, "it is not a JSON object")]
    [InlineData("""
        "DefinitionString":"{}"
        """, "it has no States object")]
    [InlineData("""
        "Definition":{"States":[]}
        """, "it has no States object")]
    [InlineData("""
        "DefinitionString":"{\"States\":{\"A\":{\"Type\":\"Task\",\"Type\":\"Map\"}}}"
        """, "duplicate key Type in States.A")]
    [InlineData("""
        "DefinitionString":"{\"States\":{},\"States\":{}}"
        """, "duplicate key States in its root")]
    [InlineData("""
        "DefinitionString":{"Fn::Sub":"{\n\"Comment\":\"${Name}\",]"}
        """, "it is not valid JSON at line 2, character 21")]
    [InlineData("""
        "DefinitionString":{"Ref":"Text"}
        """, "its text is known only during the deployment")]
    [InlineData("""
        "Definition":{"Fn::Transform":{"Name":"Other"}}
        """, "its text is known only during the deployment")]
    [InlineData("""
        "DefinitionString":{"Fn::Join":[{"Ref":"Separator"},["{}"]]}
        """, "its text is known only during the deployment")]
    [InlineData("\"StateMachineName\":\"x\"", "it is missing")]
    public void Edit_Unreadable_IsWarnedOfAndTheRestIsDone(string definition, string reason)
    {
        var run = Workflow.Run($"{Workflow.LogsAndRole},{definition}");

        run.Warnings
            .ShouldBe(
                [$"DD512 M: The definition cannot be read, so its states get no trace context: {reason}. Write it as an object, or as "
                    + "JSON text in a string, Fn::Sub or Fn::Join."]);
        run.Text.ShouldContain(definition.Trim());
        run.Property("Tags", "M").ShouldNotBeNull();
        run.Text.ShouldContain("MLogGroupDatadogSubscriptionFilter");
    }

    [Theory]
    [InlineData("DefinitionS3Location", """{"Bucket":"b","Key":"k"}""")]
    [InlineData("DefinitionUri", "\"flow.asl.json\"")]
    public void Edit_Elsewhere_IsWarnedOf(string name, string value) =>
        Workflow.Run($"{Workflow.LogsAndRole},\"{name}\":{value}")
            .Warnings.ShouldHaveSingleItem().ShouldStartWith($"DD511 M: The definition is in a file ({name})");

    [Fact]
    public void Edit_Included_IsWarnedOf() => Workflow.Run($$$"""
        {{{Workflow.LogsAndRole}}},"Definition":{"Fn::Transform":{"Name":"AWS::Include","Parameters":{"Location":"s3://b/k"} } }
        """).Warnings.ShouldHaveSingleItem().ShouldStartWith("DD519 M: The definition is included from a file with AWS::Include.");

    private const string File = """
        {"States":{"Call it":{"Type":"Task","Resource":"${F}","Parameters":{}},
          "B":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke"},
          "P":{"Type":"Parallel","Branches":[{"States":{"C":{"Type":"Task","Resource":"${F}","Parameters":{}}}}]}}}
        """;

    [Theory]
    [InlineData("\"DefinitionUri\":\"f.json\"", File, "DD518 M: The definition is in f.json, which the macro cannot read in a deployment, "
        + "so these states get no trace context: Call it, C. ")]
    [InlineData("\"DefinitionUri\":\"f.json\"", "{", "DD511 M: ")]
    [InlineData("\"DefinitionUri\":\"f.json\"", "[]", "DD511 M: ")]
    [InlineData("\"DefinitionUri\":\"f.json\"", """{"States":{},"States":{}}""", "DD511 M: ")]
    [InlineData("\"DefinitionUri\":\"f.json\"", """{"States":{"A":{"Type":"Succeed"}}}""", "DD511 M: ")]
    [InlineData("\"Definition\":{\"Fn::Transform\":{\"Name\":\"AWS::Include\"}}", File,
        "DD514 M: State B gets no trace context, because its Parameters ", "DD519 M: ")]
    [InlineData("\"Definition\":{\"Fn::Transform\":{\"Name\":\"AWS::Include\"}}", "{}", "DD512 M: ", "DD519 M: ")]
    public void Edit_FileThatTheHostRead_SaysWhatADeploymentMisses(string property, string file, params string[] expected)
    {
        var fragment = $$$"""
            {"Resources":{"M":{"Type":"AWS::StepFunctions::StateMachine","Properties":{{{{Workflow.LogsAndRole}}},
              "DefinitionSubstitutions":{"F":"arn:aws:lambda:us-east-1:123456789012:function:f"},{{{property}}}}},
              "G":{"Type":"AWS::Logs::LogGroup"},"R":{{{Workflow.Role}}}}}
            """;
        var settings = new MacroSettings(new Dictionary<string, string>())
        {
            DefinitionFiles = new Dictionary<string, DefinitionFile> { ["M"] = new("f.json", Encoding.UTF8.GetBytes(file)) },
        };

        using var result = MacroTransform.RunRecorded(Encoding.UTF8.GetBytes(MacroRun.Event(fragment, Workflow.Parameters)), settings);

        result.Diagnostics.Count.ShouldBe(expected.Length);
        foreach (var (diagnostic, start) in result.Diagnostics.Zip(expected)) diagnostic.ToString().ShouldStartWith(start);
        Encoding.UTF8.GetString(result.Fragment!.Value.Span).ShouldContain(property);
        result.Changes.ShouldAllBe(change => change.Kind != ChangeKind.State);
    }

    [Theory]
    [InlineData("DEFINITION")]
    [InlineData("""{"Fn::Sub":DEFINITION}""")]
    [InlineData("""{"Fn::Join":["",[DEFINITION]]}""")]
    [InlineData("""{"Fn::If":["C",DEFINITION,{"Fn::Sub":DEFINITION}]}""")]
    [InlineData("""{"Fn::ToJsonString":{"States":{"A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{}}}}}""")]
    public void Edit_AnyForm_GetsTheContext(string form)
    {
        const string Text = """
            "{\"States\":{\"A\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::lambda:invoke\",\"Parameters\":{}}}}"
            """;

        var run = Run(form.Replace("DEFINITION", Text, StringComparison.Ordinal));

        run.Text.Split("$$['Execution', 'State', 'StateMachine']").Length.ShouldBe(form.Split("DEFINITION").Length < 3 ? 2 : 3);
        run.Codes.ShouldBeEmpty();
    }

    [Fact]
    public void Edit_LinesOfSam_KeepsThemAndAddsLines()
    {
        var run = Run("""
            {"Fn::Join":["\n",["{","    \"States\": {","        \"A\": {","            \"Parameters\": {",
              "                \"FunctionName\": \"${F}\"","            },",
              "            \"Resource\": \"arn:aws:states:::lambda:invoke\",","            \"Type\": \"Task\"","        }","    }","}"]]}
            """);

        run.Property("DefinitionString", "M").ShouldBe(JsonText.OneLine("""
            {"Fn::Join":["\n",["{","    \"States\": {","        \"A\": {","            \"Parameters\": {",
              "                \"FunctionName\": \"${F}\",",
              "                \"Payload.$\": \"$$['Execution', 'State', 'StateMachine']\"","            },",
              "            \"Resource\": \"arn:aws:states:::lambda:invoke\",","            \"Type\": \"Task\"","        }","    }","}"]]}
            """));
    }

    [Theory]
    [InlineData("BEFORE\\n")]
    [InlineData("\\n\\t BEFORE \\r\\n\\n")]
    public void Edit_WhiteSpaceAroundTheText_IsKept(string form)
    {
        const string Before =
            """{\"States\":{\"A\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::lambda:invoke\",\"Parameters\":{}}}}""";
        var after = Before.Replace(
            "\"Parameters\\\":{}", "\"Parameters\\\":{\\\"Payload.$\\\":\\\"$$['Execution', 'State', 'StateMachine']\\\"}",
            StringComparison.Ordinal);
        var text = form.Replace("BEFORE", Before, StringComparison.Ordinal);
        var expected = form.Replace("BEFORE", after, StringComparison.Ordinal);

        Run($"\"{text}\"").Property("DefinitionString", "M").ShouldBe($"\"{expected}\"");
        Run($$"""{"Fn::Sub":"{{text}}"}""").Property("DefinitionString", "M").ShouldBe($$"""{"Fn::Sub":"{{expected}}"}""");
        Run($$"""{"Fn::Join":["",["{{text}}"]]}""").Property("DefinitionString", "M").ShouldBe($$"""{"Fn::Join":["",["{{expected}}"]]}""");
    }

    /// <summary>In the table, TASK stands for a state that gets the context, and DONE for that state with it.</summary>
    [Theory]
    [InlineData(
        """{"Fn::Join":["",["{\"Comment\":\"",{"Ref":"X"},{"Ref":"Y"},"\",\"States\":TASK}"]]}""",
        """{"Fn::Join":["",["{\"Comment\":\"",{"Ref":"X"},{"Ref":"Y"},"\",\"States\":DONE}"]]}""")]
    [InlineData(
        """{"Fn::Join":["\n",["{\"Comment\":",{"Ref":"X"},",\"States\":TASK","}"]]}""",
        """{"Fn::Join":["\n",["{\"Comment\":",{"Ref":"X"},",\"States\":DONE","}"]]}""")]
    [InlineData(
        """{"Fn::Join":[";",["{\"Comment\":\"a",{"Ref":"X"},{"Ref":"Y"},"b\",\"States\":TASK}"]]}""",
        """{"Fn::Join":[";",["{\"Comment\":\"a",{"Ref":"X"},{"Ref":"Y"},"b\",\"States\":DONE}"]]}""")]
    public void Edit_ExpressionsBetweenLines_KeepsItemsAndSeparator(string before, string after)
    {
        const string Task = """{\"A\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::lambda:invoke\",\"Parameters\":{}}}""";
        var done = Task.Replace("{}", """{\"Payload.$\":\"$$['Execution', 'State', 'StateMachine']\"}""", StringComparison.Ordinal);

        var run = Run(before.Replace("TASK", Task, StringComparison.Ordinal));

        run.Property("DefinitionString", "M").ShouldBe(after.Replace("DONE", done, StringComparison.Ordinal));
    }

    /// <summary>An expression in the place of a whole value, which only the deployment could make JSON of.</summary>
    [Fact]
    public void Edit_ResourceWithoutQuotes_IsReadAsTheExpression() =>
        Run(
            """{"Fn::Join":["",["{\"States\":{\"A\":{\"Type\":\"Task\",\"Resource\":",{"Ref":"F"},",\"Parameters\":{}}}}"]]}""",
            ""","F":{"Type":"AWS::Lambda::Function"}""")
            .Property("DefinitionString", "M")!.ShouldContain("$$.Execution");

    private static MacroRun Run(string definition, string more) =>
        Workflow.Run($"{Workflow.LogsAndRole},\"DefinitionString\":{definition}", more);

    private static MacroRun Run(string definition) => Workflow.Run($"{Workflow.LogsAndRole},\"DefinitionString\":{definition}");
}
