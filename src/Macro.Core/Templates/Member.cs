namespace Macro.Core.Templates;

/// <summary>A member of an object: as it came, or one that we added.</summary>
internal struct Member
{
    /// <summary>The row of the name as it came; without meaning for a member that we added.</summary>
    public int Row;

    /// <summary>The name that we added.</summary>
    public MemberName? AddedName;

    /// <summary>The value, once somebody asked for or set it.</summary>
    public Node? Node;

    /// <summary>Whether <see cref="Node"/> stands in place of the value that came.</summary>
    public bool IsReplaced;

    /// <summary>Whether a member that came is left out; it keeps its place here until the object is written.</summary>
    public bool IsRemoved;

    public readonly bool IsAdded => AddedName is not null;

    /// <summary>The value as it came.</summary>
    public readonly JsonSlice OriginalValue(JsonIndex? index) => new JsonSlice(index, Row).After;

    /// <summary>The name, unescaped; null when it is no valid Unicode.</summary>
    public readonly string? Name(JsonIndex? index) => AddedName is null ? new JsonSlice(index, Row).Text : AddedName.Text;

    public readonly bool NameEquals(ReadOnlySpan<byte> utf8, JsonIndex? index) => AddedName is null
        ? new JsonSlice(index, Row).TextEquals(utf8)
        : AddedName.Utf8.AsSpan().SequenceEqual(utf8);

    public readonly void WriteTo(Utf8Buffer output, Layout layout)
    {
        output.Write(AddedName!.Json);
        output.Write(layout.Colon);
        Node!.WriteTo(output, layout);
    }
}
