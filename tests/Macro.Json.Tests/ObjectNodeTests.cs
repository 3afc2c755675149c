namespace Macro.Json.Tests;

public sealed class ObjectNodeTests
{
    [Theory]
    [InlineData("""{"a":1,"b":2,"c":3}""", "a", """{"a":"new","b":2,"c":3}""")]
    [InlineData("""{"a":1,"b":2,"c":3}""", "b", """{"a":1,"b":"new","c":3}""")]
    [InlineData("""{"a":1,"b":2,"c":3}""", "c", """{"a":1,"b":2,"c":"new"}""")]
    [InlineData("""{"a":1,"b":2,"c":3}""", "d", """{"a":1,"b":2,"c":3,"d":"new"}""")]
    [InlineData("""{"a":1}""", "a", """{"a":"new"}""")]
    [InlineData("{}", "a", """{"a":"new"}""")]
    [InlineData("{ }", "a", """{"a":"new" }""")]
    [InlineData("""{ "a" : 1.10 , "b" : [ 1, 2 ] }""", "a", """{ "a" : "new" , "b" : [ 1, 2 ] }""")]
    [InlineData("""{ "a" : 1.10 , "b" : [ 1, 2 ] }""", "c", """{ "a" : 1.10 , "b" : [ 1, 2 ],"c":"new" }""")]
    [InlineData("""{"\u0061":1,"b":2}""", "a", """{"\u0061":"new","b":2}""")]
    [InlineData("""{"a\"b":1,"b":2}""", "a\"b", """{"a\"b":"new","b":2}""")]
    [InlineData("""{"é":1}""", "é", """{"é":"new"}""")]
    [InlineData("""{"\u00e9":1}""", "é", """{"\u00e9":"new"}""")]
    [InlineData("""{"a":{"a":1}}""", "a", """{"a":"new"}""")]
    [InlineData("""{"":1}""", "", """{"":"new"}""")]
    [InlineData("{}", "quote\" back\\ line\n é", """{"quote\" back\\ line\n é":"new"}""")]
    public void Set_Member_ChangesNothingElse(string json, string name, string expected)
    {
        var node = JsonText.ReadObject(json);

        node[name] = "new";

        node.ToString().ShouldBe(expected);
        node[name]!.Text.ShouldBe("new");
    }

    [Theory]
    [InlineData("""{"a":1,"b":2,"c":3}""", "a", """{"b":2,"c":3}""")]
    [InlineData("""{"a":1,"b":2,"c":3}""", "b", """{"a":1,"c":3}""")]
    [InlineData("""{"a":1,"b":2,"c":3}""", "c", """{"a":1,"b":2}""")]
    [InlineData("""{"a":1,"b":2,"c":3}""", "ab", """{"c":3}""")]
    [InlineData("""{"a":1,"b":2,"c":3}""", "ac", """{"b":2}""")]
    [InlineData("""{"a":1,"b":2,"c":3}""", "bc", """{"a":1}""")]
    [InlineData("""{"a":1,"b":2,"c":3}""", "ca", """{"b":2}""")]
    [InlineData("""{"a":1,"b":2,"c":3}""", "abc", "{}")]
    [InlineData("""{"a":1}""", "a", "{}")]
    [InlineData("""{"a":1}""", "b", """{"a":1}""")]
    [InlineData("""{ "a": 1, "b": 2 }""", "b", """{ "a": 1 }""")]
    [InlineData("""{ "a": ",", "b": "}" }""", "a", """{ "b": "}" }""")]
    public void Set_NullOnMembers_LeavesThemOut(string json, string names, string expected)
    {
        var node = JsonText.ReadObject(json);

        foreach (var name in names) node[name.ToString()] = null;

        node.ToString().ShouldBe(expected);
        foreach (var name in names) node[name.ToString()].ShouldBeNull();
    }

    [Theory]
    [InlineData("a", "a", """{"b":2,"c":3,"a":"new"}""")]
    [InlineData("c", "c", """{"a":1,"b":2,"c":"new"}""")]
    [InlineData("abc", "d", """{"d":"new"}""")]
    [InlineData("abc", "b", """{"b":"new"}""")]
    [InlineData("ac", "b", """{"b":"new"}""")]
    [InlineData("a", "b", """{"b":"new","c":3}""")]
    [InlineData("b", "c", """{"a":1,"c":"new"}""")]
    [InlineData("c", "d", """{"a":1,"b":2,"d":"new"}""")]
    public void Set_AfterRemoval_GivesWellFormedObject(string removed, string set, string expected)
    {
        var node = JsonText.ReadObject("""{"a":1,"b":2,"c":3}""");

        foreach (var name in removed) node[name.ToString()] = null;
        node[set] = "new";

        node.ToString().ShouldBe(expected);
    }

