namespace Macro.Core.Templates;

/// <summary>Finds a key that an object has twice; such an object has no one meaning, so nobody may edit it.</summary>
internal static class DuplicateKey
{
    private const int FewMembers = 24;

    /// <summary>The first key that stands twice; null when each stands once.</summary>
    /// <param name="members">The members of an object as they came.</param>
    /// <param name="index">The text that they came with.</param>
    public static string? Find(ReadOnlySpan<Member> members, JsonIndex index)
    {
        if (members.Length > FewMembers) return FindByHash(members, index);
        for (var i = 1; i < members.Length; i++)
        {
            var written = new JsonSlice(index, members[i].Row);
            if (written.HasEscapes) return FindByHash(members, index);
            var name = written.Raw[1..^1];
            for (var j = 0; j < i; j++)
            {
                if (members[j].NameEquals(name, written.NameHash, index)) return written.Text;
            }
        }
        return null;
    }

    private static string? FindByHash(ReadOnlySpan<Member> members, JsonIndex index)
    {
        var seen = new HashSet<string>(members.Length);
        foreach (ref readonly var member in members)
        {
            if (member.Name(index) is { } name && !seen.Add(name)) return name;
        }
        return null;
    }
}
