namespace Macro.Json;

/// <summary>Looks at the members of an object of few members in its text, without memory for them.</summary>
internal static class SmallObject
{
    /// <summary>The maximum number of members. Each name is compared with all names before it.</summary>
    private const int MaxMembers = 12;

    /// <summary>Finds a member's value by name.</summary>
    /// <param name="object">The object.</param>
    /// <param name="name">The name.</param>
    /// <param name="value">The value; <c>default</c> when there is no such member.</param>
    /// <returns>False when the members have to be read: there are many, a name has escapes, or there may be a duplicate key.</returns>
    public static bool TryFind(JsonSlice @object, ReadOnlySpan<byte> name, out JsonSlice value)
    {
        value = default;
        Span<ushort> hashes = stackalloc ushort[MaxMembers];
        var (count, end, wanted) = (0, @object.Next.RowNumber, MemberName.Hash(name));
        for (var key = @object.FirstChild; key.RowNumber < end; key = key.Next.Next)
        {
            var hash = key.NameHash;
            if (count == MaxMembers || hash == MemberName.NoHash || hashes[..count].Contains(hash)) return false;
            hashes[count++] = hash;
            if (hash == wanted && key.TextUtf8.SequenceEqual(name)) value = key.Next;
        }
        return true;
    }
}
