using System.Collections;
using System.Text.Json;

namespace Macro.Core.Templates;

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

    public ObjectNode(JsonSlice origin) : base(origin) { }

    public ObjectNode() : base(default) => _members = [];

    public int Count => Members.Length - _removed;

    /// <summary>The only member, as every intrinsic function has; null when there is not exactly one.</summary>
    public KeyValuePair<string, Node>? Single
    {
        get
        {
            if (Count != 1) return null;
            var i = 0;
            while (Members[i].IsRemoved) i++;
            return Members[i].Name(Origin.Index) is { } name ? new(name, At(i)) : null;
        }
    }

    /// <summary>All members, removed ones too; read from the text at the first use.</summary>
    private Span<Member> Members
    {
        get
        {
            if (_members is null) Open();
            return _members.AsSpan(0, _length);
        }
    }

    /// <summary>The member of this name; null when there is none.</summary>
    public Node? this[ReadOnlySpan<byte> name] => IndexOf(name) is var i and >= 0 ? At(i) : null;

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
        _members[_length++] = new Member { AddedName = name, Node = Adopt(value) };
        MarkEdited();
    }

    public bool Contains(ReadOnlySpan<byte> name) => IndexOf(name) >= 0;

    /// <summary>Adds each member whose name is new, or whose value is <c>AWS::NoValue</c> here; they have different names.</summary>
    public void AddAbsent(IReadOnlyList<KeyValuePair<MemberName, Node>> members)
    {
        if (_members is null) Open();
        if (_members!.Length < _length + members.Count) Array.Resize(ref _members, _length + members.Count + FewMore);
        var before = _length;
        foreach (var (name, value) in members)
        {
            var i = IndexOf(name.Utf8, before);
            if (i < 0) Add(name, value);
            else if (Intrinsic.IsNoValue(At(i))) Set(name, value);
        }
    }

    /// <summary>The text of a member that is a string; null for another one or none. Leaves the object unopened.</summary>
    public string? TextOf(ReadOnlySpan<byte> name)
    {
        if (_members is not null) return this[name]?.Text;
        for (var member = Origin.First; member.RowNumber < Origin.After.RowNumber; member = member.After.After)
        {
            if (member.TextEquals(name)) return member.After is { Kind: JsonTokenType.String } value ? value.Text : null;
        }
        return null;
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

    protected override string? PlaceOf(Node child)
    {
        foreach (ref var member in Members)
        {
            if (ReferenceEquals(member.Node, child)) return member.Name(Origin.Index);
        }
        return null;
    }

    protected override void WriteEdited(Utf8Buffer output, Layout layout)
    {
        var splice = new Splice(output, Origin, "{}"u8, layout);
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
        var members = Members;
        if (members.Length >= ManyMembers && among == int.MaxValue && ++_lookups > SeveralLookups) return (_names ??= new NameTable(members, Origin.Index)).Find(name);
        for (var i = 0; i < Math.Min(members.Length, among); i++)
        {
            if (members[i].NameEquals(name, Origin.Index) && !members[i].IsRemoved) return i;
        }
        return -1;
    }

    private Node At(int i)
    {
        ref var member = ref Members[i];
        return member.Node ??= Adopt(Of(member.OriginalValue(Origin.Index)));
    }

    private void Open()
    {
        var count = 0;
        for (var member = Origin.First; member.RowNumber < Origin.After.RowNumber; member = member.After.After) count++;
        _members = new Member[count];
        for (var member = Origin.First; member.RowNumber < Origin.After.RowNumber; member = member.After.After) _members[_length++].Row = member.RowNumber;
        if (DuplicateKey.Find(_members, Origin.Index!) is { } duplicate) throw new TemplateFormatException(Path, duplicate);
    }
}
