using System.Buffers;
using System.Text.Json;

namespace Macro.Core.Templates;

/// <summary>
/// Copies an object or array while its edited values are put in place of the old ones and new ones before the closing bracket.
/// Everything between them, white space included, is copied byte for byte.
/// </summary>
internal ref struct Splice
{
    private readonly IBufferWriter<byte> _output;
    private readonly ReadOnlySpan<byte> _original;
    private readonly Layout _layout;
    private int _copied;
    private int _keptEnd = 1;
    private bool _appended;
    private bool _hasContent;

    /// <summary>Begins a copy.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="original">The object or array with its brackets.</param>
    /// <param name="layout">The layout of the place where it stands; one that came in one line stays in one.</param>
    public Splice(IBufferWriter<byte> output, ReadOnlySpan<byte> original, Layout layout)
    {
        _output = output;
        _original = original;
        var isEmpty = original[1..^1].IndexOfAnyExcept(" \t\r\n"u8) < 0;
        _layout = isEmpty || original[1..].TrimStart(" \t\r"u8).StartsWith("\n"u8) ? layout : Layout.OneLine;
    }

    /// <summary>The layout of members and items.</summary>
    public readonly Layout Inner => _layout.Deeper;

    /// <summary>Puts a value in place of one that came; members are given in the order of the original.</summary>
    public void Replace(JsonElement old, Node value)
    {
        var (start, end) = Place(old);
        _output.Write(_original[_copied..start]);
        value.WriteTo(_output, Inner);
        _copied = _keptEnd = end;
    }

    /// <summary>Tells of a member that stays; needed only where others are removed.</summary>
    public void Keep(JsonElement value) => _keptEnd = Place(value).End;

    /// <summary>Leaves a member out, with the comma before it, or after it when it comes first.</summary>
    public void Remove(JsonElement old)
    {
        if (_copied < _keptEnd) _output.Write(_original[_copied.._keptEnd]);
        _copied = Place(old).End;
        if (_keptEnd > 1) return;
        var rest = _original[_copied..].TrimStart(" \t\r\n"u8);
        if (rest[0] == (byte)',') _copied = _original.Length - rest.Length + 1;
    }

    private readonly (int Start, int End) Place(JsonElement element)
    {
        var bytes = Utf8Json.Raw(element);
        _original.Overlaps(bytes, out var start);
        return (start, start + bytes.Length);
    }

    /// <summary>Begins a new member or item after all that came.</summary>
    public void BeginAppended()
    {
        if (!_appended)
        {
            var content = _original[..^1].TrimEnd(" \t\r\n"u8);
            if (_copied < content.Length) _output.Write(content[_copied..]);
            _hasContent = _keptEnd > 1 || _copied == 0 && content.Length > 1;
            _copied = content.Length;
            _appended = true;
        }
        if (_hasContent) _output.Write(","u8);
        _hasContent = true;
        Inner.NewLine(_output);
    }

    public readonly void Close()
    {
        var rest = _original[_copied..];
        if (_appended && rest.Length == 1) _layout.NewLine(_output);
        _output.Write(rest);
    }
}
