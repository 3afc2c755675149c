namespace Macro.Cli.Tests.Yaml;

public class WritePatchTests
{
    private const string Template = """
        # Orders
        ---
        Parameters:
          Stage: {Type: String}   # flow

        Resources:

          # The API
          Api:
            Type: Function   # kind
            Timeout: 3       # seconds
            Layers: # in order
            - one
            # second
            - two

          # The worker
          Worker:
            Type: Function
            Code: |
              # not a comment

              run()

            # No environment yet
        # The end

        """;

    [Fact]
    public void Write_ScalarChanged_KeepsEveryOtherLine() => ShouldPatch(
        """
        {"Parameters":{"Stage":{"Type":"String"}},"Resources":{
          "Api":{"Type":"Function","Timeout":30,"Layers":["one","two"]},
          "Worker":{"Type":"Function","Code":"# not a comment\n\nrun()\n"}}}
        """,
        Template.Replace("Timeout: 3 ", "Timeout: 30 ", StringComparison.Ordinal));

    [Fact]
    public void Write_MembersAdded_AppendsThemToTheirMappings() => ShouldPatch(
        """
        {"Parameters":{"Stage":{"Type":"String"}},"Resources":{
          "Api":{"Type":"Function","Timeout":3,"Layers":["one","two","three"],"Tags":{"env":"1.20"}},
          "Worker":{"Type":"Function","Code":"# not a comment\n\nrun()\n"},
          "New":{"Ref":"X"}}}
        """,
        Template
            .Replace("    - two\n", "    - two\n    - three\n    Tags:\n      env: \"1.20\"\n", StringComparison.Ordinal)
            .Replace("\n    # No env", "\n  New:\n    Ref: X\n\n    # No env", StringComparison.Ordinal));

    [Fact]
    public void Write_MembersRemoved_TakesTheirCommentsAlong() => ShouldPatch(
        """{"Parameters":{"Stage":{"Type":"String"}},"Resources":{"Api":{"Timeout":3,"Layers":["one"]}}}""",
        """
        # Orders
        ---
        Parameters:
          Stage: {Type: String}   # flow

        Resources:

          # The API
          Api:
            Timeout: 3       # seconds
            Layers: # in order
            - one

            # No environment yet
        # The end

        """);

    [Fact]
    public void Write_FlowAndBlockValuesChanged_RewritesThoseOnly() => ShouldPatch(
        """
        {"Parameters":{"Stage":{"Type":"Number"}},"Resources":{
          "Api":{"Type":"Function","Timeout":3,"Layers":"none"},
          "Worker":{"Type":"Function","Code":"run()"}}}
        """,
        """
        # Orders
        ---
        Parameters:
          Stage:   # flow
            Type: Number

        Resources:

          # The API
          Api:
            Type: Function   # kind
            Timeout: 3       # seconds
            Layers: none # in order

          # The worker
          Worker:
            Type: Function
            Code: run()

            # No environment yet
        # The end

        """);

