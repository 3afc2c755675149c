namespace Macro.Json;

/// <summary>
/// The members of one object: first those of its text, with an array for their values from the first that is read, set or removed, then
/// added ones. Finds a member by name: by a scan if there are few, else by a hash table.
/// </summary>
internal partial struct MemberList
{
    /// <summary>
    /// The maximum number of original members, and of added ones, to scan, which is then about as fast as a table look-up, and needs no
    /// memory.
    /// </summary>
    private const int MaxScanned = 32;

    /// <summary>The spare capacity for members that are added one at a time.</summary>
    private const int FewMore = 2;

    /// <summary>The value of an original member that is removed.</summary>
    private static readonly Node Removed = new ScalarNode("");

    /// <summary>The values of the original members, each null until it is read; null until one is.</summary>
    private Node?[]? _values;
    private AddedEntry[]? _added;
    private NameTable? _table;
    private int _addedCount;

    /// <summary>
    /// A bit for each of 32 groups of names: whether a member may be of the group. Most look-ups in vain end with it. Zero until the
    /// original members are checked, and while there are no members.
    /// </summary>
    private uint _groups;

    /// <summary>Whether <see cref="Check"/> has to run before the members are used.</summary>
    public readonly bool NeedsCheck => _groups == 0;

    /// <summary>Whether the names are certainly those of the text: no member was ever added, and none is removed.</summary>
    public readonly bool HasOriginalNames => _addedCount == 0 && !HasRemoved;

    /// <summary>The added members, with removed entries.</summary>
    public readonly ReadOnlySpan<AddedEntry> Added => _added.AsSpan(0, _addedCount);

    /// <summary>The values of the original members, each null if it was not read; empty if none was.</summary>
    public readonly ReadOnlySpan<Node?> Values => _values;

    /// <summary>Whether an original member was removed.</summary>
    public readonly bool HasRemoved
    {
        get
        {
            if (_table is not null) return _table.RemovedOriginals > 0;
            foreach (var value in Values)
            {
                if (IsRemoved(value)) return true;
            }
            return false;
        }
    }

    /// <summary>Whether a value of <see cref="Values"/> is the one of a removed member.</summary>
    public static bool IsRemoved(Node? value) => ReferenceEquals(value, Removed);

    /// <summary>Looks for duplicate keys, once; an object that does not exist has none.</summary>
    /// <returns>The first duplicate key; null if there is none. The members are usable only if this is null.</returns>
    public string? Check(JsonSlice @object)
    {
        if (!NeedsCheck || !@object.Exists) return null;
        var (count, groups, end) = (0, 0u, @object.Next.RowNumber);
        for (var name = @object.FirstChild; name.RowNumber < end; name = name.NextName)
        {
            var hash = name.NameHash;
            if (++count > MaxScanned || hash == MemberName.NoHash) return CheckMany(@object);
            var group = MemberName.Group(hash);
            var isRepeated = (groups & group) != 0
                && @object.Index!.FindName(@object.RowNumber, name.TextUtf8, hash).Row != name.RowNumber;
            if (isRepeated) return name.Text;
            groups |= group;
        }
        _groups = groups;
        return null;
    }

    /// <summary>Returns the place of the member of this name.</summary>
    /// <param name="object">The object; <c>default</c> when all members are added.</param>
    /// <param name="name">The name.</param>
    /// <param name="hash">Its <see cref="MemberName.Hash"/>.</param>
    public readonly MemberPlace Find(JsonSlice @object, ReadOnlySpan<byte> name, ushort hash)
    {
        if (_table is not null) return _table.Find(name);
        if ((_groups & MemberName.Group(hash)) == 0) return MemberPlace.None;
        if (@object.Index?.FindName(@object.RowNumber, name, hash) is ( >= 0, _) found && !IsRemovedAt(found.Index))
            return new(found.Index, found.Row);
        return FindAdded(name, hash);
    }

    /// <summary>Moves to the next member in order. Members that were added meanwhile are included.</summary>
    /// <param name="object">The object; <c>default</c> when all members are added.</param>
    /// <param name="place">The place of the previous member; at first <see cref="MemberPlace.Start"/>.</param>
    /// <returns>False when there are no more members.</returns>
    public bool MoveNext(JsonSlice @object, ref MemberPlace place)
    {
        if (@object.Exists && (place.IsOriginal || place == MemberPlace.Start))
        {
            var name = place.IsOriginal ? new JsonSlice(@object.Index, place.Row).NextName : @object.FirstChild;
            var (index, end) = (place.Index + 1, @object.Next.RowNumber);
            for (; name.RowNumber < end; name = name.NextName, index++)
            {
                if (IsRemovedAt(index)) continue;
                place = new MemberPlace(index, name.RowNumber);
                return true;
            }
            place = MemberPlace.None;
        }
        for (var i = place.Index + 1; i < _addedCount; i++)
        {
            if (_added![i].Block is not null) SplitBlock(i);
            if (_added[i].Name is null) continue;
            place = MemberPlace.OfAdded(i);
            return true;
        }
        return false;
    }

    /// <summary>The number of members.</summary>
    public readonly int Count(JsonSlice @object)
    {
        if (_table is not null) return _table.Count(_addedCount);
        var count = CountNames(@object);
        foreach (var value in Values) count -= IsRemoved(value) ? 1 : 0;
        foreach (ref readonly var member in Added) count += member.Count;
        return count;
    }

    /// <summary>The value of a member that is not removed; null if it is an original one that was not read yet.</summary>
    public readonly Node? ValueAt(MemberPlace place) => place.IsOriginal ? _values?[place.Index]
        : place.BlockIndex >= 0 ? _added![place.Index].Block!.Entries[place.BlockIndex].Value
        : _added![place.Index].Value;

    private string? CheckMany(JsonSlice @object)
    {
        var table = new NameTable(@object, CountNames(@object));
        if (table.AddOriginals() is { } duplicate) return duplicate.Text;
        _table = table;
        _groups = uint.MaxValue;
        return null;
    }

    private readonly MemberPlace FindAdded(ReadOnlySpan<byte> name, ushort hash)
    {
        for (var i = 0; i < _addedCount; i++)
        {
            ref readonly var member = ref _added![i];
            if (member.Name is { } own)
            {
                if (own.Is(name, hash)) return MemberPlace.OfAdded(i);
            }
            else if (member.Block is { } block && block.Find(name, hash) is var k and >= 0)
            {
                return MemberPlace.OfAdded(i, k);
            }
        }
        return MemberPlace.None;
    }

    private readonly bool IsRemovedAt(int index) => _values is not null && IsRemoved(_values[index]);

    /// <summary>The number of original members; 0 for an object that does not exist.</summary>
    private static int CountNames(JsonSlice @object)
    {
        if (!@object.Exists) return 0;
        var (count, end) = (0, @object.Next.RowNumber);
        for (var name = @object.FirstChild; name.RowNumber < end; name = name.NextName) count++;
        return count;
    }
}
