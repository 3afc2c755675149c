namespace Macro.Json;

/// <summary>
/// Members that many objects get together. They are prepared once, and written as one piece where an object has them in a row.
/// </summary>
public sealed class MemberBlock
{
    private readonly Member[] _members;
    private byte[]? _json;

    /// <summary>Creates a block.</summary>
    /// <param name="members">Names, each only once, and immutable values.</param>
    public MemberBlock(List<KeyValuePair<string, Node>> members)
    {
        _members = new Member[members.Count];
        for (var i = 0; i < _members.Length; i++)
        {
            _members[i] = new Member(new MemberName(members[i].Key) { Block = this }, members[i].Value.Freeze());
            MaxJsonBytes += _members[i].MaxAddedBytes;
        }
    }

    /// <summary>The number of members.</summary>
    public int Count => _members.Length;

    /// <summary>The members in order.</summary>
    internal ReadOnlySpan<Member> Members => _members;

    /// <summary>The sum of <see cref="Member.MaxAddedBytes"/>.</summary>
    internal int MaxJsonBytes { get; }

    /// <summary>The members as JSON on one line, without a comma at the end.</summary>
    internal byte[] Json => _json ??= Render();

    /// <summary>The name of a member.</summary>
    /// <param name="i">The zero-based index of the member.</param>
    public MemberName this[int i] => _members[i].AddedName!;

    /// <summary>The block without the members whose names an object has; the same block if it has none of them.</summary>
    public MemberBlock Without(ObjectNode others)
    {
        var missing = new List<KeyValuePair<string, Node>>(_members.Length);
        foreach (ref var member in _members.AsSpan())
        {
            if (!others.Contains(member.AddedName!.Utf8)) missing.Add(new(member.AddedName.Text, member.Node!));
        }
        return missing.Count == _members.Length ? this : new MemberBlock(missing);
    }

    /// <summary>Whether members begin with this block, unchanged.</summary>
    internal bool IsAt(ReadOnlySpan<Member> members)
    {
        if (members.Length < _members.Length) return false;
        for (var i = 0; i < _members.Length; i++)
        {
            ref readonly var member = ref members[i];
            if (!ReferenceEquals(member.AddedName, _members[i].AddedName) || !ReferenceEquals(member.Node, _members[i].Node)) return false;
            if (member.IsRemoved) return false;
        }
        return true;
    }

    private byte[] Render()
    {
        using var output = new Utf8Buffer();
        for (var i = 0; i < _members.Length; i++)
        {
            if (i > 0) output.Write(","u8);
            _members[i].WriteTo(output, JsonLayout.OneLine);
        }
        return output.Written.ToArray();
    }
}
