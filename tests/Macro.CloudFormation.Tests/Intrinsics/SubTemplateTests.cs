using Macro.CloudFormation.Intrinsics;

namespace Macro.CloudFormation.Tests.Intrinsics;

public sealed class SubTemplateTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "'plain'")]
    [InlineData("${A}", "A")]
    [InlineData("${A}${B}", "A B")]
    [InlineData("x${ A.Arn }y", "'x' A.Arn 'y'")]
    [InlineData("${!A}", "'${A}'")]
    [InlineData("a${!A}b", "'a' '${A}' 'b'")]
    [InlineData("${A", "'${A'")]
    [InlineData("x}${A}", "'x}' A")]
    [InlineData("$${A}", "'$' A")]
    [InlineData("$", "'$'")]
    public void Parse_Text_GivesLiteralsAndNames(string text, string expected) =>
        string.Join(' ', SubTemplate.Parse(text).Select(part => part.IsName ? part.Text : $"'{part.Text}'")).ShouldBe(expected);
}
