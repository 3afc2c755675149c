using System.Collections;

namespace Macro.Json;

/// <summary>
/// A JSON object with its members in order. Setting a member keeps its position; a new one is added at the end. Every query but
/// those of the only member throws <see cref="DuplicateKeyException"/> if the object has a duplicate key.
/// </summary>
public sealed partial class ObjectNode : Node, IEnumerable<KeyValuePair<string, Node>>
{
    /// <summary>The capacity for a block and a few members after it.</summary>
    private const int BlockAndFewMore = 4;

    private MemberList _members;

    internal ObjectNode(JsonSlice origin) : base(origin) { }

    /// <summary>Creates an empty object.</summary>
    public ObjectNode() : base(default) { }

    /// <summary>The number of members.</summary>
    public int Count => Members.Count(Origin);

    /// <summary>Whether there is exactly one member, as in every intrinsic function.</summary>
    public bool IsSingle => Origin.Exists && _members.HasOriginalNames ? Origin.HasOneMember : Count == 1;

    /// <summary>The name of the only member; null when there is not exactly one, or it is not valid Unicode.</summary>
    public string? SingleName => IsSingle ? NameAt(First()) : null;

    /// <summary>The UTF-8 bytes of <see cref="SingleName"/>; empty when it is null.</summary>
    public ReadOnlySpan<byte> SingleNameUtf8
    {
        get
        {
            if (!IsSingle) return default;
            var place = First();
            if (!place.IsOriginal) return _members.Added[place.Index].Name!.Utf8;
            var name = NameSlice(place);
            return !name.HasEscapes ? name.TextUtf8 : name.Text is null ? default : name.TextUtf8;
        }
    }

    /// <summary>The only member; null where <see cref="SingleName"/> is null.</summary>
    public KeyValuePair<string, Node>? SingleMember => SingleName is { } name ? new(name, At(First())) : null;

    /// <summary>The members; checked for duplicate keys on first use.</summary>
    private ref MemberList Members
    {
        get
        {
            if (_members.NeedsCheck && _members.Check(Origin) is { } duplicate) throw new DuplicateKeyException(Path, duplicate);
            return ref _members;
        }
    }

    /// <summary>The member of this name; null when there is none.</summary>
    public Node? this[ReadOnlySpan<byte> name] => Find(name) is { Exists: true } place ? At(place) : null;

    /// <summary>The values of all members.</summary>
    public ValueSequence Values => new(this);

    /// <summary>Gets the member of this name, or null if there is none; sets or adds it; null removes it.</summary>
    public Node? this[MemberName name]
    {
        get => Find(name) is { Exists: true } place ? At(place) : null;
        set => Set(name, value);
    }

    /// <summary>Adds a member at the end; the name must be new.</summary>
    public void Add(MemberName name, Node value)
    {
        Members.Add(Origin, name, Attach(value));
        MarkEdited();
    }

    /// <summary>Whether there is a member of this name.</summary>
    public bool Contains(ReadOnlySpan<byte> name) => Find(name).Exists;

    /// <summary>Adds each member whose name is new or whose value counts as absent.</summary>
    /// <param name="isAbsent">Whether an existing value counts as absent and is replaced.</param>
    /// <param name="block">The members to add.</param>
    public void AddAbsent(Func<Node, bool> isAbsent, MemberBlock block)
    {
        if (block.Count > 0 && HasNoneOf(block))
        {
            Members.Reserve(BlockAndFewMore);
            Members.Add(Origin, block);
            MarkEdited();
            return;
        }
        foreach (ref readonly var entry in block.Entries)
        {
            var place = Find(entry.Name!);
            if (!place.Exists) Add(entry.Name!, entry.Value!);
            else if (isAbsent(At(place))) Set(entry.Name!, entry.Value);
        }
    }

    /// <summary>
    /// Whether another object has equal members, in any order. Names that are not valid Unicode cannot be looked up, so objects
    /// with such names are the same only if they are written in the same way.
    /// </summary>
    internal bool HasSameMembers(ObjectNode other)
    {
        if (Count != other.Count) return false;
        for (var place = MemberPlace.Start; Members.MoveNext(Origin, ref place);)
        {
            if (!HasName(place)) return ToString() == other.ToString();
            if (other[NameUtf8(place)] is not { } value || !At(place).IsSameAs(value)) return false;
        }
        return true;
    }

    /// <summary>Enumerates the members in order, without those whose names are not valid Unicode.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<KeyValuePair<string, Node>> IEnumerable<KeyValuePair<string, Node>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private protected override PathSegment SegmentOf(Node child)
    {
        for (var place = MemberPlace.Start; Members.MoveNext(Origin, ref place);)
        {
            if (ReferenceEquals(_members.ValueAt(place), child)) return NameAt(place) ?? NameSlice(place).Spelling;
        }
        // A value that was removed or replaced is still at its place in the text.
        for (var name = Origin.FirstChild; Origin.Exists && name.RowNumber < Origin.Next.RowNumber; name = name.NextName)
        {
            if (name.Next == child.Origin) return name.Text ?? name.Spelling;
        }
        throw new InvalidOperationException("The value is not a child of this object.");
    }

    private void Set(MemberName name, Node? value)
    {
        var place = Find(name);
        if (!place.Exists)
        {
            if (value is not null) Add(name, value);
        }
        else if (value is null)
        {
            _members.Remove(Origin, _members.TakeOutOfBlock(place));
            MarkEdited();
        }
        else if (value.Text is not { } text || At(place).Text != text)
        {
            _members.SetValue(Origin, _members.TakeOutOfBlock(place), Attach(value));
            MarkEdited();
        }
    }

    private bool HasNoneOf(MemberBlock block)
    {
        for (var i = 0; i < block.Count; i++)
        {
            if (Find(block[i]).Exists) return false;
        }
        return true;
    }

    private MemberPlace Find(ReadOnlySpan<byte> name) => Members.Find(Origin, name, MemberName.Hash(name));

    private MemberPlace Find(MemberName name) => Members.Find(Origin, name.Utf8, name.NameHash);

    private MemberPlace First()
    {
        var place = MemberPlace.Start;
        _members.MoveNext(Origin, ref place);
        return place;
    }

    /// <summary>The name of an original member.</summary>
    private JsonSlice NameSlice(MemberPlace place) => new(Origin.Index, place.Row);

    /// <summary>The name of a member; null when it is not valid Unicode.</summary>
    private string? NameAt(MemberPlace place) => place.IsOriginal ? NameSlice(place).Text : _members.Added[place.Index].Name!.Text;

    /// <summary>Whether a member's name is valid Unicode; if not, it is written but never found by name.</summary>
    private bool HasName(MemberPlace place) => !place.IsOriginal || NameSlice(place) is { HasEscapes: false } or { Text: not null };

    /// <summary>The UTF-8 bytes of a member's name, which must be valid Unicode.</summary>
    private ReadOnlySpan<byte> NameUtf8(MemberPlace place) =>
        place.IsOriginal ? NameSlice(place).TextUtf8 : _members.Added[place.Index].Name!.Utf8;

    private Node At(MemberPlace place) => _members.ValueAt(place) ?? Read(place);

    private Node Read(MemberPlace place)
    {
        var value = Attach(Create(NameSlice(place).Next));
        _members.SetValue(Origin, place, value);
        return value;
    }
}
