using System.Buffers;
using System.Text.Json;

namespace Macro.Core.Templates;

/// <summary>
/// Copies an object or array while its edited values are put in place of the old ones and new ones before the closing bracket.
/// Everything between them, white space included, is copied byte for byte.
/// </summary>
internal ref struct Splice(IBufferWriter<byte> output, ReadOnlySpan<byte> original)
{
    private readonly ReadOnlySpan<byte> _original = original;
    private int _copied;
    private bool _appending;
    private bool _hasContent;

    /// <summary>Puts a value in place of one that came; both are given in the order of the original.</summary>
    public void Replace(JsonElement old, Node value)
    {
        var oldBytes = Utf8Json.Raw(old);
        _original.Overlaps(oldBytes, out var start);
        output.Write(_original[_copied..start]);
        value.WriteTo(output);
        _copied = start + oldBytes.Length;
    }

    /// <summary>Begins a new member or item after all that came.</summary>
    public void BeginAppended()
    {
        if (!_appending)
        {
            var content = _original[..^1].TrimEnd(" \t\r\n"u8);
            output.Write(content[_copied..]);
            _copied = content.Length;
            _hasContent = content.Length > 1;
            _appending = true;
        }
        if (_hasContent) output.Write(","u8);
        _hasContent = true;
    }

    public readonly void Close() => output.Write(_original[_copied..]);
}
