namespace Macro.Json;

/// <summary>
/// Members that many objects get together. They are prepared once, and written as one piece where an object has them in a row.
/// </summary>
public sealed class MemberBlock
{
    private readonly MemberName[] _names;
    private readonly Node[] _values;
    private byte[]? _json;

    /// <summary>Creates a block.</summary>
    /// <param name="members">Names, each only once, and immutable values.</param>
    public MemberBlock(List<KeyValuePair<MemberName, Node>> members)
    {
        _names = new MemberName[members.Count];
        _values = new Node[members.Count];
        for (var i = 0; i < _names.Length; i++)
        {
            _names[i] = members[i].Key;
            _values[i] = members[i].Value.Freeze();
            Groups |= MemberName.Group(_names[i].NameHash);
            MaxJsonBytes += new AddedEntry(_names[i], _values[i]).MaxJsonBytes;
        }
    }

    /// <summary>The number of members.</summary>
    public int Count => _names.Length;

    /// <summary>The values in order.</summary>
    internal ReadOnlySpan<Node> Values => _values;

    /// <summary>The bits of the names, see <see cref="MemberName.Group"/>.</summary>
    internal uint Groups { get; }

    /// <summary>The sum of <see cref="AddedEntry.MaxJsonBytes"/>.</summary>
    internal int MaxJsonBytes { get; }

    /// <summary>The name of a member.</summary>
    /// <param name="i">The zero-based index of the member.</param>
    public MemberName this[int i] => _names[i];

    /// <summary>The block without the members whose names an object has; the same block if it has none of them.</summary>
    public MemberBlock Without(ObjectNode others)
    {
        var missing = new List<KeyValuePair<MemberName, Node>>(Count);
        for (var i = 0; i < Count; i++)
        {
            if (!others.Contains(_names[i].Utf8)) missing.Add(new(_names[i], _values[i]));
        }
        return missing.Count == Count ? this : new MemberBlock(missing);
    }

    /// <summary>Returns the index of the member of this name; -1 if there is none.</summary>
    internal int Find(ReadOnlySpan<byte> name, ushort hash)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            if (_names[i].NameHash == hash && _names[i].Utf8.SequenceEqual(name)) return i;
        }
        return -1;
    }

    /// <summary>Writes the members, with commas between them. On one line, they are rendered once for all objects.</summary>
    internal void WriteTo(ref EditedJsonWriter writer, Utf8Buffer output)
    {
        if (writer.Inner.IsOneLine && Count > 0)
        {
            writer.BeginAppended();
            output.Write(_json ??= Render());
            return;
        }
        for (var i = 0; i < Count; i++)
        {
            writer.BeginAppended();
            new AddedEntry(_names[i], _values[i]).WriteTo(output, writer.Inner);
        }
    }

    private byte[] Render()
    {
        using var output = new Utf8Buffer();
        for (var i = 0; i < Count; i++)
        {
            if (i > 0) output.Write(","u8);
            new AddedEntry(_names[i], _values[i]).WriteTo(output, JsonLayout.OneLine);
        }
        return output.Written.ToArray();
    }
}