    [Theory]
    [InlineData("A: !Ref X\nB: 1\n", """{"A":{"Ref":"X"},"B":{"Fn::Sub":"z"}}""", "A: !Ref X\nB: !Sub z\n")]
    [InlineData("A: {Ref: X}\nB: 1\n", """{"A":{"Ref":"X"},"B":{"Fn::Sub":"z"}}""", "A: {Ref: X}\nB:\n  Fn::Sub: z\n")]
    [InlineData("A: !If [a, b, c] # d\n", """{"A":{"Fn::If":["a","b","x"]}}""", "A: !If # d\n  - a\n  - b\n  - x\n")]
    [InlineData("A:\r\n  B: 1\r\n", """{"A":{"B":1,"C":"x\ny"}}""", "A:\r\n  B: 1\r\n  C: |-\r\n    x\r\n    y\r\n")]
    [InlineData("\uFEFFA: 1", """{"A":1,"B":2}""", "\uFEFFA: 1\nB: 2\n")]
    [InlineData("A: |\n  cut off", """{"A":"cut off","B":2}""", "A: cut off\nB: 2\n")]
    [InlineData("A:\n    - b: 1\n      # c\n      c: 2\n", """{"A":[{"c":2}]}""", "A:\n    - \n      # c\n      c: 2\n")]
    [InlineData("A:\n- b: 1\n  c: 2\n", """{"A":[{"c":2,"b":1}]}""", "A:\n- c: 2\n  b: 1\n")]
    [InlineData("A:\n- 1 # one\n- 2 # two\n", """{"A":[0,1,2]}""", "A:\n- 0\n- 1 # one\n- 2 # two\n")]
    [InlineData("A:\n- 1 # one\n- 2 # two\n", """{"A":[2]}""", "A:\n- 2 # two\n")]
    [InlineData("A: # note\n  b: 1\n", """{"A":{}}""", "A: {} # note\n")]
    [InlineData("A: # note\n", """{"A":[1]}""", "A: # note\n  - 1\n")]
    [InlineData("A:\n  ? -a\n  : 1\n", """{"A":{"-a":2}}""", "A:\n  \"-a\": 2\n")]
    [InlineData("? A\n: 1\n", """{"A":2}""", "A: 2\n")]
    [InlineData("{\"A\": 1}\n", """{"A":1,"B":[]}""", "A: 1\nB: []\n")]
    [InlineData("A: 1 # one\n\n# B\nB: 2\n", """{"B":2,"A":1}""", "\n# B\nB: 2\nA: 1 # one\n")]
    [InlineData("A: 1\n", """{}""", "{}\n")]
    public void Write_Shape_IsPatched(string source, string json, string expected) =>
        TemplateYaml.WriteChecked(source, json).ShouldBe(expected);

    [Theory]
    [InlineData("A: &a\n  x: 1 # one\nB: *a\nC: 1\n", """{"A":{"x":1},"B":{"x":1},"C":2}""", "A: &a\n  x: 1 # one\nB:\n  x: 1\nC: 2\n")]
    [InlineData(
        "A: &a\n  x: 1\nB: # b\n  <<: *a\n  y: 2 # own\n",
        """{"A":{"x":3},"B":{"x":1,"y":2}}""",
        "A: &a\n  x: 3\nB: # b\n  x: 1\n  y: 2 # own\n")]
    [InlineData("A: &k x\nB:\n  *k : 1\n  c: 2 # two\n", """{"B":{"x":5,"c":2}}""", "B:\n  x: 5\n  c: 2 # two\n")]
    public void Write_Aliases_AreWrittenOutInAChangedTemplate(string source, string json, string expected) =>
        TemplateYaml.WriteChecked(source, json).ShouldBe(expected);

    [Theory]
    [InlineData("A: |+\n  x\n\n# b\nB: 1\n\nC: 2\n", """{"A":"x\n\n","C":2}""", "A: |+\n  x\n\nC: 2\n")]
    [InlineData("A: |\n  x\nB: 1\n    # deep\n", """{"A":"x\n"}""", "A: |\n  x\n# deep\n")]
    [InlineData("A: 1\n   # deep\nB: 2\n", """{"A":"x\ny","B":2}""", "A: |-\n  x\n  y\n # deep\nB: 2\n")]
    [InlineData("A: 1\n     \nB: 2\n", """{"A":"x\ny\n\n","B":2}""", "A: |+\n  x\n  y\n\nB: 2\n")]
    public void Write_GapAfterBlockScalar_DoesNotBecomeText(string source, string json, string expected) =>
        TemplateYaml.WriteChecked(source, json).ShouldBe(expected);

    [Fact]
    public void Write_TopIsNoObject_IsRefused() => Should.Throw<System.Text.Json.JsonException>(() => TemplateYaml.Write("A: 1", "[]"));

    private static void ShouldPatch(string json, string expected) => TemplateYaml.WriteChecked(Template, json).ShouldBe(expected);
}
