using Macro.Cli.Parameters.Toml;

namespace Macro.Cli.Tests.Parameters;

/// <summary>The examples of the specification, in its order. Those that it calls invalid are in <see cref="TomlErrorTests"/>.</summary>
/// <remarks>Source: https://toml.io/en/v1.0.0</remarks>
public class TomlParserTests
{
    [Theory]
    [InlineData(
        "# This is a full-line comment\nkey = \"value\"  # a comment\nanother = \"# This is not a comment\"",
        """{key: "value", another: "# This is not a comment"}""")]
    [InlineData(
        "key = \"value\"\nbare_key = \"value\"\nbare-key = \"value\"\n1234 = \"value\"",
        """{key: "value", bare_key: "value", bare-key: "value", 1234: "value"}""")]
    [InlineData(
        "\"127.0.0.1\" = 1\n\"character encoding\" = 2\n\"ʎǝʞ\" = 3\n'key2' = 4\n'quoted \"value\"' = 5",
        """{127.0.0.1: 1, character encoding: 2, ʎǝʞ: 3, key2: 4, quoted "value": 5}""")]
    [InlineData("\"\" = \"blank\"", """{: "blank"}""")]
    [InlineData(
        "name = \"Orange\"\nphysical.color = \"orange\"\nphysical.shape = \"round\"\nsite.\"google.com\" = true",
        """{name: "Orange", physical: {color: "orange", shape: "round"}, site: {google.com: true}}""")]
    [InlineData("fruit.name = 1\nfruit. color = 2\nfruit . flavor = 3", "{fruit: {name: 1, color: 2, flavor: 3}}")]
    [InlineData("fruit.apple.smooth = true\nfruit.orange = 2", "{fruit: {apple: {smooth: true}, orange: 2}}")]
    [InlineData(
        "apple.type = 1\norange.type = 2\napple.skin = 3\norange.skin = 4",
        "{apple: {type: 1, skin: 3}, orange: {type: 2, skin: 4}}")]
    [InlineData("3.14159 = \"pi\"", """{3: {14159: "pi"}}""")]
    public void Parse_Keys_AreThoseOfTheSpecification(string toml, string expected) => Parsed(toml).ShouldBe(expected);

