namespace Macro.Core.Templates;

/// <summary>Finds a key that an object has twice; such an object has no one meaning, so nobody may edit it.</summary>
internal static class DuplicateKey
{
    private const int FewMembers = 24;

    /// <summary>The first key that stands twice; null when each stands once.</summary>
    /// <param name="members">The members of an object as they came.</param>
    public static string? Find(ReadOnlySpan<Member> members)
    {
        if (members.Length > FewMembers) return FindByHash(members);
        for (var i = 1; i < members.Length; i++)
        {
            if (members[i].OriginalName.HasEscapes) return FindByHash(members);
            var name = members[i].OriginalName.Raw[1..^1];
            for (var j = 0; j < i; j++)
            {
                if (members[j].NameEquals(name)) return members[i].Name;
            }
        }
        return null;
    }

    private static string? FindByHash(ReadOnlySpan<Member> members)
    {
        var seen = new HashSet<string>(members.Length);
        foreach (ref readonly var member in members)
        {
            if (member.Name is { } name && !seen.Add(name)) return name;
        }
        return null;
    }
}
