namespace Macro.Core.Templates;

/// <summary>A member of an object: as it came, or one that we added.</summary>
internal struct Member
{
    /// <summary>The name as it came; none for a member that we added.</summary>
    public JsonSlice OriginalName;

    /// <summary>The name that we added.</summary>
    public MemberName? AddedName;

    /// <summary>The value, once somebody asked for or set it.</summary>
    public Node? Node;

    /// <summary>Whether <see cref="Node"/> stands in place of the value that came.</summary>
    public bool IsReplaced;

    /// <summary>Whether a member that came is left out; it keeps its place here until the object is written.</summary>
    public bool IsRemoved;

    public readonly bool IsAdded => AddedName is not null;

    public readonly JsonSlice OriginalValue => OriginalName.After;

    /// <summary>The name, unescaped; null when it is no valid Unicode.</summary>
    public readonly string? Name => AddedName is null ? OriginalName.Text : AddedName.Text;

    public readonly bool NameEquals(ReadOnlySpan<byte> utf8) => AddedName is null ? OriginalName.TextEquals(utf8) : AddedName.Utf8.AsSpan().SequenceEqual(utf8);

    public readonly void WriteTo(Utf8Buffer output, Layout layout)
    {
        output.Write(AddedName!.Json);
        output.Write(layout.Colon);
        Node!.WriteTo(output, layout);
    }
}