    [Theory]
    [InlineData(
        """str = "I'm a string. \"You can quote me\". Name\tJos\u00E9\nLocation\tSF." """,
        "I'm a string. \"You can quote me\". Name\tJosé\nLocation\tSF.")]
    [InlineData("""str = "\b\t\n\f\r\"\\ \U0001F600" """, "\b\t\n\f\r\"\\ 😀")]
    [InlineData("str = \"\"\"\nRoses are red\nViolets are blue\"\"\"", "Roses are red\nViolets are blue")]
    [InlineData("str = \"\"\"\r\nRoses are red\r\nViolets are blue\"\"\"", "Roses are red\nViolets are blue")]
    [InlineData(
        "str = \"\"\"\nThe quick brown \\\n\n\n  fox jumps over \\\n    the lazy dog.\"\"\"",
        "The quick brown fox jumps over the lazy dog.")]
    [InlineData("str = \"\"\"\\\n       The quick brown \\  \n       fox.\\\n       \"\"\"", "The quick brown fox.")]
    [InlineData(
        "str = \"\"\"Here are two quotation marks: \"\". Simple enough.\"\"\"",
        "Here are two quotation marks: \"\". Simple enough.")]
    [InlineData("str = \"\"\"Here are three quotation marks: \"\"\\\".\"\"\"", "Here are three quotation marks: \"\"\".")]
    [InlineData(
        "str = \"\"\"\"This,\" she said, \"is just a pointless statement.\"\"\"\"",
        "\"This,\" she said, \"is just a pointless statement.\"")]
    [InlineData("str = \"\"\"two at the end\"\"\"\"\"", "two at the end\"\"")]
    [InlineData(@"str = 'C:\Users\nodejs\templates'", @"C:\Users\nodejs\templates")]
    [InlineData(@"str = '\\ServerX\admin$\system32\'", @"\\ServerX\admin$\system32\")]
    [InlineData("str = 'Tom \"Dubs\" Preston-Werner'", "Tom \"Dubs\" Preston-Werner")]
    [InlineData(@"str = '<\i\c*\s*>'", @"<\i\c*\s*>")]
    [InlineData(@"str = '''I [dw]on't need \d{2} apples'''", @"I [dw]on't need \d{2} apples")]
    [InlineData(
        "str = '''\nThe first newline is\ntrimmed in raw strings.\n   All other whitespace\n   is preserved.\n'''",
        "The first newline is\ntrimmed in raw strings.\n   All other whitespace\n   is preserved.\n")]
    [InlineData(
        "str = '''Here are fifteen quotation marks: \"\"\"\"\"\"\"\"\"\"\"\"\"\"\"'''",
        "Here are fifteen quotation marks: \"\"\"\"\"\"\"\"\"\"\"\"\"\"\"")]
    [InlineData("str = ''''That,' she said, 'is still pointless.''''", "'That,' she said, 'is still pointless.'")]
    [InlineData("str = \"\"", "")]
    [InlineData("str = ''", "")]
    [InlineData("str = \"\"\"\"\"\"", "")]
    public void Parse_String_HasItsText(string toml, string expected) =>
        TomlParser.Parse(toml)["str"].ShouldBe(new TomlString(expected));

    [Theory]
    [InlineData("+99 42 0 -17 1_000 5_349_221 53_49_221 1_2_3_4_5 +0 -0 9223372036854775807 -9223372036854775808")]
    [InlineData("0xDEADBEEF 0xdeadbeef 0xdead_beef 0o01234567 0o755 0b11010110")]
    [InlineData("+1.0 3.1415 -0.01 5e+22 1e06 -2E-2 6.626e-34 224_617.445_991_228 inf +inf -inf nan +nan -nan +0.0")]
    [InlineData("true false")]
    [InlineData("1979-05-27T07:32:00Z 1979-05-27T00:32:00-07:00 1979-05-27T00:32:00.999999-07:00 1979-05-27t07:32:00z")]
    [InlineData("1979-05-27T07:32:00 1979-05-27T00:32:00.999999 1979-05-27 07:32:00 00:32:00.999999 2000-02-29 1990-12-31T23:59:60Z")]
    public void Parse_Scalars_AreKept(string scalars)
    {
        foreach (var scalar in scalars.Split(' ').Append("1979-05-27 07:32:00Z"))
        {
            TomlParser.Parse($"value = {scalar}")["value"].ShouldBe(new TomlScalar(scalar));
            TomlParser.Parse($"value = [{scalar},{scalar}] # comment")["value"].ShouldBeOfType<TomlArray>().Items.Count.ShouldBe(2, scalar);
        }
    }

    [Theory]
    [InlineData("a = [ 1, 2, 3 ]", "{a: [1, 2, 3]}")]
    [InlineData("a = [ [ 1, 2 ], [\"a\", \"b\", \"c\"] ]", """{a: [[1, 2], ["a", "b", "c"]]}""")]
    [InlineData("a = [ \"all\", 'strings', \"\"\"are the same\"\"\", '''type''' ]", """{a: ["all", "strings", "are the same", "type"]}""")]
    [InlineData(
        "a = [ 0.1, 1, \"Foo <foo@example.com>\", { name = \"Baz\", url = \"x\" } ]",
        """{a: [0.1, 1, "Foo <foo@example.com>", {name: "Baz", url: "x"}]}""")]
    [InlineData("a = [\n  1, 2, 3\n]\nb = [\n  1,\n  2, # this is ok\n]", "{a: [1, 2, 3], b: [1, 2]}")]
    [InlineData("a = [ # one ] more\n\n]", "{a: []}")]
    [InlineData(
        "name = { first = \"Tom\", last = \"Preston-Werner\" }\npoint = { x = 1, y = 2 }\nanimal = { type.name = \"pug\" }",
        """{name: {first: "Tom", last: "Preston-Werner"}, point: {x: 1, y: 2}, animal: {type: {name: "pug"}}}""")]
    [InlineData("a = {}\nb = { c = [\n1 ] }", "{a: {}, b: {c: [1]}}")]
    public void Parse_ArraysAndInlineTables_AreThoseOfTheSpecification(string toml, string expected) => Parsed(toml).ShouldBe(expected);

    [Theory]
    [InlineData("[table-1]\nkey1 = 1\nkey2 = 2\n\n[table-2]\nkey1 = 3", "{table-1: {key1: 1, key2: 2}, table-2: {key1: 3}}")]
    [InlineData("[dog.\"tater.man\"]\ntype.name = \"pug\"", """{dog: {tater.man: {type: {name: "pug"}}}}""")]
    [InlineData(
        "[a.b.c]\n[ d.e.f ]\n[ g .  h  . i ]\n[ j . \"ʞ\" . 'l' ]",
        "{a: {b: {c: {}}}, d: {e: {f: {}}}, g: {h: {i: {}}}, j: {ʞ: {l: {}}}}")]
    [InlineData("[x.y.z.w]\n[x]\na = 1", "{x: {y: {z: {w: {}}}, a: 1}}")]
    [InlineData("[fruit.apple]\n[animal]\n[fruit.orange]", "{fruit: {apple: {}, orange: {}}, animal: {}}")]
    [InlineData("name = 1\n[dog]\nname = 2", "{name: 1, dog: {name: 2}}")]
    [InlineData(
        "[fruit]\napple.color = 1\napple.taste.sweet = true\n[fruit.apple.texture]\nsmooth = true",
        "{fruit: {apple: {color: 1, taste: {sweet: true}, texture: {smooth: true}}}}")]
    [InlineData("[[products]]\nname = 1\n\n[[products]]  # empty\n\n[[products]]\nname = 2", "{products: [{name: 1}, {}, {name: 2}]}")]
    [InlineData(
        "[[fruits]]\nname = 1\n[fruits.physical]\ncolor = 2\n[[fruits.varieties]]\nname = 3\n[[fruits.varieties]]\nname = 4\n"
            + "[[fruits]]\nname = 5\n[[fruits.varieties]]\nname = 6",
        "{fruits: [{name: 1, physical: {color: 2}, varieties: [{name: 3}, {name: 4}]}, {name: 5, varieties: [{name: 6}]}]}")]
    [InlineData("points = [ { x = 1 }, { x = 7 } ]", "{points: [{x: 1}, {x: 7}]}")]
    [InlineData("", "{}")]
    [InlineData("\n \t# only a comment", "{}")]
    public void Parse_Tables_AreThoseOfTheSpecification(string toml, string expected) => Parsed(toml).ShouldBe(expected);

    private static string Parsed(string toml) => TomlDump.Write(TomlParser.Parse(toml));
}
