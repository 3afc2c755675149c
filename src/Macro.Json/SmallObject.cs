namespace Macro.Json;

/// <summary>Looks at the members of an object of few members in its text, without memory for them.</summary>
internal static class SmallObject
{
    /// <summary>The maximum number of members. Other objects are faster once their members are read.</summary>
    private const int MaxMembers = 8;

    /// <summary>Finds a member's value by name.</summary>
    /// <param name="object">The object.</param>
    /// <param name="name">The name.</param>
    /// <param name="value">The value; <c>default</c> when there is no such member.</param>
    /// <returns>False when the members have to be read: there are many, a name has escapes, or there may be a duplicate key.</returns>
    public static bool TryFind(JsonSlice @object, ReadOnlySpan<byte> name, out JsonSlice value)
    {
        value = default;
        var (seen, count, end, wanted) = (0ul, 0, @object.Next.RowNumber, MemberName.Hash(name));
        for (var key = @object.FirstChild; key.RowNumber < end; key = key.Next.Next)
        {
            var hash = key.NameHash;
            var group = MemberName.Group(hash);
            if (++count > MaxMembers || hash == MemberName.NoHash || (seen & group) != 0 && IsBefore(key, hash, @object)) return false;
            seen |= group;
            if (hash == wanted && key.TextUtf8.SequenceEqual(name)) value = key.Next;
        }
        return true;
    }

    /// <summary>Whether a name before another one has its hash.</summary>
    private static bool IsBefore(JsonSlice name, ushort hash, JsonSlice @object)
    {
        for (var key = @object.FirstChild; key.RowNumber < name.RowNumber; key = key.Next.Next)
        {
            if (key.NameHash == hash) return true;
        }
        return false;
    }
}
