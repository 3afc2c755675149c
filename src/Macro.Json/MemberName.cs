using System.Text;

namespace Macro.Json;

/// <summary>A member's name in the forms that look-ups and writing need. Keep one that is used often: making it allocates.</summary>
/// <param name="text">The name, unescaped.</param>
public sealed class MemberName(string text)
{
    private readonly byte[] _utf8 = Encoding.UTF8.GetBytes(text);
    private byte[]? _json;

    /// <summary>The name, unescaped.</summary>
    public string Text { get; } = text;

    /// <summary>The UTF-8 bytes of <see cref="Text"/>.</summary>
    public ReadOnlySpan<byte> Utf8 => _utf8;

    /// <summary>Stands for a name that has no hash: an escaped one, until it is read, and one that is not valid Unicode.</summary>
    internal const ushort NoHash = 0;

    /// <summary>A hash that tells most names apart; never <see cref="NoHash"/>.</summary>
    internal static ushort Hash(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty) return 1;
        var hash = (utf8.Length * 31 + utf8[0]) * 31 + utf8[utf8.Length / 2];
        return (ushort)((hash * 31 + utf8[^1]) | 1);
    }

    /// <summary>The name as a JSON string with its quotes.</summary>
    internal byte[] Json => _json ??= Utf8Buffer.Quote(Text);

    /// <summary>Creates a name of its text.</summary>
    public static implicit operator MemberName(string text) => new(text);
}
