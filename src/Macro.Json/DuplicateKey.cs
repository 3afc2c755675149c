namespace Macro.Json;

/// <summary>Finds a key that an object has twice; such an object has no one meaning, so nobody may read or edit it.</summary>
internal static class DuplicateKey
{
    private const int FewMembers = 32;

    /// <summary>The first key that stands twice in an object as it came; null when each stands once.</summary>
    public static string? Find(JsonSlice @object)
    {
        Span<ushort> hashes = stackalloc ushort[FewMembers];
        var count = 0;
        for (var name = @object.First; name.RowNumber < @object.After.RowNumber; name = name.After.After)
        {
            if (count == FewMembers || name.NameHash == 0 || hashes[..count].Contains(name.NameHash)) return FindByName(@object);
            hashes[count++] = name.NameHash;
        }
        return null;
    }

    private static string? FindByName(JsonSlice @object)
    {
        var seen = new HashSet<string>();
        for (var name = @object.First; name.RowNumber < @object.After.RowNumber; name = name.After.After)
        {
            if (name.Text is { } text && !seen.Add(text)) return text;
        }
        return null;
    }
}
