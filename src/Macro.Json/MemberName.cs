using System.Text;

namespace Macro.Json;

/// <summary>A member's name, prepared for look-ups and for writing. Creating one allocates, so keep those that are used often.</summary>
public sealed class MemberName
{
    /// <summary>In the index of a text, the hash of a name that is written with escapes, and of everything that is not a name.</summary>
    internal const ushort NoHash = 0;

    /// <summary>The UTF-8 bytes of the name if they differ from those between the quotes of <see cref="Json"/>.</summary>
    private readonly byte[]? _utf8;

    /// <summary>Prepares a name.</summary>
    /// <param name="text">The name, unescaped.</param>
    public MemberName(string text)
    {
        Text = text;
        Json = Utf8Buffer.Quote(text);
        if (Json.AsSpan().Contains((byte)'\\')) _utf8 = Encoding.UTF8.GetBytes(text);
        NameHash = Hash(Utf8);
    }

    /// <summary>The name, unescaped.</summary>
    public string Text { get; }

    /// <summary>The UTF-8 bytes of <see cref="Text"/>.</summary>
    public ReadOnlySpan<byte> Utf8 => _utf8 ?? Json.AsSpan(1, Json.Length - 2);

    /// <summary>The hash of the name.</summary>
    internal ushort NameHash { get; }

    /// <summary>The name as a JSON string with its quotes.</summary>
    internal byte[] Json { get; }

    /// <summary>Creates a name from its text.</summary>
    public static implicit operator MemberName(string text) => new(text);

    /// <summary>Returns a short hash of a name; never <see cref="NoHash"/>. Different names may have the same hash.</summary>
    internal static ushort Hash(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty) return 1;
        var hash = (utf8.Length * 31 + utf8[0]) * 31 + utf8[utf8.Length / 2];
        return (ushort)((hash * 31 + utf8[^1]) | 1);
    }

    /// <summary>Whether this is the name of these bytes and this hash.</summary>
    internal bool Is(ReadOnlySpan<byte> utf8, ushort hash) => NameHash == hash && Utf8.SequenceEqual(utf8);

    /// <summary>One of 32 bits for a hash. Names without a common bit are different.</summary>
    internal static uint Group(ushort hash) => 1u << (hash >> 1);
}
