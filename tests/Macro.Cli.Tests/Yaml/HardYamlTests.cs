using System.Text;
using Macro.Cli.Templates;
using Macro.Cli.Templates.Reading;

namespace Macro.Cli.Tests.Yaml;

/// <summary>Valid YAML 1.1 that many readers and writers get wrong.</summary>
public class HardYamlTests
{
    [Theory]
    [InlineData("A: !Sub\n  |\n  x\n", """{"A":{"Fn::Sub":"x\n"}}""")]
    [InlineData("A: !Sub\n  >-\n   x\n   y\nB: 1\n", """{"A":{"Fn::Sub":"x y"},"B":1}""")]
    [InlineData("A: !Sub\n  &a |+\n  x\n\nB: *a\n", """{"A":{"Fn::Sub":"x\n\n"},"B":{"Fn::Sub":"x\n\n"}}""")]
    [InlineData("A: !Sub # why\n\n  # here\n  'x'\n", """{"A":{"Fn::Sub":"x"}}""")]
    [InlineData("A: |\n  \n  x\n", """{"A":"\nx\n"}""")]
    [InlineData("A: |\n \n\n   x\n", """{"A":"\n\nx\n"}""")]
    [InlineData("A: |\n    \n  # c\nB: 1\n", """{"A":"","B":1}""")]
    [InlineData("A: |2\n    x\n", """{"A":"  x\n"}""")]
    [InlineData("A: >\n  x\n   y\n\n  z\n", """{"A":"x\n y\n\nz\n"}""")]
    [InlineData("A: {a: &x b, c: *x }\n", """{"A":{"a":"b","c":"b"}}""")]
    [InlineData("A: {a: &x , c: 1}\n", """{"A":{"a":null,"c":1}}""")]
    [InlineData("{a:{}}\n", """{"a":{}}""")]
    [InlineData("A: {a:[b], \"c\":d}\n", """{"A":{"a":["b"],"c":"d"}}""")]
    [InlineData("A:\n- b: {c: 1,\nd: [2]}\n  e: 1\n", """{"A":[{"b":{"c":1,"d":[2]},"e":1}]}""")]
    [InlineData("A: 1\rB:\r  C: 2\r", """{"A":1,"B":{"C":2}}""")]
    [InlineData("A: 'x\u0085y'\u2028B: 1\n", """{"A":"x y","B":1}""")]
    [InlineData("? |-\n  A\n: 1\nB: 2\n", """{"A":1,"B":2}""")]
    [InlineData("A: \"\\ud83d\\ude00\"\n", "{\"A\":\"\\uD83D\\uDE00\"}")]
    public void Read_HardYaml_IsItsValue(string yaml, string json) =>
        TemplateYaml.JsonOf(yaml).ShouldBe(TemplateYaml.Canonical(json));

    [Theory]
    [InlineData("A: !Sub\n  !Ref x\n", "2:3: A tag follows a tag.")]
    [InlineData("A: |\n     \n  x\n", "1:4: An empty line at the beginning of this block has more spaces than its text.")]
    [InlineData("A: |x\n", "1:5: Text follows the indicator of a block.")]
    [InlineData("A: {a: ?b}\n", "1:8: This does not belong to the lines above.")]
    [InlineData("A: \"\\ud83d\"\n", "1:4: This text has an escape for half of a character.")]
    [InlineData("A: x\u0001\n", "1:5: YAML does not allow the character U+0001 here.")]
    [InlineData("A: 1\nB\nC: 2\n", "2:1: No colon follows this key.")]
    [InlineData("A: ]\n", "1:4: A value is missing before this place, or nothing was opened that this could close.")]
    [InlineData("%YAML 2.0\n---\nA: 1\n", "1:1: The file is in YAML 2.0.")]
    [InlineData("%YAML 1.1\nA: 1\n", "2:1: Three dashes are missing between the directives and the template.")]
    [InlineData("A: !x!y z\n", "1:4: The tag !x!y has an unknown handle.")]
    [InlineData("A: 1\n... B\n", "2:5: ")]
    public void Read_InvalidYaml_SaysWhy(string yaml, string message) =>
        TemplateYaml.Failure(yaml).Message.ShouldStartWith("template.yaml:" + message);

