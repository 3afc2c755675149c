namespace Macro.Cli.Tests.Yaml;

public class WriteFreshTests
{
    [Theory]
    [InlineData(
        """{"A":{"B":[1.10,true,null,"x",{"c":1,"d":[]},[2,{}]]}}""",
        "A:\n  B:\n    - 1.10\n    - true\n    - null\n    - x\n    - c: 1\n      d: []\n    - - 2\n      - {}\n")]
    [InlineData("""{"A":{"Ref":"B"}}""", "A: !Ref B\n")]
    [InlineData("""{"A":{"Ref":["B"]}}""", "A:\n  Ref:\n    - B\n")]
    [InlineData("""{"A":{"Condition":"B"}}""", "A: !Condition B\n")]
    [InlineData("""{"A":{"Fn::GetAtt":["B","C.D"]}}""", "A: !GetAtt B.C.D\n")]
    [InlineData("""{"A":{"Fn::GetAtt":["B.C","D"]}}""", "A: !GetAtt\n  - B.C\n  - D\n")]
    [InlineData("""{"A":{"Fn::GetAtt":["B",{"Ref":"C"}]}}""", "A: !GetAtt\n  - B\n  - !Ref C\n")]
    [InlineData("""{"A":{"Fn::GetAtt":"B.C"}}""", "A:\n  Fn::GetAtt: B.C\n")]
    [InlineData("""{"A":[{"Fn::If":["C",{"Ref":"D"},[1,2]]}]}""", "A:\n  - !If\n    - C\n    - !Ref D\n    - - 1\n      - 2\n")]
    [InlineData("""{"A":{"Fn::Base64":{"Fn::Sub":"x"}}}""", "A:\n  Fn::Base64: !Sub x\n")]
    [InlineData("""{"A":{"Fn::Transform":{"Name":"AWS::Include"}}}""", "A: !Transform\n  Name: AWS::Include\n")]
    [InlineData("""{"A":{"Fn::Length":[1]}}""", "A:\n  Fn::Length:\n    - 1\n")]
    [InlineData("""{"A":{"Fn::Join":[]}}""", "A: !Join []\n")]
    [InlineData("""{"A":{"Fn::Sub":5}}""", "A:\n  Fn::Sub: 5\n")]
    [InlineData("""{}""", "{}\n")]
    public void Write_WithoutSource_IsBlockStyle(string json, string yaml)
    {
        TemplateYaml.Write(json).ShouldBe(yaml);
        TemplateYaml.JsonOf(yaml).ShouldBe(json);
    }

    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("arn:aws:sns:eu-west-3:123456789012:topic", "arn:aws:sns:eu-west-3:123456789012:topic")]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    [InlineData("${Stage}", "${Stage}")]
    [InlineData("schöne 日本 😀", "schöne 日本 😀")]
    [InlineData("1.20", "\"1.20\"")]
    [InlineData("012345678901", "\"012345678901\"")]
    [InlineData("2012-10-17", "\"2012-10-17\"")]
    [InlineData("0x1F", "\"0x1F\"")]
    [InlineData("1:30", "\"1:30\"")]
    [InlineData("1_000", "\"1_000\"")]
    [InlineData(".inf", "\".inf\"")]
    [InlineData("true", "\"true\"")]
    [InlineData("No", "\"No\"")]
    [InlineData("y", "\"y\"")]
    [InlineData("null", "\"null\"")]
    [InlineData("~", "\"~\"")]
    [InlineData("<<", "\"<<\"")]
    [InlineData("", "\"\"")]
    [InlineData(" x", "\" x\"")]
    [InlineData("x ", "\"x \"")]
    [InlineData("a: b", "\"a: b\"")]
    [InlineData("a #b", "\"a #b\"")]
    [InlineData("a:", "\"a:\"")]
    [InlineData("*", "\"*\"")]
    [InlineData("&a", "\"&a\"")]
    [InlineData("!Ref A", "\"!Ref A\"")]
    [InlineData("- x", "\"- x\"")]
    [InlineData("? x", "\"? x\"")]
    [InlineData("{a}", "\"{a}\"")]
    [InlineData("@a", "\"@a\"")]
    [InlineData("%a", "\"%a\"")]
    [InlineData("\"quoted\"", "'\"quoted\"'")]
    [InlineData("'\\d'", "'''\\d'''")]
    [InlineData("it's", "it's")]
    [InlineData("tab\tbed", "\"tab\\tbed\"")]
    [InlineData("\u0001\u0085\u2028\uFEFF", "\"\\u0001\\u0085\\u2028\\ufeff\"")]
    [InlineData("a\r\nb", "\"a\\r\\nb\"")]
    [InlineData(" a\nb", "\" a\\nb\"")]
    [InlineData("a\n ", "\"a\\n \"")]
    [InlineData("a\n  b", "|-\n  a\n    b")]
    [InlineData("a\n\n# b\n", "|\n  a\n\n  # b")]
    [InlineData("a\n\n", "|+\n  a\n")]
    public void Write_String_ReadsBackAsItself(string text, string expected)
    {
        var json = $"{{\"A\":{TemplateYaml.Quote(text)}}}";

        var yaml = TemplateYaml.Write(json);

        yaml.ShouldBe($"A: {expected}\n");
        TemplateYaml.JsonOf(yaml).ShouldBe(TemplateYaml.Canonical(json));
    }

    [Fact]
    public void Write_Keys_AreQuotedLikeValues()
    {
        var json = $$"""{"200":1,"on":2,"a: b":3,"":4,"<<":{},"{{new string('k', 1500)}}":[5],"z":6}""";

        TemplateYaml.JsonOf(TemplateYaml.Write(json)).ShouldBe(json);
    }
}
