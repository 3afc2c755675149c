using System.Text;

namespace Macro.Json;

/// <summary>A member of an object: one of the original text, or one that was added.</summary>
internal struct Member
{
    /// <summary>The name of an added member; null for an original one.</summary>
    public readonly MemberName? AddedName;

    /// <summary>The value; null until it is read or set.</summary>
    public Node? Node;

    /// <summary>The row of the name of an original member; unused for an added one.</summary>
    public readonly int Row;

    /// <summary>The hash of the unescaped name; <see cref="MemberName.NoHash"/> when it is not valid Unicode.</summary>
    public readonly ushort NameHash;

    /// <summary>Whether <see cref="Node"/> is written in place of the original value.</summary>
    public bool IsReplaced;

    /// <summary>Whether the member is removed; it keeps its position, so that the positions of other members do not change.</summary>
    public bool IsRemoved;

    /// <summary>Creates an original member.</summary>
    public Member(JsonSlice name)
    {
        Row = name.RowNumber;
        NameHash = name.NameHash != MemberName.NoHash ? name.NameHash : HashOfEscaped(name);
    }

    /// <summary>Creates an added member.</summary>
    public Member(MemberName name, Node value)
    {
        AddedName = name;
        NameHash = name.NameHash;
        Node = value;
    }

    /// <summary>Whether the name is valid Unicode; if not, the member is written but never found by name.</summary>
    public readonly bool HasName => NameHash != MemberName.NoHash;

    /// <summary>Whether the member was added.</summary>
    public readonly bool IsAdded => AddedName is not null;

    /// <summary>The original value.</summary>
    public readonly JsonSlice OriginalValue(JsonIndex? index) => new JsonSlice(index, Row).Next;

    /// <summary>The name, unescaped; null when it is not valid Unicode.</summary>
    public readonly string? Name(JsonIndex? index) => AddedName is null ? new JsonSlice(index, Row).Text : AddedName.Text;

    /// <summary>The UTF-8 bytes of the unescaped name, which must be valid Unicode.</summary>
    public readonly ReadOnlySpan<byte> NameBytes(JsonIndex? index) =>
        AddedName is null ? new JsonSlice(index, Row).TextUtf8 : AddedName.Utf8;

    /// <summary>
    /// The maximum number of bytes that an added or replaced member adds to the size of the object (see
    /// <see cref="ObjectNode.CountJsonBytes"/>), with its comma.
    /// </summary>
    public readonly int MaxAddedBytes =>
        (AddedName?.Json.Length ?? 0) + ((Node as ScalarNode)?.QuotedLength ?? "\"\"".Length) + ":,".Length;

    private static ushort HashOfEscaped(JsonSlice name) =>
        name.Text is { } text ? MemberName.Hash(Encoding.UTF8.GetBytes(text)) : MemberName.NoHash;

    /// <summary>Writes the name and value of an added member.</summary>
    public readonly void WriteTo(Utf8Buffer output, JsonLayout layout)
    {
        output.Write(AddedName!.Json);
        output.Write(layout.Colon);
        Node!.WriteTo(output, layout);
    }
}
