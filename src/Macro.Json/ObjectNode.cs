using System.Collections;
using System.Text.Json;

namespace Macro.Json;

/// <summary>A JSON object with its members in order; a member that is set stays where it stood, a new one goes to the end.</summary>
internal sealed class ObjectNode : Node, IEnumerable<KeyValuePair<string, Node>>
{
    /// <summary>Room for what is added one by one after a batch.</summary>
    private const int FewMore = 4;

    /// <summary>An object of many members that was asked for several is likely to be asked for more.</summary>
    private const int ManyMembers = 128;
    private const int SeveralLookups = 8;

    private Member[]? _members;
    private NameTable? _names;
    private int _lookups;
    private int _length;
    private int _removed;
    private bool _isChecked;

    /// <summary>A bit for the hash of each name, so that most names that are not there cost no search; all bits when a name has no hash.</summary>
    private ulong _hashes;

    public ObjectNode(JsonSlice origin) : base(origin) { }

    public ObjectNode() : base(default) => _members = [];

    public int Count => Members.Length - _removed;

    /// <summary>Whether there is exactly one member, as in every intrinsic function. Leaves the object unopened.</summary>
    /// <exception cref="DuplicateKeyException">A key stands twice; so at every other member.</exception>
    public bool IsSingle => StaysUnopened()
        ? Origin.First.RowNumber < Origin.After.RowNumber && Origin.First.After.After.RowNumber == Origin.After.RowNumber
        : Count == 1;

    /// <summary>The name of the only member; null when there is not exactly one, or it is no valid Unicode. Leaves the object unopened.</summary>
    public string? SingleName => !IsSingle ? null : _members is null ? Origin.First.Text : Members[FirstIndex()].Name(Origin.Index);

    /// <summary>The only member; null as <see cref="SingleName"/> is.</summary>
    public KeyValuePair<string, Node>? Single => SingleName is { } name ? new(name, At(FirstIndex())) : null;

    /// <summary>All members, removed ones too; read from the text at the first use.</summary>
    private Span<Member> Members
    {
        get
        {
            if (_members is null) Open();
            return _members.AsSpan(0, _length);
        }
    }

    /// <summary>The member of this name; null when there is none, and then the object stays unopened.</summary>
    public Node? this[ReadOnlySpan<byte> name]
    {
        get
        {
            if (StaysUnopened() && !Unopened(name).Exists) return null;
            return IndexOf(name) is var i and >= 0 ? At(i) : null;
        }
    }

    /// <summary>The values of all members.</summary>
    public IEnumerable<Node> Values
    {
        get
        {
            for (var i = 0; i < Members.Length; i++)
            {
                if (!Members[i].IsRemoved) yield return At(i);
            }
        }
    }

    /// <summary>Gets the member of this name (null: none), or sets, adds or (null) removes it.</summary>
    public Node? this[MemberName name]
    {
        get => this[name.Utf8];
        set => Set(name, value);
    }

    /// <summary>Adds a member at the end; the name must be new.</summary>
    public void Add(MemberName name, Node value)
    {
        if (_members is null) Open();
        if (_length == _members!.Length) Array.Resize(ref _members, Math.Max(4, 2 * _length));
        _names?.Add(name.Text, _length);
        Append(new Member(name, Adopt(value)));
        MarkEdited();
    }

    /// <summary>Whether there is a member of this name. Leaves the object unopened.</summary>
    public bool Contains(ReadOnlySpan<byte> name) => StaysUnopened() ? Unopened(name).Exists : IndexOf(name) >= 0;

    /// <summary>Adds each member whose name is new or whose value counts as absent; the names differ from each other.</summary>
    /// <param name="isAbsent">Whether a value stands for no value, and is to be replaced.</param>
    /// <param name="members">The members to add.</param>
    public void AddAbsent(Func<Node, bool> isAbsent, params ReadOnlySpan<KeyValuePair<MemberName, Node>> members)
    {
        if (_members is null) Open();
        if (_members!.Length < _length + members.Length) Array.Resize(ref _members, _length + members.Length + FewMore);
        var before = _length;
        foreach (var (name, value) in members)
        {
            var i = IndexOf(name.Utf8, before);
            if (i < 0) Add(name, value);
            else if (isAbsent(At(i))) Set(name, value);
        }
    }

    /// <summary>The UTF-8 bytes of all names and of the values that are strings, numbers or booleans.</summary>
    /// <param name="isAbsent">Whether an object stands for no value; its member does not count.</param>
    public int CountTextBytes(Func<Node, bool> isAbsent)
    {
        var bytes = 0;
        foreach (ref var member in Members)
        {
            var isUnread = member.Node is null && member.OriginalValue(Origin.Index).Kind != JsonTokenType.StartObject;
            if (member.IsRemoved || !isUnread && isAbsent(At(ref member))) continue;
            bytes += member.AddedName is { } added ? added.Utf8.Length : new JsonSlice(Origin.Index, member.Row).TextBytes;
            bytes += isUnread ? member.OriginalValue(Origin.Index).TextBytes : (member.Node as ScalarNode)?.TextBytes ?? 0;
        }
        return bytes;
    }

