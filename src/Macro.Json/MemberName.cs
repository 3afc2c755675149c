using System.Text;

namespace Macro.Json;

/// <summary>The name of a member that we add, in the forms that are needed. One that is used again and again is worth keeping.</summary>
internal sealed class MemberName(string text)
{
    private byte[]? _json;

    public string Text { get; } = text;

    public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(text);

    /// <summary>Stands for a name that was not hashed.</summary>
    public const ushort NoHash = 0;

    /// <summary>Tells most names apart without a look at their text; never <see cref="NoHash"/>.</summary>
    public static ushort Hash(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty) return 1;
        var hash = (utf8.Length * 31 + utf8[0]) * 31 + utf8[utf8.Length / 2];
        return (ushort)((hash * 31 + utf8[^1]) | 1);
    }

    /// <summary>The name as a JSON string with its quotes.</summary>
    public byte[] Json => _json ??= Utf8Buffer.Quote(Text);

    public static implicit operator MemberName(string text) => new(text);
}