    [Fact]
    public void Set_TheSameText_IsNoEdit()
    {
        var node = JsonText.ReadObject("""{"a":"\u0062"}""");

        node["a"] = "b";

        node.IsEdited.ShouldBeFalse();
        node.ToString().ShouldBe("""{"a":"\u0062"}""");
    }

    [Fact]
    public void Set_TwiceAndAddedThenRemoved_LastWins()
    {
        var node = JsonText.ReadObject("""{"a":1}""");

        node["a"] = "first";
        node["a"] = "second";
        node["b"] = "first";
        node["b"] = "second";
        node["c"] = "never";
        node["c"] = null;

        node.ToString().ShouldBe("""{"a":"second","b":"second"}""");
        node.Count.ShouldBe(2);
    }

    [Fact]
    public void Set_DeepInside_KeepsEveryByteAround()
    {
        var node = JsonText.ReadObject("""{"n":1.10,"a":{"x":[ {"y":{"z":1e3}},12345678901234567890 ]},"e":"\u00e9"}""");

        ((ObjectNode)((ObjectNode)((ArrayNode)((ObjectNode)node["a"]!)["x"]!)[0])["y"]!)["w"] = "new";

        node.ToString().ShouldBe("""{"n":1.10,"a":{"x":[ {"y":{"z":1e3,"w":"new"}},12345678901234567890 ]},"e":"\u00e9"}""");
    }

    [Fact]
    public void Set_MovedNode_WritesItsBytesAtBothPlaces()
    {
        var node = JsonText.ReadObject("""{"from":{ "k":1.0 },"to":null}""");

        node["to"] = node["from"]!;

        node.ToString().ShouldBe("""{"from":{ "k":1.0 },"to":{ "k":1.0 }}""");
    }

    [Fact]
    public void Set_MovedNodeEditedAtItsNewPlace_WritesTheEdit()
    {
        var node = JsonText.ReadObject("""{"from":{"k":1.0}}""");
        var moved = (ObjectNode)node["from"]!;

        node["from"] = new ObjectNode { { "Inner", moved } };
        moved["more"] = "new";

        node.ToString().ShouldBe("""{"from":{"Inner":{"k":1.0,"more":"new"}}}""");
    }

    [Fact]
    public void Enumerate_AfterEdits_GivesMembersInOrder()
    {
        var node = JsonText.ReadObject("""{"a":1,"b":2,"c":3}""");

        node["b"] = null;
        node["d"] = "4";

        node.Select(member => member.Key).ShouldBe(["a", "c", "d"]);
        node.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("{}", null)]
    [InlineData("""{"a":1}""", "a")]
    [InlineData("""{"\u0052ef":"x"}""", "Ref")]
    [InlineData("""{"a":1,"b":2}""", null)]
    [InlineData("""{"\ud800":1}""", null)]
    public void Single_ByNumberOfMembers_IsTheOnlyOne(string json, string? expected)
    {
        (JsonText.ReadObject(json).SingleMember?.Key).ShouldBe(expected);
    }

    [Fact]
    public void Single_AfterRemovalOfOthers_IsTheOneThatIsLeft()
    {
        var node = JsonText.ReadObject("""{"a":1,"Ref":"X"}""");

        node["a"] = null;

        node.SingleMember!.Value.Key.ShouldBe("Ref");
    }

