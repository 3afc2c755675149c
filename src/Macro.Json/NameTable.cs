namespace Macro.Json;

/// <summary>
/// Finds the members of a large object by name. Stores positions only, first those of original members and then those of added ones;
/// compares names in place, without copies. Original names that are not valid Unicode are left out.
/// </summary>
internal sealed class NameTable : IEqualityComparer<int>, IAlternateEqualityComparer<ReadOnlySpan<byte>, int>
{
    private readonly JsonIndex? _text;
    private readonly int[] _originalRows;
    private readonly HashSet<int> _positions;
    private readonly HashSet<int>.AlternateLookup<ReadOnlySpan<byte>> _byName;
    private AddedEntry[] _added = [];
    private int _removedAdded;

    /// <param name="object">The object; <c>default</c> when all members are added.</param>
    /// <param name="originals">The number of its original members.</param>
    public NameTable(JsonSlice @object, int originals)
    {
        _text = @object.Index;
        _originalRows = new int[originals];
        var name = @object.FirstChild;
        for (var i = 0; i < originals; i++, name = name.NextName) _originalRows[i] = name.RowNumber;
        _positions = new HashSet<int>(originals, this);
        _byName = _positions.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <summary>Adds the original members. Returns the first name that an earlier one has, too; null if there is none.</summary>
    public JsonSlice? AddOriginals()
    {
        for (var i = 0; i < _originalRows.Length; i++)
        {
            var name = NameAt(i);
            var isUnicode = name.NameHash != MemberName.NoHash || name.Text is not null;
            if (isUnicode && !_positions.Add(i)) return name;
        }
        return null;
    }

    /// <summary>The number of original members that were removed.</summary>
    public int RemovedOriginals { get; private set; }

    /// <summary>The number of members, if so many entries were added.</summary>
    public int Count(int added) => _originalRows.Length - RemovedOriginals + added - _removedAdded;

    /// <summary>Adds an entry: a member whose name is new, or one that is removed.</summary>
    /// <param name="added">The current entries; they replace the array of the previous call.</param>
    /// <param name="index">The index of the new entry.</param>
    public void Add(AddedEntry[] added, int index)
    {
        _added = added;
        if (added[index].Name is null) _removedAdded++;
        else _positions.Add(_originalRows.Length + index);
    }

    /// <summary>Removes an original member.</summary>
    public void RemoveOriginal(int index)
    {
        _positions.Remove(index);
        RemovedOriginals++;
    }

    /// <summary>Removes an added member, which must still be in its entry.</summary>
    public void RemoveAdded(int index)
    {
        _positions.Remove(_originalRows.Length + index);
        _removedAdded++;
    }

    /// <summary>Returns the place of the member of this name.</summary>
    public MemberPlace Find(ReadOnlySpan<byte> name) => !_byName.TryGetValue(name, out var position) ? MemberPlace.None
        : position < _originalRows.Length ? new MemberPlace(position, _originalRows[position])
        : MemberPlace.OfAdded(position - _originalRows.Length);

    bool IEqualityComparer<int>.Equals(int x, int y) => x == y || BytesAt(x).SequenceEqual(BytesAt(y));

    int IEqualityComparer<int>.GetHashCode(int position) => Hash(BytesAt(position));

    bool IAlternateEqualityComparer<ReadOnlySpan<byte>, int>.Equals(ReadOnlySpan<byte> name, int position) =>
        BytesAt(position).SequenceEqual(name);

    int IAlternateEqualityComparer<ReadOnlySpan<byte>, int>.GetHashCode(ReadOnlySpan<byte> name) => Hash(name);

    int IAlternateEqualityComparer<ReadOnlySpan<byte>, int>.Create(ReadOnlySpan<byte> name) =>
        throw new NotSupportedException("A name without a member has no position.");

    private JsonSlice NameAt(int original) => new(_text, _originalRows[original]);

    private ReadOnlySpan<byte> BytesAt(int position) => position < _originalRows.Length
        ? NameAt(position).TextUtf8
        : _added[position - _originalRows.Length].Name!.Utf8;

    /// <summary>Uses a random seed for each process, so that a malicious template cannot contain names with colliding hashes.</summary>
    private static int Hash(ReadOnlySpan<byte> name)
    {
        var hash = new HashCode();
        hash.AddBytes(name);
        return hash.ToHashCode();
    }
}
