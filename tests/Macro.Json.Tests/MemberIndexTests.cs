using System.Text;

namespace Macro.Json.Tests;

/// <summary>Look-ups give the same answers whatever was asked before, for few members and for many.</summary>
public sealed class MemberIndexTests
{
    private const int Many = 60_000;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(500)]
    public void Find_EachName_GivesItsMember(int members)
    {
        var node = JsonText.ReadObject(Object(members, i => $"k{i}"));

        for (var i = 0; i < members; i++) ((ScalarNode)node[$"k{i}"]!).Spelling.ShouldBe($"{i}");
        node["k"].ShouldBeNull();
        node[$"k{members}"].ShouldBeNull();
        node.Count.ShouldBe(members);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    public void Find_NamesWithEscapes_ComparesTheirText(int members)
    {
        var node = JsonText.ReadObject(Object(members, i => $"\\u006b{i}\\\""));

        ((ScalarNode)node["k2\""]!).Spelling.ShouldBe("2");
        node["\\u006b2\\\""].ShouldBeNull();
    }

    [Theory]
    [InlineData(5)]
    [InlineData(30)]
    [InlineData(100)]
    public void Set_AfterManyRemovalsAndAdditions_FindsWhatIsLeft(int members)
    {
        var node = JsonText.ReadObject(Object(members, i => $"k{i}"));

        for (var i = 0; i < members; i++) node[$"new{i}"] = $"first {i}";
        for (var i = 0; i < members; i += 2) (node[$"k{i}"], node[$"new{i}"]) = (null, null);
        node["new0"] = "second";

        node["new0"]!.Text.ShouldBe("second");
        for (var i = 1; i < members; i++)
        {
            node.Contains(Encoding.UTF8.GetBytes($"k{i}")).ShouldBe(i % 2 == 1);
            node[$"new{i}"]?.Text.ShouldBe(i % 2 == 1 ? $"first {i}" : null);
        }
        node.Last().Key.ShouldBe("new0");
        node.Count.ShouldBe(2 * (members / 2) + 1);
        JsonText.Read(node.ToString()).IsSameAs(node).ShouldBeTrue();
    }

    [Fact]
    public void Query_OfAnyKindAndNumber_ChangesNothingVisible()
    {
        const string Json = """{"a":{"x":"1"},"b":2}""";
        var node = JsonText.ReadObject(Json);

        for (var i = 0; i < 20; i++)
        {
            (node.IsSingle, node.SingleName, node.TextOf("a"u8)).ShouldBe((false, null, null));
            (node.Contains("b"u8), node.Contains("c"u8)).ShouldBe((true, false));
            node["a"].ShouldBeSameAs(node["a"u8]);
            (node.Count, node.IsEdited, node.ToString()).ShouldBe((2, false, Json));
        }
    }

    [Theory]
    [InlineData("k")]
    [InlineData("\\u006b")]
    public void Find_AmongVeryManyMembers_FindsEach(string prefix)
    {
        var node = JsonText.ReadObject(Object(Many, i => $"{prefix}{i}"));

        for (var i = 0; i < Many; i++) node[$"k{i}"] = $"{i}";
        for (var i = 0; i < Many; i++) node[$"new{i}"] = "added";

        node.Count.ShouldBe(2 * Many);
        node["k59999"]!.Text.ShouldBe("59999");
    }

    [Fact]
    public void Hash_OfManyNamesWithEqualShortHashes_Differs()
    {
        var names = Enumerable.Range(0, Many).Select(i => Encoding.UTF8.GetBytes($"k{i:D5}-------x")).ToList();
        IAlternateEqualityComparer<ReadOnlySpan<byte>, int> table = new NameTable(default, originals: 0);

        names.Select(name => MemberName.Hash(name)).Distinct().Count().ShouldBe(1);
        names.Select(name => table.GetHashCode(name)).Distinct().Count().ShouldBeGreaterThan(Many * 99 / 100);
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("k59999", false)]
    [InlineData("\\u006b59999", false)]
    public void Read_VeryManyMembers_ReportsADuplicateKey(string more, bool isNew)
    {
        var node = JsonText.ReadObject($"{Object(Many, i => $"k{i}")[..^1]},\"{more}\":0}}");

        if (isNew) node.Count.ShouldBe(Many + 1);
        else Should.Throw<DuplicateKeyException>(() => node.Count).Key.ShouldBe("k59999");
    }

    [Fact]
    public void Read_ObjectWithADuplicateKey_ThrowsAtEachRead()
    {
        var node = JsonText.ReadObject("""{"a":1,"a":2}""");

        for (var i = 0; i < 2; i++) Should.Throw<DuplicateKeyException>(() => node["b"u8]).Path.IsRoot.ShouldBeTrue();
    }

    private static string Object(int members, Func<int, string> name) =>
        $"{{{string.Join(',', Enumerable.Range(0, members).Select(i => $"\"{name(i)}\":{i}"))}}}";
}
