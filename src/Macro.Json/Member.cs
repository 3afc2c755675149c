namespace Macro.Json;

/// <summary>A member of an object: as it came, or one that we added.</summary>
internal struct Member
{
    /// <summary>The name that we added.</summary>
    public MemberName? AddedName;

    /// <summary>The value, once somebody asked for or set it.</summary>
    public Node? Node;

    /// <summary>The row of the name as it came; without meaning for a member that we added.</summary>
    public int Row;

    /// <summary><see cref="MemberName.Hash"/> of the name; 0 when the name has to be read.</summary>
    public ushort NameHash;

    /// <summary>Whether <see cref="Node"/> stands in place of the value that came.</summary>
    public bool IsReplaced;

    /// <summary>Whether a member that came is left out; it keeps its place here until the object is written.</summary>
    public bool IsRemoved;

    /// <summary>A member as it came.</summary>
    public Member(JsonSlice name)
    {
        Row = name.RowNumber;
        NameHash = name.NameHash;
    }

    /// <summary>A member that we add.</summary>
    public Member(MemberName name, Node value)
    {
        AddedName = name;
        NameHash = MemberName.Hash(name.Utf8);
        Node = value;
    }

    public readonly bool IsAdded => AddedName is not null;

    /// <summary>The value as it came.</summary>
    public readonly JsonSlice OriginalValue(JsonIndex? index) => new JsonSlice(index, Row).After;

    /// <summary>The name, unescaped; null when it is no valid Unicode.</summary>
    public readonly string? Name(JsonIndex? index) => AddedName is null ? new JsonSlice(index, Row).Text : AddedName.Text;

    /// <summary>Whether this is the name, of which the hash is given too.</summary>
    public readonly bool NameEquals(ReadOnlySpan<byte> utf8, ushort hash, JsonIndex? index)
    {
        if (NameHash != hash && NameHash != 0) return false;
        return AddedName is null ? new JsonSlice(index, Row).TextEquals(utf8) : AddedName.Utf8.AsSpan().SequenceEqual(utf8);
    }

    public readonly void WriteTo(Utf8Buffer output, JsonLayout layout)
    {
        output.Write(AddedName!.Json);
        output.Write(layout.Colon);
        Node!.WriteTo(output, layout);
    }
}
