namespace Macro.Json;

/// <summary>
/// Copies an object or array: replaces edited values, and adds new ones before the closing bracket. Everything else, including white
/// space, is copied byte for byte.
/// </summary>
internal ref struct EditedJsonWriter
{
    private readonly Utf8Buffer _output;
    private readonly ReadOnlySpan<byte> _original;
    private readonly int _offset;
    private readonly JsonLayout _layout;
    private int _copied;
    private int _keptEnd = 1;
    private bool _appended;
    private bool _hasContent;

    /// <summary>Starts a copy.</summary>
    /// <param name="output">Receives the copy.</param>
    /// <param name="origin">The original object or array; <c>default</c> for a new one.</param>
    /// <param name="empty">The brackets of a new object or array.</param>
    /// <param name="layout">The layout of the surrounding text; an original on one line stays on one line.</param>
    public EditedJsonWriter(Utf8Buffer output, JsonSlice origin, ReadOnlySpan<byte> empty, JsonLayout layout)
    {
        _output = output;
        _original = origin.Exists ? origin.Raw : empty;
        _offset = origin.Exists ? origin.Start : 0;
        _layout = layout.IsOneLine || BreaksLines(_original) ? layout : JsonLayout.OneLine;
    }

    /// <summary>The layout of members and items.</summary>
    public readonly JsonLayout Inner => _layout.Deeper;

    /// <summary>Replaces an original value. Call this in the order of the original.</summary>
    public void Replace(JsonSlice old, Node value)
    {
        _output.Write(_original[_copied..(old.Start - _offset)]);
        value.WriteTo(_output, Inner);
        _copied = _keptEnd = old.End - _offset;
    }

    /// <summary>Keeps a member; must be called only if other members are removed.</summary>
    public void Keep(JsonSlice value) => _keptEnd = value.End - _offset;

    /// <summary>Omits a member and the comma before it, or after it if it is the first.</summary>
    public void Remove(JsonSlice old)
    {
        if (_copied < _keptEnd) _output.Write(_original[_copied.._keptEnd]);
        _copied = old.End - _offset;
        if (_keptEnd > 1) return;
        var rest = _original[_copied..].TrimStart(" \t\r\n"u8);
        if (rest[0] == (byte)',') _copied = _original.Length - rest.Length + 1;
    }

    /// <summary>Starts a new member or item after the original ones.</summary>
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

    /// <summary>Finishes the copy.</summary>
    public readonly void Close()
    {
        var rest = _original[_copied..];
        if (_appended && rest.Length == 1) _layout.NewLine(_output);
        _output.Write(rest);
    }

    private static bool BreaksLines(ReadOnlySpan<byte> original) =>
        original[1..].TrimStart(" \t\r"u8) is [(byte)'\n', ..] || original[1..^1].IndexOfAnyExcept(" \t\r\n"u8) < 0;
}