    [Theory]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":1,"\u0061":2}""")]
    [InlineData("""{"b":1,"a":1,"c":0,"a":2}""")]
    public void Read_DuplicateKey_Throws(string json)
    {
        Should.Throw<DuplicateKeyException>(() => JsonText.ReadObject(json).Count).Key.ShouldBe("a");
    }

    [Fact]
    public void Read_DuplicateKeyAmongMany_Throws()
    {
        var members = Enumerable.Range(0, 40).Select(i => $"\"k{i}\":{i}").Append("\"k7\":0");
        var list = (ArrayNode)JsonText.ReadObject("{\"x\":[{" + string.Join(',', members) + "}]}")["x"]!;

        var exception = Should.Throw<DuplicateKeyException>(() => ((ObjectNode)list[0]).Count);

        ($"{exception.Path}", exception.Key).ShouldBe(("x[0]", "k7"));
    }

    [Fact]
    public void Read_NamesThatAreNotUnicode_AreWrittenUnchanged()
    {
        const string Json = """{"\ud800":1,"\ud800":2,"a":{"\udc00":3}}""";
        var node = JsonText.ReadObject(Json);

        node["b"] = "new";

        node.Select(member => member.Key).ShouldBe(["a", "b"]);
        node.ToString().ShouldBe("""{"\ud800":1,"\ud800":2,"a":{"\udc00":3},"b":"new"}""");
    }

    [Theory]
    [InlineData("""{"a":"x","b":1}""", "a", "x")]
    [InlineData("""{"a":"x","b":1}""", "b", null)]
    [InlineData("""{"a":"x","b":1}""", "c", null)]
    [InlineData("""{"\u0061":"x"}""", "a", "x")]
    [InlineData("""{"a":"\u0078"}""", "a", "x")]
    [InlineData("""{"1":1,"2":2,"3":3,"4":4,"5":5,"6":6,"7":7,"8":8,"9":9,"10":0,"11":1,"12":2,"13":3,"a":"x"}""", "a", "x")]
    [InlineData("""{"x1yz":1,"x2yz":"x"}""", "x2yz", "x")]
    [InlineData("{}", "a", null)]
    public void TextOf_Member_IsItsText(string json, string name, string? text)
    {
        var utf8 = System.Text.Encoding.UTF8.GetBytes(name);
        var pool = new StringPool();

        JsonText.ReadObject(json).TextOf(utf8).ShouldBe(text);
        JsonText.ReadObject(json).TextOf(utf8, pool).ShouldBe(text);
        JsonText.ReadObject(json).TextOf(utf8, pool).ShouldBe(text);
    }

    [Fact]
    public void TextOf_DuplicateKey_Throws() =>
        Should.Throw<DuplicateKeyException>(() => JsonText.ReadObject("""{"a":"x","b":1,"b":2}""").TextOf("a"u8));

    [Fact]
    public void TextOf_EqualTextsOfAPool_AreOneString()
    {
        var pool = new StringPool();

        var first = JsonText.ReadObject("""{"a":"text"}""").TextOf("a"u8, pool);

        JsonText.ReadObject("""{"a":"text"}""").TextOf("a"u8, pool).ShouldBeSameAs(first);
    }

    [Theory]
    [InlineData("{}", false)]
    [InlineData("""{"a":{"b":1,"c":2}}""", true)]
    [InlineData("""{"a":1,"b":{}}""", false)]
    [InlineData("""{"a":[],"a":[]}""", false)]
    public void IsSingle_IsWhetherThereIsOneMember(string json, bool expected) => JsonText.ReadObject(json).IsSingle.ShouldBe(expected);

    [Fact]
    public void IsSingle_AfterEdits_CountsThem()
    {
        var node = JsonText.ReadObject("""{"a":1}""");
        node["b"] = "x";
        node.IsSingle.ShouldBeFalse();
        node["a"] = null;
        node.IsSingle.ShouldBeTrue();
        new ObjectNode().IsSingle.ShouldBeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("new")]
    public void Read_DuplicateKeyInAValueThatWasTakenOut_NamesItsPlace(string? instead)
    {
        var node = JsonText.ReadObject("""{"z":0,"a":{"x":1,"x":2}}""");
        var taken = (ObjectNode)node["a"]!;
        node["a"] = instead is null ? null : (Node)instead;

        $"{Should.Throw<DuplicateKeyException>(() => taken["x"u8]).Path}".ShouldBe("a");
    }

    [Fact]
    public void Values_RemovedWhileEnumerating_KeepsTheCurrentOne()
    {
        var node = JsonText.ReadObject("""{"a":"1"}""");
        node["b"] = "2";
        var seen = new List<string?>();

        using var values = node.Values.GetEnumerator();
        while (values.MoveNext())
        {
            node[seen.Count == 0 ? "a" : "b"] = null;
            seen.Add(values.Current.Text);
        }

        seen.ShouldBe(["1", "2"]);
        node.Count.ShouldBe(0);
    }

    [Fact]
    public void AddAbsent_ManyBlocks_FindsEachMember()
    {
        var node = new ObjectNode();
        for (var i = 0; i < 2000; i++) node.AddAbsent(_ => false, new MemberBlock([new($"a{i}", "x"), new($"b{i}", "y")]));

        node.Count.ShouldBe(4000);
        node["b1999"]!.Text.ShouldBe("y");
        node.Last().Key.ShouldBe("b1999");
    }
}
