namespace Macro.Json;

/// <summary>How new values are laid out: on one line, or indented like the file around them.</summary>
/// <param name="Unit">The white space of one level, as in the file; empty: one line.</param>
/// <param name="Depth">The number of levels above the place.</param>
internal readonly record struct JsonLayout(ReadOnlyMemory<byte> Unit, int Depth)
{
    public static readonly JsonLayout OneLine;

    public bool IsOneLine => Unit.IsEmpty;

    public JsonLayout Deeper => this with { Depth = Depth + 1 };

    /// <summary>The layout of a file: the white space before its first member.</summary>
    public static JsonLayout Detect(ReadOnlySpan<byte> json)
    {
        var member = json.IndexOf((byte)'"');
        var newline = member < 0 ? -1 : json[..member].LastIndexOf((byte)'\n');
        return newline < 0 ? OneLine : new JsonLayout(json[(newline + 1)..member].ToArray(), 0);
    }

    /// <summary>Begins a line at this depth.</summary>
    public void NewLine(Utf8Buffer output)
    {
        if (IsOneLine) return;
        output.Write("\n"u8);
        for (var i = 0; i < Depth; i++) output.Write(Unit.Span);
    }

    /// <summary>The colon between a name and its value.</summary>
    public ReadOnlySpan<byte> Colon => IsOneLine ? ":"u8 : ": "u8;
}
