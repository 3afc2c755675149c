namespace Macro.Json;

/// <summary>What was added to an object at once: a member or a block of members. <c>default</c> is one that was removed again.</summary>
internal readonly struct AddedEntry
{
    private readonly object? _content;

    /// <summary>Creates an entry of one member.</summary>
    public AddedEntry(MemberName name, Node value) => (Name, _content) = (name, value);

    /// <summary>Creates an entry of the members of a block.</summary>
    public AddedEntry(MemberBlock block) => _content = block;

    /// <summary>The name of one member; null for a block and for a removed entry.</summary>
    public MemberName? Name { get; }

    /// <summary>The value of one member; null for a block and for a removed entry.</summary>
    public Node? Value => _content as Node;

    /// <summary>The block; null for one member and for a removed entry.</summary>
    public MemberBlock? Block => Name is null ? (MemberBlock?)_content : null;

    /// <summary>The number of members.</summary>
    public int Count => Name is not null ? 1 : Block?.Count ?? 0;

    /// <summary>
    /// The maximum number of bytes that one member adds to the size of the object (see <see cref="ObjectNode.CountJsonBytes"/>), with its
    /// comma.
    /// </summary>
    public int MaxJsonBytes => Name!.Json.Length + Value!.QuotedLength + ":,".Length;

    /// <summary>Writes one member.</summary>
    public void WriteTo(Utf8Buffer output, JsonLayout layout)
    {
        output.Write(Name!.Json);
        output.Write(layout.Colon);
        Value!.WriteTo(output, layout);
    }
}
