namespace Macro.Json;

/// <summary>Finds the members of a large object by name. It holds positions only, so names are compared where they are.</summary>
internal sealed class NameTable : IEqualityComparer<int>, IAlternateEqualityComparer<ReadOnlySpan<byte>, int>
{
    private readonly JsonIndex? _text;
    private readonly HashSet<int> _positions;
    private readonly HashSet<int>.AlternateLookup<ReadOnlySpan<byte>> _byName;
    private Member[] _members = [];

    /// <param name="text">The text of the original members; null when all are added.</param>
    /// <param name="capacity">How many members are expected.</param>
    public NameTable(JsonIndex? text, int capacity)
    {
        _text = text;
        _positions = new HashSet<int>(capacity, this);
        _byName = _positions.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <summary>Adds the member at a position; false when one of the same name is in the table.</summary>
    /// <param name="members">The members, which replace those of the call before.</param>
    /// <param name="position">The position of the new member, whose name is valid Unicode.</param>
    public bool Add(Member[] members, int position)
    {
        _members = members;
        return _positions.Add(position);
    }

    public void Remove(int position) => _positions.Remove(position);

    /// <summary>The position of the member of this name; -1 when there is none.</summary>
    public int Find(ReadOnlySpan<byte> name) => _byName.TryGetValue(name, out var position) ? position : -1;

    bool IEqualityComparer<int>.Equals(int x, int y) => x == y || NameAt(x).SequenceEqual(NameAt(y));

    int IEqualityComparer<int>.GetHashCode(int position) => Hash(NameAt(position));

    bool IAlternateEqualityComparer<ReadOnlySpan<byte>, int>.Equals(ReadOnlySpan<byte> name, int position) =>
        NameAt(position).SequenceEqual(name);

    int IAlternateEqualityComparer<ReadOnlySpan<byte>, int>.GetHashCode(ReadOnlySpan<byte> name) => Hash(name);

    int IAlternateEqualityComparer<ReadOnlySpan<byte>, int>.Create(ReadOnlySpan<byte> name) =>
        throw new NotSupportedException("A name without a member has no position.");

    private ReadOnlySpan<byte> NameAt(int position) => _members[position].NameBytes(_text);

    /// <summary>Seeded anew in each process, so that no template can be made of names with equal hashes.</summary>
    private static int Hash(ReadOnlySpan<byte> name)
    {
        var hash = new HashCode();
        hash.AddBytes(name);
        return hash.ToHashCode();
    }
}
