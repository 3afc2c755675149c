namespace Macro.Json;

/// <summary>The members of one object in order. Finds a member by name: by a scan if there are few, else by a hash table.</summary>
internal struct MemberList
{
    /// <summary>The maximum number of members to scan, which is then about as fast as a table look-up, and needs no memory.</summary>
    private const int MaxScanned = 32;

    /// <summary>The minimum of spare capacity for members that are added one at a time.</summary>
    private const int FewMore = 2;

    private Member[]? _members;
    private NameTable? _table;
    private int _length;
    private int _removed;

    /// <summary>A bit for each of 64 groups of names: whether a member may be of the group. Most look-ups in vain end with it.</summary>
    private ulong _groups;

    /// <summary>Whether the original members were read.</summary>
    public readonly bool IsLoaded => _members is not null;

    /// <summary>The number of members, without removed ones.</summary>
    public readonly int Count => _length - _removed;

    /// <summary>Whether a member was removed.</summary>
    public readonly bool HasRemoved => _removed > 0;

    /// <summary>All members, including removed ones. A member's position is its index here.</summary>
    public readonly Span<Member> All => _members.AsSpan(0, _length);

    /// <summary>Reads the members of an object; an object that does not exist has none.</summary>
    /// <param name="object">The object.</param>
    /// <param name="spare">The capacity for members that will be added.</param>
    /// <returns>The first duplicate key; null if there is none. The members are usable only if this is null.</returns>
    public string? Load(JsonSlice @object, int spare)
    {
        var count = @object.Exists ? CountNames(@object) : 0;
        _members = count + spare > 0 ? new Member[count + spare] : [];
        if (count > MaxScanned) _table = new NameTable(@object.Index, count);
        for (var name = @object.FirstChild; _length < count; name = name.Next.Next)
        {
            _members[_length] = new Member(name);
            if (!IsNew(_members[_length], @object.Index))
            {
                this = default;
                return name.Text;
            }
            _length++;
        }
        return null;
    }

    /// <summary>Returns the position of the member of this name; -1 if there is none.</summary>
    /// <param name="name">The name.</param>
    /// <param name="text">The text of the original members; null when all are added.</param>
    public readonly int Find(ReadOnlySpan<byte> name, JsonIndex? text) =>
        _table is not null ? _table.Find(name) : Scan(name, MemberName.Hash(name), text);

    /// <summary>Returns the position of the member of this name; -1 if there is none.</summary>
    public readonly int Find(MemberName name, JsonIndex? text) =>
        _table is not null ? _table.Find(name.Utf8) : Scan(name.Utf8, name.NameHash, text);

    /// <summary>Adds a member whose name is new.</summary>
    /// <param name="member">The member.</param>
    /// <param name="text">The text of the original members; null when all are added.</param>
    public void Add(in Member member, JsonIndex? text)
    {
        if (_length == _members!.Length) Array.Resize(ref _members, _length + Math.Max(FewMore, _length / 2));
        _members[_length++] = member;
        _groups |= MemberName.Group(member.NameHash);
        if (_table is not null) _table.Add(_members, _length - 1);
        else if (_length > MaxScanned) FillTable(text);
    }

    /// <summary>Adds members whose names are new.</summary>
    public void Add(ReadOnlySpan<Member> members, JsonIndex? text)
    {
        if (_members!.Length < _length + members.Length) Array.Resize(ref _members, _length + members.Length + FewMore);
        members.CopyTo(_members.AsSpan(_length));
        foreach (ref readonly var member in members) _groups |= MemberName.Group(member.NameHash);
        _length += members.Length;
        if (_table is not null || _length > MaxScanned) FillTable(text);
    }

    /// <summary>Removes the member at a position.</summary>
    public void Remove(int position)
    {
        _table?.Remove(position);
        _members![position].IsRemoved = true;
        _removed++;
    }

    private static int CountNames(JsonSlice @object)
    {
        var (count, end) = (0, @object.Next.RowNumber);
        for (var name = @object.FirstChild; name.RowNumber < end; name = name.Next.Next) count++;
        return count;
    }

    /// <summary>Whether the next member to add has a name that no previous member has.</summary>
    private bool IsNew(in Member member, JsonIndex? text)
    {
        if (!member.HasName) return true;
        if (_table is not null) return _table.Add(_members!, _length);
        var group = MemberName.Group(member.NameHash);
        if ((_groups & group) != 0 && Scan(member.NameBytes(text), member.NameHash, text) >= 0) return false;
        _groups |= group;
        return true;
    }

    private readonly int Scan(ReadOnlySpan<byte> name, ushort hash, JsonIndex? text)
    {
        if ((_groups & MemberName.Group(hash)) == 0) return -1;
        var members = All;
        for (var i = 0; i < members.Length; i++)
        {
            ref readonly var member = ref members[i];
            if (member.NameHash == hash && !member.IsRemoved && member.NameBytes(text).SequenceEqual(name)) return i;
        }
        return -1;
    }

    private void FillTable(JsonIndex? text)
    {
        _table = new NameTable(text, 2 * _length);
        for (var i = 0; i < _length; i++)
        {
            if (_members![i] is { HasName: true, IsRemoved: false }) _table.Add(_members, i);
        }
    }
}
