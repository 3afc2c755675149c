using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Macro.Core.Templates;

/// <summary>A member of an object: as it came, or under a name that we added, and its value once somebody asked for or set it.</summary>
internal readonly record struct Member
{
    /// <summary>The member as it came; without meaning when <see cref="Name"/> is set.</summary>
    public JsonProperty Property { get; init; }

    /// <summary>The name that we added; null for a member that came.</summary>
    public string? Name { get; init; }

    public Node? Node { get; init; }

    /// <summary>Whether <see cref="Node"/> stands in place of the value that came.</summary>
    public bool IsReplaced { get; init; }

    /// <summary>Whether a member that came is left out; it keeps its place here until the object is written.</summary>
    public bool IsRemoved { get; init; }

    public bool IsAdded => Name is not null;

    /// <summary>The name, unescaped; null when it is no valid Unicode.</summary>
    public string? DecodedName => Name ?? Utf8Json.DecodeName(Property);

    public void WriteTo(IBufferWriter<byte> output, Layout layout)
    {
        if (Name is not null)
        {
            Utf8Json.WriteString(output, Name);
        }
        else
        {
            output.Write("\""u8);
            output.Write(Utf8Json.RawName(Property));
            output.Write("\""u8);
        }
        output.Write(layout.Colon);
        if (Node is not null) Node.WriteTo(output, layout);
        else output.Write(Utf8Json.Raw(Property.Value));
    }

    public bool NameEquals(ReadOnlySpan<byte> utf8) => Name is null
        ? Utf8Json.NameEquals(Property, utf8)
        : Name.Length <= utf8.Length && Encoding.UTF8.GetBytes(Name).AsSpan().SequenceEqual(utf8);
}