    /// <summary>The text of a member that is a string; null for another one or none. Leaves the object unopened.</summary>
    public string? TextOf(ReadOnlySpan<byte> name)
    {
        if (!StaysUnopened()) return this[name]?.Text;
        return Unopened(name) is { Exists: true, Kind: JsonTokenType.String } value ? value.Text : null;
    }

    /// <summary>The members whose names are valid Unicode; others are carried along unread.</summary>
    public IEnumerator<KeyValuePair<string, Node>> GetEnumerator()
    {
        for (var i = 0; i < Members.Length; i++)
        {
            if (!Members[i].IsRemoved && Members[i].Name(Origin.Index) is { } name) yield return new(name, At(i));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    protected override PathSegment SegmentOf(Node child)
    {
        foreach (ref var member in Members)
        {
            if (ReferenceEquals(member.Node, child)) return member.Name(Origin.Index) ?? new JsonSlice(Origin.Index, member.Row).Spelling;
        }
        throw new InvalidOperationException("The value is not a child of this object.");
    }

    protected override void WriteEdited(Utf8Buffer output, JsonLayout layout)
    {
        var splice = new EditedJsonWriter(output, Origin, "{}"u8, layout);
        foreach (ref var member in Members)
        {
            if (member.IsAdded)
            {
                splice.BeginAppended();
                member.WriteTo(output, splice.Inner);
            }
            else if (member.IsRemoved)
            {
                splice.Remove(member.OriginalValue(Origin.Index));
            }
            else if (member.IsReplaced || member.Node is { IsEdited: true })
            {
                splice.Replace(member.OriginalValue(Origin.Index), member.Node!);
            }
            else if (_removed > 0)
            {
                splice.Keep(member.OriginalValue(Origin.Index));
            }
        }
        splice.Close();
    }

    private void Set(MemberName name, Node? value)
    {
        var i = IndexOf(name.Utf8);
        if (value is null)
        {
            if (i >= 0) Remove(i);
        }
        else if (i < 0)
        {
            Add(name, value);
        }
        else if (value.Text is not { } text || At(i).Text != text)
        {
            ref var member = ref Members[i];
            member.Node = Adopt(value);
            member.IsReplaced = true;
            MarkEdited();
        }
    }

    private void Remove(int i)
    {
        _names = null;
        if (Members[i].IsAdded)
        {
            Members[(i + 1)..].CopyTo(Members[i..]);
            _length--;
        }
        else
        {
            Members[i].IsRemoved = true;
            _removed++;
        }
        MarkEdited();
    }

    private int IndexOf(ReadOnlySpan<byte> name, int among = int.MaxValue)
    {
        var hash = MemberName.Hash(name);
        var members = Members;
        if ((_hashes & BitOf(hash)) == 0) return -1;
        if (members.Length >= ManyMembers && among == int.MaxValue && ++_lookups > SeveralLookups) return (_names ??= new NameTable(members, Origin.Index)).Find(name);
        if (members.Length > among) members = members[..among];
        for (var i = 0; i < members.Length; i++)
        {
            if (members[i].NameEquals(name, hash, Origin.Index) && !members[i].IsRemoved) return i;
        }
        return -1;
    }

    /// <summary>Whether a look-up is to leave the object unopened, as a few may; each reads the names from the first on.</summary>
    private bool StaysUnopened()
    {
        if (_members is not null) return false;
        if (++_lookups > SeveralLookups) Open();
        else CheckKeys();
        return _members is null;
    }

    /// <summary>The value of a member of an object that is not opened; none when there is no such member.</summary>
    private JsonSlice Unopened(ReadOnlySpan<byte> name)
    {
        var (hash, end) = (MemberName.Hash(name), Origin.After.RowNumber);
        for (var member = Origin.First; member.RowNumber < end; member = member.After.After)
        {
            if (new Member(member).NameEquals(name, hash, Origin.Index)) return member.After;
        }
        return default;
    }

    private void Append(Member member)
    {
        _members![_length++] = member;
        _hashes |= member.NameHash == 0 ? ulong.MaxValue : BitOf(member.NameHash);
    }

    private static ulong BitOf(ushort hash) => 1UL << (hash >> 1);

    private int FirstIndex()
    {
        var i = 0;
        while (Members[i].IsRemoved) i++;
        return i;
    }

    private Node At(int i) => At(ref Members[i]);

    private Node At(ref Member member) => member.Node ??= Adopt(Create(member.OriginalValue(Origin.Index)));

    private void Open()
    {
        CheckKeys();
        var count = 0;
        for (var member = Origin.First; member.RowNumber < Origin.After.RowNumber; member = member.After.After) count++;
        _members = new Member[count];
        for (var member = Origin.First; member.RowNumber < Origin.After.RowNumber; member = member.After.After) Append(new Member(member));
    }

    private void CheckKeys()
    {
        if (_isChecked) return;
        if (DuplicateKey.Find(Origin) is { } duplicate) throw new DuplicateKeyException(Path, duplicate);
        _isChecked = true;
    }
}
