namespace Macro.Json;

/// <summary>Finds the members of a large object by name. Stores positions only; compares names in place, without copies.</summary>
internal sealed class NameTable : IEqualityComparer<int>, IAlternateEqualityComparer<ReadOnlySpan<byte>, int>
{
    private readonly JsonIndex? _text;
    private readonly HashSet<int> _positions;
    private readonly HashSet<int>.AlternateLookup<ReadOnlySpan<byte>> _byName;
    private Member[] _members = [];

    /// <param name="text">The text of the original members; null when all are added.</param>
    /// <param name="capacity">The expected number of members.</param>
    public NameTable(JsonIndex? text, int capacity)
    {
        _text = text;
        _positions = new HashSet<int>(capacity, this);
        _byName = _positions.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <summary>Adds the member at a position; returns false if the table already has a member of that name.</summary>
    /// <param name="members">The current members; they replace the array of the previous call.</param>
    /// <param name="position">The position of the new member, whose name is valid Unicode.</param>
    public bool Add(Member[] members, int position)
    {
        _members = members;
        return _positions.Add(position);
    }

    public void Remove(int position) => _positions.Remove(position);

    /// <summary>Returns the position of the member of this name; -1 if there is none.</summary>
    public int Find(ReadOnlySpan<byte> name) => _byName.TryGetValue(name, out var position) ? position : -1;

    bool IEqualityComparer<int>.Equals(int x, int y) => x == y || NameAt(x).SequenceEqual(NameAt(y));

    int IEqualityComparer<int>.GetHashCode(int position) => Hash(NameAt(position));

    bool IAlternateEqualityComparer<ReadOnlySpan<byte>, int>.Equals(ReadOnlySpan<byte> name, int position) =>
        NameAt(position).SequenceEqual(name);

    int IAlternateEqualityComparer<ReadOnlySpan<byte>, int>.GetHashCode(ReadOnlySpan<byte> name) => Hash(name);

    int IAlternateEqualityComparer<ReadOnlySpan<byte>, int>.Create(ReadOnlySpan<byte> name) =>
        throw new NotSupportedException("A name without a member has no position.");

    private ReadOnlySpan<byte> NameAt(int position) => _members[position].NameBytes(_text);

    /// <summary>Uses a random seed for each process, so that a malicious template cannot contain names with colliding hashes.</summary>
    private static int Hash(ReadOnlySpan<byte> name)
    {
        var hash = new HashCode();
        hash.AddBytes(name);
        return hash.ToHashCode();
    }
}
