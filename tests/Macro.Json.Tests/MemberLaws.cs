using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Macro.Json.Tests;

/// <summary>After any edits of an object, of few members or many, every query gives what a plain list of its members gives.</summary>
public sealed class MemberLaws
{
    private const string Absent = "absent";

    [Fact]
    public void Query_AfterEachEdit_GivesTheMembersInOrder() => Law.Holds(Cases, edited => edited.Run(Compare));

    [Fact]
    public void MaxJsonBytes_AfterEachEdit_IsNotBelowTheSize() => Law.Holds(Cases, edited => edited.Run((node, _) =>
        node.MaxJsonBytes().ShouldBeGreaterThanOrEqualTo(node.CountJsonBytes(value => value.Text == Absent).Bytes)));

    private static Gen<EditedObject> Cases =>
        from originals in Gen.Choose(0, 45)
        from step in Gen.Choose(1, 7)
        from isNew in Gen.Elements(true, false, false)
        from comma in Gen.Elements(",", ",\n  ")
        from edits in Gen.ListOf(Gen.Choose(0, int.MaxValue - 1))
        select new EditedObject(isNew ? 0 : originals, step, isNew, comma, [.. edits]);

    private static void Compare(ObjectNode node, List<(string Name, string Value)> members)
    {
        foreach (var (name, value) in members)
        {
            node.TextOf(Encoding.UTF8.GetBytes(name)).ShouldBe(value);
            node.TextEquals(Encoding.UTF8.GetBytes(name), value).ShouldBe(true);
        }
        node.Count.ShouldBe(members.Count);
        node.IsSingle.ShouldBe(members.Count == 1);
        node.SingleName.ShouldBe(members.Count == 1 ? members[0].Name : null);
        Encoding.UTF8.GetString(node.SingleNameUtf8).ShouldBe(node.SingleName ?? "");
        node.Contains("none"u8).ShouldBeFalse();
        var written = JsonText.ReadObject(node.ToString());
        written.Select(member => (member.Key, member.Value.Text!)).ShouldBe(members);
        written.IsSameAs(node).ShouldBeTrue();
    }

    /// <summary>An object of a text, or a new one, and edits of it.</summary>
    private sealed record EditedObject(int Originals, int Step, bool IsNew, string Comma, int[] Edits)
    {
        public void Run(Action<ObjectNode, List<(string Name, string Value)>> check)
        {
            var members = Enumerable.Range(0, Originals)
                .Select(i => (Name: Name(i * Step), Value: i % 3 == 0 ? Absent : $"old {i}")).ToList();
            var texts = members.Select(member => $"\"{Escaped(member.Name)}\":\"{member.Value}\"");
            var node = IsNew ? new ObjectNode() : JsonText.ReadObject($"{{{Comma[1..]}{string.Join(Comma, texts)}{Comma[1..]}}}");
            foreach (var edit in Edits)
            {
                Edit(node, members, edit);
                if (edit % 5 == 0) node.Select(member => (member.Key, member.Value.Text!)).ShouldBe(members);
                check(node, members);
            }
            node.Select(member => (member.Key, member.Value.Text!)).ShouldBe(members);
        }

        private static void Edit(ObjectNode node, List<(string Name, string Value)> members, int edit)
        {
            var random = new Random(edit);
            var name = Name(random.Next(60));
            switch (edit % 4)
            {
                case 0:
                    node[name] = null;
                    members.RemoveAll(member => member.Name == name);
                    break;
                case 1:
                    node[name] = $"set {edit}";
                    Set(members, name, $"set {edit}");
                    break;
                case 2:
                    var block = Enumerable.Range(0, random.Next(12)).Select(_ => Name(random.Next(200))).Distinct().ToList();
                    node.AddAbsent(
                        value => value.Text == Absent,
                        new MemberBlock([.. block.Select(added => KeyValuePair.Create((MemberName)added, (Node)$"block {edit}"))]));
                    foreach (var added in block)
                    {
                        if (members.Find(member => member.Name == added).Value is null or Absent) Set(members, added, $"block {edit}");
                    }
                    break;
                default:
                    node.Contains(Encoding.UTF8.GetBytes(name)).ShouldBe(members.Exists(member => member.Name == name));
                    node[name]?.Text.ShouldBe(members.Find(member => member.Name == name).Value);
                    break;
            }
        }

        private static void Set(List<(string Name, string Value)> members, string name, string value)
        {
            var i = members.FindIndex(member => member.Name == name);
            if (i < 0) members.Add((name, value));
            else members[i] = (name, value);
        }

        private static string Name(int i) => i % 50 == 49 ? $"q\"{i}" : $"k{i}";

        private static string Escaped(string name) => name.Replace("\"", "\\\"", StringComparison.Ordinal);
    }
}
