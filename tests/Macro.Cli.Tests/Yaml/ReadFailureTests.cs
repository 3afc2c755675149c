using System.Text;

namespace Macro.Cli.Tests.Yaml;

public class ReadFailureTests
{
    [Theory]
    [InlineData("", "1:1: The file is empty.")]
    [InlineData("# nothing\n", "1:1: The file is empty.")]
    [InlineData("- A\n", "1:1: The top level of the file is not a mapping.")]
    [InlineData("!Ref A\n", "1:1: The top level of the file is not a mapping.")]
    [InlineData("A: 1\n---\nB: 2\n", "2:1: A second YAML document begins here.")]
    [InlineData("A:\n  [b]: 1\n", "2:3: A key is not plain text.")]
    [InlineData("A: 1\n!Ref B: 1\n", "2:1: A key is not plain text.")]
    [InlineData("A: *b\n", "1:4: No anchor &b precedes the alias *b.")]
    [InlineData("A: &a\n  B: [*a]\n", "2:7: The alias *a is inside its own value.")]
    [InlineData("A: {<<: 1}\n", "1:9: The value of the key << is not a mapping.")]
    [InlineData("A: x\0y\n", "1:5: There is a NUL character here.")]
    public void Read_TextThatIsNotATemplate_HasPositionAndCause(string yaml, string expected) =>
        TemplateYaml.Failure(yaml).Message.ShouldStartWith("template.yaml:" + expected);

    [Theory]
    [InlineData("A:\n\tB: 1\n", "2:1:", "Indent with spaces; YAML allows no tabs there.")]
    [InlineData("A: b: c\n", "1:5:", "Quote a value that has a colon and a space, or fix the indentation.")]
    [InlineData("A: @b\n", "1:4:", "Quote a value that begins with @.")]
    [InlineData("A: 'b\n", "1:4:", "Close the quote.")]
    [InlineData("A: [1, 2", "1:9:", "Close the bracket or brace, or put a comma before the next value.")]
    [InlineData("A: \"\\q\"\n", "1:5:", "Write a backslash twice, or use single quotes.")]
    [InlineData("A: &\n", "1:4:", "Quote a value that begins with & or *.")]
    [InlineData("A:\n  - b\n c: d\n", "3:2:", "Align keys and dashes with those of the same level, and close quotes and brackets above.")]
    public void Read_MalformedYaml_HasPositionAndRemedy(string yaml, string place, string remedy)
    {
        var failure = TemplateYaml.Failure(yaml);

        failure.Message.ShouldStartWith("template.yaml:" + place);
        failure.Message.ShouldEndWith(remedy);
    }

    [Fact]
    public void Read_DuplicateKeys_AreAllReportedInTheOrderOfTheFile() =>
        TemplateYaml.Failure("A: 1\nB: {c: 1, \"c\": 2}\nA: 3\n").Message.ShouldBe(
            "template.yaml:2:11: Duplicate key c; the first one is in line 2. Remove or rename one of the two, "
            + "or pass --allow-duplicate-keys: then the last one wins, as in SAM's command line.\n"
            + "template.yaml:3:1: Duplicate key A; the first one is in line 1. Remove or rename one of the two, "
            + "or pass --allow-duplicate-keys: then the last one wins, as in SAM's command line.");

    [Theory]
    [InlineData(1100)]
    [InlineData(100_000)]
    public void Read_NestedTooDeeply_IsRejected(int levels) =>
        TemplateYaml.Failure("A: " + new string('[', levels)).Message.ShouldContain("The template nests more than 1000 levels here.");

    [Fact]
    public void Read_AliasesNestTooDeeply_IsRejected()
    {
        var half = new string('[', 600);
        var text = $"A: &a {half}{new string(']', 600)}\nB: {half}*a {new string(']', 600)}\n";

        TemplateYaml.Failure(text).Message.ShouldContain("The template nests more than 1000 levels here.");
    }

    [Theory]
    [InlineData("&a0 [x, x]", "&a{0} [{1}]")]
    [InlineData("&a0 {x: 1}", "&a{0} {{<<: [{1}]}}")]
    public void Read_AliasesExpandWithoutEnd_IsRejected(string first, string next)
    {
        var text = new StringBuilder($"A0: {first}\n");
        var format = CompositeFormat.Parse(next);
        for (var level = 1; level < 40; level++)
        {
            var aliases = string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9));
            text.Append(null, $"A{level}: ").AppendFormat(null, format, level, aliases).Append('\n');
        }

        TemplateYaml.Failure(text.ToString()).Message.ShouldContain("expand to more than a template can hold");
    }

    [Fact]
    public void Read_AliasesRepeatLongText_IsRejected()
    {
        var aliases = string.Join(", ", Enumerable.Repeat("*a", 1000));

        TemplateYaml.Failure($"A: &a {new string('x', 200_000)}\nB: [{aliases}]\n").Message
            .ShouldContain("expand to more than a template can hold");
    }
}
