using System.Buffers;
using System.Collections;
using System.Text;
using System.Text.Json;

namespace Macro.Core.Templates;

/// <summary>A JSON object with its members in order; a member that is set stays where it stood, a new one goes to the end.</summary>
internal sealed class ObjectNode : Node, IEnumerable<KeyValuePair<string, Node>>
{
    private List<Member>? _members;
    private int _removed;

    public ObjectNode(JsonElement origin) : base(origin) { }

    public ObjectNode() : base(default) => _members = [];

    public int Count => Members.Count - _removed;

    /// <summary>The only member, as every intrinsic function has; null when there is not exactly one.</summary>
    public KeyValuePair<string, Node>? Single =>
        Count == 1 && Members.FindIndex(member => !member.IsRemoved) is var i && Members[i].DecodedName is { } name ? new(name, At(i)) : null;

    private List<Member> Members => _members ??= Open();

    /// <summary>The member of this name; null when there is none.</summary>
    public Node? this[ReadOnlySpan<byte> name] => IndexOf(name) is var i and >= 0 ? At(i) : null;

    /// <summary>Gets the member of this name (null: none), or sets, adds or (null) removes it.</summary>
    public Node? this[string name]
    {
        get => this[Encoding.UTF8.GetBytes(name)];
        set => Set(name, value);
    }

    /// <summary>Adds a member at the end, for collection initializers; the name must be new.</summary>
    public void Add(string name, Node value)
    {
        Members.Add(new Member { Name = name, Node = Adopt(value) });
        MarkEdited();
    }

    public bool Contains(ReadOnlySpan<byte> name) => IndexOf(name) >= 0;

    /// <summary>The members whose names are valid Unicode; others are carried along unread.</summary>
    public IEnumerator<KeyValuePair<string, Node>> GetEnumerator()
    {
        for (var i = 0; i < Members.Count; i++)
        {
            if (!Members[i].IsRemoved && Members[i].DecodedName is { } name) yield return new(name, At(i));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    protected override string? PlaceOf(Node child) =>
        Members.Find(member => ReferenceEquals(member.Node, child)).DecodedName;

    protected override void WriteEdited(IBufferWriter<byte> output, Layout layout)
    {
        var splice = new Splice(output, CameWithTemplate ? Utf8Json.Raw(Origin) : "{}"u8, layout);
        foreach (var member in Members)
        {
            if (member.IsAdded)
            {
                splice.BeginAppended();
                member.WriteTo(output, splice.Inner);
            }
            else if (member.IsRemoved)
            {
                splice.Remove(member.Property.Value);
            }
            else if (member.IsReplaced || member.Node is { IsEdited: true })
            {
                splice.Replace(member.Property.Value, member.Node!);
            }
            else if (_removed > 0)
            {
                splice.Keep(member.Property.Value);
            }
        }
        splice.Close();
    }

    private void Set(string name, Node? value)
    {
        var i = IndexOf(Encoding.UTF8.GetBytes(name));
        if (value is null)
        {
            if (i < 0) return;
            Remove(i);
        }
        else if (i < 0)
        {
            Members.Add(new Member { Name = name, Node = Adopt(value) });
        }
        else
        {
            if (value.Text is { } text && At(i).Text == text) return;
            Members[i] = Members[i] with { Node = Adopt(value), IsReplaced = true };
        }
        MarkEdited();
    }

    private void Remove(int i)
    {
        if (Members[i].IsAdded)
        {
            Members.RemoveAt(i);
            return;
        }
        Members[i] = Members[i] with { IsRemoved = true };
        _removed++;
    }

    private int IndexOf(ReadOnlySpan<byte> name)
    {
        var members = Members;
        for (var i = 0; i < members.Count; i++)
        {
            if (!members[i].IsRemoved && members[i].NameEquals(name)) return i;
        }
        return -1;
    }

    private Node At(int i)
    {
        if (Members[i].Node is { } known) return known;
        var node = Adopt(Of(Members[i].Property.Value));
        Members[i] = Members[i] with { Node = node };
        return node;
    }

    private List<Member> Open()
    {
        var members = new List<Member>();
        foreach (var property in Origin.EnumerateObject()) members.Add(new Member { Property = property });
        if (DuplicateKey.Find(members) is { } duplicate) throw new TemplateFormatException(Path, duplicate);
        return members;
    }
}
