using Macro.Cli.Parameters.Toml;

namespace Macro.Cli.Tests.Parameters;

/// <summary>Documents that the specification calls invalid or does not allow.</summary>
/// <remarks>Source: https://toml.io/en/v1.0.0</remarks>
public class TomlErrorTests
{
    [Theory]
    [InlineData("key = # INVALID")]
    [InlineData("first = \"Tom\" last = \"Preston-Werner\"")]
    [InlineData("= \"no key name\"")]
    [InlineData("name = 1\nname = 2")]
    [InlineData("spelling = 1\n\"spelling\" = 2")]
    [InlineData("fruit.apple = 1\nfruit.apple.smooth = true")]
    [InlineData("a b = 1")]
    [InlineData("a. = 1")]
    [InlineData("ʎǝʞ = 1")]
    [InlineData("\"\"\"key\"\"\" = 1")]
    [InlineData("key\n= 1")]
    [InlineData("key")]
    public void Parse_Key_IsInvalid(string toml) => ShouldFail(toml);

    [Theory]
    [InlineData("a = \"not closed")]
    [InlineData("a = \"line\nbreak\"")]
    [InlineData("a = 'line\nbreak'")]
    [InlineData("a = \"\\q\"")]
    [InlineData("a = \"\\x41\"")]
    [InlineData("a = \"\\u12\"")]
    [InlineData("a = \"\\ud800\"")]
    [InlineData("a = \"\\U00110000\"")]
    [InlineData("a = \"\\\n\"")]
    [InlineData("a = \"\u0001\"")]
    [InlineData("a = '\u007F'")]
    [InlineData("a = \"\"\"\0\"\"\"")]
    [InlineData("a = \"\"\"\r\"\"\"")]
    [InlineData("a = \"\"\"six quotes\"\"\"\"\"\"")]
    [InlineData("apos15 = '''fifteen apostrophes: ''''''''''''''''''")]
    [InlineData("a = 1 # control character \u0000")]
    [InlineData("a = 1\rb = 2")]
    public void Parse_String_IsInvalid(string toml) => ShouldFail(toml);

    [Theory]
    [InlineData("01 1__0 _1 1_ +0x1 0xG 0o8 0b2 0x_1 9223372036854775808 1e ++1 1,000 0XFF")]
    [InlineData(".7 7. 3.e+20 1_.0 1._0 03.14 1e_2 Inf NaN")]
    [InlineData("True FALSE yes null word")]
    [InlineData("1979-13-01 1979-02-29 1979-05-27T24:00:00 07:60:00 07:32 1979-5-27 1979-05-27T07:32:00+24:00 1979-05-27T")]
    public void Parse_Scalars_AreInvalid(string scalars)
    {
        foreach (var scalar in scalars.Split(' ')) ShouldFail($"value = {scalar}");
    }

    [Theory]
    [InlineData("a = [1 2]")]
    [InlineData("a = [1,,2]")]
    [InlineData("a = [,1]")]
    [InlineData("a = [1")]
    [InlineData("a = {b = 1,}")]
    [InlineData("a = {b = 1 c = 2}")]
    [InlineData("a = {b = 1\n}")]
    [InlineData("a = {b = 1, b = 2}")]
    [InlineData("a = {b = 1")]
    [InlineData("product = { type = { name = \"Nail\" } }\nproduct.type.edible = false")]
    [InlineData("[product]\ntype.name = \"Nail\"\ntype = { edible = false }")]
    [InlineData("a = {b = 1}\n[a.c]")]
    public void Parse_ArrayOrInlineTable_IsInvalid(string toml) => ShouldFail(toml);

    [Theory]
    [InlineData("[]")]
    [InlineData("[a")]
    [InlineData("[a] b = 1")]
    [InlineData("[[a]")]
    [InlineData("[ [a] ]")]
    [InlineData("[fruit]\napple = 1\n[fruit]\norange = 2")]
    [InlineData("[fruit]\napple = \"red\"\n[fruit.apple]\ntexture = \"smooth\"")]
    [InlineData("[fruit]\napple.color = 1\napple.taste.sweet = true\n[fruit.apple]")]
    [InlineData("[fruit]\napple.color = 1\napple.taste.sweet = true\n[fruit.apple.taste]")]
    [InlineData("[a.b.c]\nz = 9\n[a]\nb.c.t = 1")]
    [InlineData("[fruit.physical]\ncolor = 1\n[[fruit]]\nname = 2")]
    [InlineData("fruits = []\n[[fruits]]")]
    [InlineData("[[fruits]]\n[[fruits.varieties]]\n[fruits.varieties]")]
    [InlineData("[[fruits]]\n[fruits.physical]\n[[fruits.physical]]")]
    public void Parse_Table_IsInvalid(string toml) => ShouldFail(toml);

    [Fact]
    public void Parse_NestedTooDeeply_IsInvalid() => ShouldFail("a = " + new string('[', 100_000));

    [Theory]
    [InlineData("a = 1\r\nb = \"\"\"\r\n\"\"\"\nc = ?", 4, 5)]
    [InlineData("a = 1\na = 2", 2, 6)]
    [InlineData("[a", 1, 3)]
    public void Parse_Invalid_HasThePosition(string toml, int line, int column) =>
        Should.Throw<TomlException>(() => TomlParser.Parse(toml)).Position.ShouldBe(new(line, column));

    private static void ShouldFail(string toml) => Should.Throw<TomlException>(() => TomlParser.Parse(toml), toml);
}