    [Theory]
    // A block scalar as a key.
    [InlineData("? |-\n  A\n: B: 1\nC: 2\n", """{"A":{"B":1},"C":3}""", "A:\n  B: 1\nC: 3\n")]
    // The file ends inside a key.
    [InlineData("A:\n  ? |\n    k", """{"B":1,"A":{"k":null}}""", "B: 1\nA:\n  k: null\n")]
    // Lone carriage returns.
    [InlineData("A: 1 # a\r# b\rB: 2\r", """{"A":1,"B":3}""", "A: 1 # a\r# b\rB: 3\r")]
    // Comments above << and above an alias as a key.
    [InlineData(
        "A: &a {x: 1}\nB:\n  # defaults\n  <<: *a\n  y: 2\n", """{"A":{"x":1},"B":{"x":1,"y":3}}""",
        "A: &a {x: 1}\nB:\n  # defaults\n  x: 1\n  y: 3\n")]
    [InlineData("A: &a {x: 1}\nB:\n  # defaults\n  <<: *a\n", """{"A":{"x":1},"B":{"x":2}}""", "A: &a {x: 1}\nB:\n  # defaults\n  x: 2\n")]
    [InlineData("A: &a {}\nB:\n  # none\n  <<: *a\n  y: 2\n", """{"A":{},"B":{"y":3}}""", "A: &a {}\nB:\n  # none\n  y: 3\n")]
    [InlineData("A: &a k\nB:\n  # key\n  *a : 1\n  y: 2\n", """{"A":"k","B":{"k":1,"y":3}}""", "A: &a k\nB:\n  # key\n  k: 1\n  y: 3\n")]
    // Numbers that only YAML 1.1 spells, in a line that is kept and in a value that is written anew.
    [InlineData("A: 010\nB: {c: 0x1F, d: 1_000, e: 12:30}\n", """{"A":8,"B":{"c":31,"d":1000,"e":750,"f":"010"}}""",
        "A: 010\nB:\n  c: 31\n  d: 1000\n  e: 750\n  f: \"010\"\n")]
    // An anchor before nothing, and an anchored list.
    [InlineData("A:\n  b: &x\n  c: 1 # c\n", """{"A":{"b":null,"c":1,"d":2}}""", "A:\n  b: &x\n  c: 1 # c\n  d: 2\n")]
    [InlineData("A: &x # list\n  # one\n  - 1\n  - 2\n", """{"A":[1,2,3]}""", "A: &x # list\n  # one\n  - 1\n  - 2\n  - 3\n")]
    [InlineData("A:\n  ? >-\n   k\nB:\n     \nC: 1\n", "{\"A\":{\"k\":null},\"C\":1}", "A:\n  ? >-\n   k\n\nC: 1\n")]
    public void Write_HardYaml_KeepsTheOtherLines(string yaml, string json, string expected) =>
        TemplateYaml.WriteChecked(yaml, json).ShouldBe(expected);

    [Theory]
    [InlineData("template.yaml", "\uFEFFA: 1\r\n")]
    [InlineData("template.json", "\uFEFF{\"A\": 1}\r\n")]
    [InlineData("template.yaml", "\uFEFF {A: 1}\n")]
    public void Write_ByteOrderMark_IsKept(string fileName, string text)
    {
        var file = TemplateFile.Read(Encoding.UTF8.GetBytes(text), fileName);

        Encoding.UTF8.GetString(file.Write(file.Json).Span).ShouldBe(text);
        Encoding.UTF8.GetString(file.Write("{\"A\":2}"u8.ToArray()).Span).ShouldStartWith("\uFEFF");
    }

    [Theory]
    [InlineData("t.yaml", "{A: !Ref B, C: 'd'}", "{\"A\":{\"Ref\":\"B\"},\"C\":\"d\"}")]
    [InlineData("-", "{A: 1}\n", "{\"A\":1}")]
    [InlineData("t.yml", "{\"A\": 1} # end\n", "{\"A\":1}")]
    public void Read_YamlInBraces_IsRead(string fileName, string text, string json) =>
        Encoding.UTF8.GetString(TemplateFile.Read(Encoding.UTF8.GetBytes(text), fileName).Json.Span).ShouldBe(json);

    [Theory]
    [InlineData("t.json", "{A: 1}", "t.json:1:2: The file is not valid JSON here.")]
    [InlineData("-", "{\"A\": 1", "-:1:8: The file is not valid JSON here.")]
    [InlineData("t.yaml", "{\"A\": 1", "t.yaml:1:8: A comma, bracket or brace is missing before this place.")]
    public void Read_NeitherJsonNorYaml_NamesTheFormatThatWasMeant(string fileName, string text, string message) =>
        Should.Throw<TemplateFileException>(() => TemplateFile.Read(Encoding.UTF8.GetBytes(text), fileName))
            .Message.ShouldStartWith(message);
}
