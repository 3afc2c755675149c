namespace Macro.Json;

/// <summary>A member that was added to an object, or a block of such members. <c>default</c> is a member that was removed again.</summary>
internal readonly struct AddedMember
{
    private readonly object? _content;

    /// <summary>Creates a member.</summary>
    public AddedMember(MemberName name, Node value) => (Name, _content) = (name, value);

    /// <summary>Creates the members of a block.</summary>
    public AddedMember(MemberBlock block) => _content = block;

    /// <summary>The name; null for a block and for a removed member.</summary>
    public MemberName? Name { get; }

    /// <summary>The value; null for a block and for a removed member.</summary>
    public Node? Value => _content as Node;

    /// <summary>The block; null for a single member.</summary>
    public MemberBlock? Block => Name is null ? (MemberBlock?)_content : null;

    /// <summary>The number of members.</summary>
    public int Count => Name is not null ? 1 : Block?.Count ?? 0;

    /// <summary>
    /// The maximum number of bytes that a single member adds to the size of the object (see <see cref="ObjectNode.CountJsonBytes"/>), with
    /// its comma.
    /// </summary>
    public int MaxJsonBytes => Name!.Json.Length + QuotedLength(Value) + ":,".Length;

    /// <summary>The number of bytes of a value as a string; every value but a scalar counts as an empty string.</summary>
    public static int QuotedLength(Node? value) => (value as ScalarNode)?.QuotedLength ?? "\"\"".Length;

    /// <summary>Writes a single member.</summary>
    public void WriteTo(Utf8Buffer output, JsonLayout layout)
    {
        output.Write(Name!.Json);
        output.Write(layout.Colon);
        Value!.WriteTo(output, layout);
    }
}
