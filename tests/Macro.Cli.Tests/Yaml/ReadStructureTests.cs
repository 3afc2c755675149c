namespace Macro.Cli.Tests.Yaml;

public class ReadStructureTests
{
    [Theory]
    [InlineData("B: 1\nA: 2\n", """{"B":1,"A":2}""")]
    [InlineData("A:\n- 1\n- - 2\n  - 3\n-\n- b: c\n  d: e\n", """{"A":[1,[2,3],null,{"b":"c","d":"e"}]}""")]
    [InlineData("200: ok\n012345678901: account\ntrue: t\n~: n\n", """{"200":"ok","012345678901":"account","true":"t","~":"n"}""")]
    [InlineData("? long key\n: value\n", """{"long key":"value"}""")]
    [InlineData("{\"A\": {\"B\": [1, null, \"x\"]}}", """{"A":{"B":[1,null,"x"]}}""")]
    [InlineData("%YAML 1.1\n---\nA: 1\n...\n# the end\n", """{"A":1}""")]
    [InlineData("\uFEFFA: 1\n", """{"A":1}""")]
    [InlineData("A: 1\r\nB: |\r\n  x\r\n  y\r\n", """{"A":1,"B":"x\ny\n"}""")]
    [InlineData("A:\t1 \t# tabs between\n", """{"A":1}""")]
    public void Read_Structure_KeepsOrderAndKeys(string yaml, string json) => TemplateYaml.JsonOf(yaml).ShouldBe(json);

    [Theory]
    [InlineData("A: &a {x: 1}\nB: *a\n", """{"A":{"x":1},"B":{"x":1}}""")]
    [InlineData("A: &a 1\nB: &a 2\nC: *a\n", """{"A":1,"B":2,"C":2}""")]
    [InlineData("&k Key: 1\nB: {*k : 2}\n", """{"Key":1,"B":{"Key":2}}""")]
    [InlineData("A: &a {x: 1, y: 2}\nB: {z: 0, <<: *a, y: 3}\n", """{"A":{"x":1,"y":2},"B":{"z":0,"x":1,"y":3}}""")]
    [InlineData("A: &a {x: 1}\nB: &b {x: 2, y: 3}\nC: {<<: [*a, *b]}\n", """{"A":{"x":1},"B":{"x":2,"y":3},"C":{"x":1,"y":3}}""")]
    [InlineData("A: {'<<': 1}\n", """{"A":{"<<":1}}""")]
    public void Read_AnchorsAndMergeKeys_Expand(string yaml, string json) => TemplateYaml.JsonOf(yaml).ShouldBe(json);

    [Theory]
    [InlineData(512, '[', ']')]
    [InlineData(900, '[', ']')]
    public void Read_DeepNesting_Succeeds(int levels, char open, char close)
    {
        var nested = new string(open, levels) + new string(close, levels);

        TemplateYaml.JsonOf($"A: {nested}").ShouldBe($"{{\"A\":{nested}}}");
    }

    [Fact]
    public void Read_DeepBlocks_Succeeds()
    {
        var text = string.Concat(Enumerable.Range(0, 600).Select(level => new string(' ', level) + "a:\n"));

        TemplateYaml.JsonOf(text).ShouldEndWith("null" + new string('}', 600));
    }
}
