using System.Text;

namespace Macro.Core.Templates;

/// <summary>The name of a member that we add, in the forms that are needed. One that is used again and again is worth keeping.</summary>
internal sealed class MemberName(string text)
{
    private byte[]? _json;

    public string Text { get; } = text;

    public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(text);

    /// <summary>The name as a JSON string with its quotes.</summary>
    public byte[] Json => _json ??= Utf8Buffer.Quote(Text);

    public static implicit operator MemberName(string text) => new(text);
}
