namespace Macro.Cli.Tests.Yaml;

public class ReadScalarTests
{
    [Theory]
    [InlineData("30", "30")]
    [InlineData("-7", "-7")]
    [InlineData("1.10", "1.10")]
    [InlineData("1.5e-3", "1.5e-3")]
    [InlineData("12345678901234567890", "12345678901234567890")]
    public void Read_NumberInJsonSpelling_KeepsSpelling(string yaml, string json) => ShouldRead(yaml, json);

    [Theory]
    [InlineData("010", "8")]
    [InlineData("-010", "-8")]
    [InlineData("012345678901", "12345678901")]
    [InlineData("09", "9")]
    [InlineData("0x1F", "31")]
    [InlineData("-0x_ff", "-255")]
    [InlineData("0b1_01", "5")]
    [InlineData("1_000", "1000")]
    [InlineData("12:30", "750")]
    [InlineData("-1:30:00", "-5400")]
    [InlineData("0:01.5", "1.5")]
    [InlineData("+1", "1")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("1_0.50", "10.5")]
    [InlineData("+1e3", "1e3")]
    [InlineData("! 30", "30")]
    [InlineData("! '010'", "8")]
    public void Read_NumberInSpellingOfYaml11_IsItsValue(string yaml, string json) => ShouldRead(yaml, json);

    [Theory]
    [InlineData("0o17")]
    [InlineData("0b_")]
    [InlineData("0x")]
    [InlineData("1:70")]
    [InlineData("-.5")]
    [InlineData(".inf")]
    [InlineData("-.INF")]
    [InlineData(".NaN")]
    [InlineData("2010-09-09")]
    [InlineData("2012-10-17")]
    [InlineData("2001-12-14T21:59:43Z")]
    [InlineData("1.2.3")]
    [InlineData("y")]
    [InlineData("N")]
    [InlineData("arn:aws:sns:eu-west-3:123456789012:topic")]
    public void Read_WhatJsonCannotSpell_StaysText(string yaml) => ShouldRead(yaml, $"\"{yaml}\"");

    [Theory]
    [InlineData("true")]
    [InlineData("True")]
    [InlineData("TRUE")]
    [InlineData("yes")]
    [InlineData("Yes")]
    [InlineData("on")]
    [InlineData("ON")]
    public void Read_TrueOfYaml11_IsTrue(string yaml) => ShouldRead(yaml, "true");

    [Theory]
    [InlineData("false")]
    [InlineData("no")]
    [InlineData("NO")]
    [InlineData("off")]
    public void Read_FalseOfYaml11_IsFalse(string yaml) => ShouldRead(yaml, "false");

    [Theory]
    [InlineData("")]
    [InlineData("~")]
    [InlineData("null")]
    [InlineData("NULL")]
    [InlineData("!!null")]
    public void Read_Null_IsNull(string yaml) => ShouldRead(yaml, "null");

    [Theory]
    [InlineData("'30'", "30")]
    [InlineData("\"true\"", "true")]
    [InlineData("''", "")]
    [InlineData("!!str 30", "30")]
    [InlineData("'it''s'", "it's")]
    [InlineData("'it''s'''", "it's'")]
    [InlineData("\"a = '' or ''''\"", "a = '' or ''''")]
    [InlineData("\"a\\tb \\U0001F600\"", "a\tb 😀")]
    [InlineData("|\n    line 1\n    line 2\n", "line 1\nline 2\n")]
    [InlineData("|-\n    30", "30")]
    [InlineData("|+\n    a\n", "a\n\n")]
    [InlineData(">\n    folded\n    text\n", "folded text\n")]
    [InlineData("several\n   lines", "several lines")]
    public void Read_QuotedBlockOrTagged_IsString(string yaml, string text) => ShouldRead(yaml, TemplateYaml.Quote(text));

    [Theory]
    [InlineData("!!int 8080", "8080")]
    [InlineData("!!float 1.0", "1.0")]
    [InlineData("!!bool yes", "true")]
    public void Read_TypeTag_Fits(string yaml, string json) => ShouldRead(yaml, json);

    [Theory]
    [InlineData("!!int twelve")]
    [InlineData("!!bool 1")]
    [InlineData("!!binary aGk=")]
    [InlineData("!!timestamp 2010-09-09")]
    [InlineData("!!set {a: }")]
    public void Read_TypeTagThatCannotBe_IsRefused(string yaml) =>
        TemplateYaml.Failure($"Value: {yaml}").Message
            .ShouldStartWith("template.yaml:1:8: CloudFormation cannot read this value as tag:yaml.org,2002:");

    private static void ShouldRead(string yaml, string json) =>
        TemplateYaml.JsonOf($"Value: {yaml}\n").ShouldBe(TemplateYaml.Canonical($"{{\"Value\":{json}}}"));
}
