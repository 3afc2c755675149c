namespace Macro.Core.Templates;

/// <summary>Finds a key that an object has twice; such an object has no one meaning, so nobody may edit it.</summary>
internal static class DuplicateKey
{
    private const int FewMembers = 24;

    /// <summary>The first key that stands twice; null when each stands once.</summary>
    public static string? Find(List<Member> members) =>
        members.Count <= FewMembers && !members.Exists(HasEscapes) ? FindPairwise(members) : FindByHash(members);

    private static bool HasEscapes(Member member) => Utf8Json.RawName(member.Property).Contains((byte)'\\');

    private static string? FindPairwise(List<Member> members)
    {
        for (var i = 1; i < members.Count; i++)
        {
            var name = Utf8Json.RawName(members[i].Property);
            for (var j = 0; j < i; j++)
            {
                if (members[j].NameEquals(name)) return members[i].DecodedName;
            }
        }
        return null;
    }

    private static string? FindByHash(List<Member> members)
    {
        var seen = new HashSet<string>(members.Count);
        return members.Select(member => member.DecodedName).FirstOrDefault(name => name is not null && !seen.Add(name));
    }
}
