namespace Macro.Json;

/// <summary>
/// Members that many objects get together. They are prepared once, and written as one piece where an object has them in a row.
/// </summary>
public sealed class MemberBlock
{
    private readonly AddedEntry[] _entries;
    private byte[]? _json;

    /// <summary>Creates a block.</summary>
    /// <param name="members">Names, each only once, and immutable values.</param>
    public MemberBlock(List<KeyValuePair<MemberName, Node>> members)
    {
        _entries = new AddedEntry[members.Count];
        for (var i = 0; i < _entries.Length; i++)
        {
            _entries[i] = new AddedEntry(members[i].Key, members[i].Value.Freeze());
            Groups |= MemberName.Group(members[i].Key.NameHash);
            MaxJsonBytes += _entries[i].MaxJsonBytes;
        }
    }

    /// <summary>The number of members.</summary>
    public int Count => _entries.Length;

    /// <summary>The members in order, each an entry.</summary>
    internal ReadOnlySpan<AddedEntry> Entries => _entries;

    /// <summary>The bits of the names, see <see cref="MemberName.Group"/>.</summary>
    internal uint Groups { get; }

    /// <summary>The sum of <see cref="AddedEntry.MaxJsonBytes"/>.</summary>
    internal int MaxJsonBytes { get; }

    /// <summary>The name of a member.</summary>
    /// <param name="i">The zero-based index of the member.</param>
    public MemberName this[int i] => _entries[i].Name!;

    /// <summary>The block without the members whose names an object has; the same block if it has none of them.</summary>
    public MemberBlock Without(ObjectNode others)
    {
        var missing = new List<KeyValuePair<MemberName, Node>>(Count);
        foreach (var entry in _entries)
        {
            if (!others.Contains(entry.Name!.Utf8)) missing.Add(new(entry.Name, entry.Value!));
        }
        return missing.Count == Count ? this : new MemberBlock(missing);
    }

    /// <summary>Returns the index of the member of this name; -1 if there is none.</summary>
    internal int Find(ReadOnlySpan<byte> name, ushort hash)
    {
        if ((Groups & MemberName.Group(hash)) == 0) return -1;
        for (var i = 0; i < _entries.Length; i++)
        {
            if (_entries[i].Name!.Is(name, hash)) return i;
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
        foreach (ref readonly var entry in Entries)
        {
            writer.BeginAppended();
            entry.WriteTo(output, writer.Inner);
        }
    }

    private byte[] Render()
    {
        using var output = new Utf8Buffer();
        for (var i = 0; i < Count; i++)
        {
            if (i > 0) output.Write(","u8);
            _entries[i].WriteTo(output, JsonLayout.OneLine);
        }
        return output.Written.ToArray();
    }
}
