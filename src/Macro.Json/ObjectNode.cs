using System.Collections;

namespace Macro.Json;

/// <summary>
/// A JSON object with its members in order. Setting a member keeps its position; a new one is added at the end. Every query but
/// <see cref="IsSingle"/> throws <see cref="DuplicateKeyException"/> if the object has a duplicate key.
/// </summary>
public sealed partial class ObjectNode : Node, IEnumerable<KeyValuePair<string, Node>>
{
    /// <summary>The capacity for members that follow a block.</summary>
    private const int FewMore = 4;

    private MemberList _members;

    internal ObjectNode(JsonSlice origin) : base(origin) { }

    /// <summary>Creates an empty object.</summary>
    public ObjectNode() : base(default) { }

    /// <summary>The number of members.</summary>
    public int Count => Members.Count;

    /// <summary>Whether there is exactly one member, as in every intrinsic function.</summary>
    public bool IsSingle => _members.IsLoaded || !Origin.Exists ? Count == 1 : Origin.HasOneMember;

    /// <summary>The name of the only member; null when there is not exactly one, or it is not valid Unicode.</summary>
    public string? SingleName => !IsSingle ? null
        : _members.IsLoaded || !Origin.Exists ? Members.All[FirstIndex()].Name(Origin.Index)
        : Origin.FirstChild.Text;

    /// <summary>The UTF-8 bytes of <see cref="SingleName"/>; empty when it is null.</summary>
    public ReadOnlySpan<byte> SingleNameUtf8
    {
        get
        {
            if (!IsSingle) return default;
            if (!_members.IsLoaded && Origin is { Exists: true, FirstChild: { HasEscapes: false } name }) return name.TextUtf8;
            ref var member = ref Members.All[FirstIndex()];
            return member.HasName ? member.NameBytes(Origin.Index) : default;
        }
    }

    /// <summary>The only member; null where <see cref="SingleName"/> is null.</summary>
    public KeyValuePair<string, Node>? SingleMember => SingleName is { } name ? new(name, At(FirstIndex())) : null;

    /// <summary>The members; read from the text on first use.</summary>
    private ref MemberList Members
    {
        get
        {
            if (!_members.IsLoaded) Load();
            return ref _members;
        }
    }

    /// <summary>The member of this name; null when there is none.</summary>
    public Node? this[ReadOnlySpan<byte> name] => Find(name) is var i and >= 0 ? At(i) : null;

    /// <summary>The values of all members.</summary>
    public ValueSequence Values => new(this);

    /// <summary>Gets the member of this name, or null if there is none; sets or adds it; null removes it.</summary>
    public Node? this[MemberName name]
    {
        get => this[name.Utf8];
        set => Set(name, value);
    }

    /// <summary>Adds a member at the end; the name must be new.</summary>
    public void Add(MemberName name, Node value)
    {
        Members.Add(new Member(name, Attach(value)), Origin.Index);
        MarkEdited();
    }

    /// <summary>Whether there is a member of this name.</summary>
    public bool Contains(ReadOnlySpan<byte> name) => Find(name) >= 0;

    /// <summary>Adds each member whose name is new or whose value counts as absent.</summary>
    /// <param name="isAbsent">Whether an existing value counts as absent and is replaced.</param>
    /// <param name="block">The members to add.</param>
    public void AddAbsent(Func<Node, bool> isAbsent, MemberBlock block)
    {
        var members = block.Members;
        var isNew = true;
        Reserve(members.Length + FewMore);
        for (var i = 0; i < members.Length && isNew; i++) isNew = Members.Find(members[i].AddedName!, Origin.Index) < 0;
        if (isNew)
        {
            Members.Add(members, Origin.Index);
            if (members.Length > 0) MarkEdited();
            return;
        }
        foreach (ref readonly var member in members)
        {
            var name = member.AddedName!;
            var i = Members.Find(name, Origin.Index);
            if (i < 0) Add(name, member.Node!);
            else if (isAbsent(At(i))) Set(name, member.Node);
        }
    }

    /// <summary>
    /// Whether another object has equal members, in any order. Names that are not valid Unicode cannot be looked up, so objects
    /// with such names are the same only if they are written in the same way.
    /// </summary>
    internal bool HasSameMembers(ObjectNode other)
    {
        if (Count != other.Count) return false;
        foreach (ref var member in Members.All)
        {
            if (member.IsRemoved) continue;
            if (!member.HasName) return ToString() == other.ToString();
            if (other[member.NameBytes(Origin.Index)] is not { } value || !At(ref member).IsSameAs(value)) return false;
        }
        return true;
    }

    /// <summary>Enumerates the members in order, without those whose names are not valid Unicode.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<KeyValuePair<string, Node>> IEnumerable<KeyValuePair<string, Node>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private protected override PathSegment SegmentOf(Node child)
    {
        foreach (ref var member in Members.All)
        {
            if (ReferenceEquals(member.Node, child)) return member.Name(Origin.Index) ?? new JsonSlice(Origin.Index, member.Row).Spelling;
        }
        throw new InvalidOperationException("The value is not a child of this object.");
    }

    private void Set(MemberName name, Node? value)
    {
        var i = Members.Find(name, Origin.Index);
        if (value is null)
        {
            if (i < 0) return;
            Members.Remove(i);
            MarkEdited();
        }
        else if (i < 0)
        {
            Add(name, value);
        }
        else if (value.Text is not { } text || At(i).Text != text)
        {
            ref var member = ref Members.All[i];
            member.Node = Attach(value);
            member.IsReplaced = true;
            MarkEdited();
        }
    }

    /// <summary>Reserves memory for members that will be added, unless the members are read already.</summary>
    public void Reserve(int more)
    {
        if (!_members.IsLoaded) Load(more);
    }

    private void Load(int spare = 0)
    {
        if (_members.Load(Origin, spare) is { } duplicate) throw new DuplicateKeyException(Path, duplicate);
    }

    /// <summary>The position of a member; -1 if there is none. Members that are only asked for in vain are not read.</summary>
    private int Find(ReadOnlySpan<byte> name) =>
        !_members.IsLoaded && Origin.Exists && SmallObject.TryFind(Origin, name, out var found) && !found.Exists
            ? -1
            : Members.Find(name, Origin.Index);

    private int FirstIndex()
    {
        var i = 0;
        while (Members.All[i].IsRemoved) i++;
        return i;
    }

    private Node At(int i) => At(ref Members.All[i]);

    private Node At(ref Member member) => member.Node ??= Attach(Create(member.OriginalValue(Origin.Index)));
}
