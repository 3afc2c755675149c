namespace Macro.Json;

/// <summary>The members of one object in order, and the index that finds them by name: a scan of few members, a table of many.</summary>
/// <param name="text">The text of the original members; null when all are added.</param>
internal struct MemberList(JsonIndex? text)
{
    /// <summary>A scan of so many hashes takes about as long as a look-up in a table, and no memory.</summary>
    private const int MaxScanned = 32;

    /// <summary>Room for what is added one by one after a batch.</summary>
    private const int FewMore = 4;

    private Member[]? _members;
    private NameTable? _table;
    private int _length;
    private int _removed;

    /// <summary>Whether the original members were read.</summary>
    public readonly bool IsLoaded => _members is not null;

    /// <summary>The number of members, without removed ones.</summary>
    public readonly int Count => _length - _removed;

    /// <summary>Whether a member was removed.</summary>
    public readonly bool HasRemoved => _removed > 0;

    /// <summary>All members, removed ones too; the place of one here is its position.</summary>
    public readonly Span<Member> All => _members.AsSpan(0, _length);

    /// <summary>Reads the members of an object; none when it does not exist.</summary>
    /// <returns>The first key that the object has twice; null when all differ, and only then are the members usable.</returns>
    public string? Load(JsonSlice @object)
    {
        _members = @object.Exists ? new Member[CountNames(@object)] : [];
        if (_members.Length > MaxScanned) _table = new NameTable(text, _members.Length);
        for (var name = @object.FirstChild; _length < _members.Length; name = name.Next.Next)
        {
            _members[_length] = new Member(name);
            if (!IsNew(_members[_length]))
            {
                this = new MemberList(text);
                return name.Text;
            }
            _length++;
        }
        return null;
    }

    /// <summary>The position of the member of this name; -1 when there is none.</summary>
    public readonly int Find(ReadOnlySpan<byte> name) => _table is not null ? _table.Find(name) : Scan(name, MemberName.Hash(name));

    /// <summary>Adds a member whose name is new.</summary>
    public void Add(in Member member)
    {
        if (_length == _members!.Length) Array.Resize(ref _members, Math.Max(FewMore, 2 * _length));
        _members[_length++] = member;
        if (_table is not null) _table.Add(_members, _length - 1);
        else if (_length > MaxScanned) FillTable();
    }

    /// <summary>Makes room for a batch.</summary>
    public void Reserve(int more)
    {
        if (_members!.Length < _length + more) Array.Resize(ref _members, _length + more + FewMore);
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

    /// <summary>Whether no member before this one, which is the next, has its name.</summary>
    private readonly bool IsNew(in Member member)
    {
        if (!member.HasName) return true;
        return _table is not null ? _table.Add(_members!, _length) : Scan(member.NameBytes(text), member.NameHash) < 0;
    }

    private readonly int Scan(ReadOnlySpan<byte> name, ushort hash)
    {
        var members = All;
        for (var i = 0; i < members.Length; i++)
        {
            if (members[i].NameHash == hash && !members[i].IsRemoved && members[i].NameBytes(text).SequenceEqual(name)) return i;
        }
        return -1;
    }

    private void FillTable()
    {
        _table = new NameTable(text, 2 * _length);
        for (var i = 0; i < _length; i++)
        {
            if (_members![i] is { HasName: true, IsRemoved: false }) _table.Add(_members, i);
        }
    }
}
