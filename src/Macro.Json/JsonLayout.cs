namespace Macro.Json;

/// <summary>The layout of new values: on one line, or indented like the rest of the file.</summary>
/// <param name="Unit">The white space of one level of indentation, as in the file; empty for one line.</param>
/// <param name="Depth">The number of levels of indentation.</param>
internal readonly record struct JsonLayout(ReadOnlyMemory<byte> Unit, int Depth)
{
    public static readonly JsonLayout OneLine;

    public bool IsOneLine => Unit.IsEmpty;

    public JsonLayout Deeper => this with { Depth = Depth + 1 };

    /// <summary>Detects the layout of a file from the white space before its first member.</summary>
    public static JsonLayout Detect(ReadOnlySpan<byte> json)
    {
        var member = json.IndexOf((byte)'"');
        var newline = member < 0 ? -1 : json[..member].LastIndexOf((byte)'\n');
        return newline < 0 ? OneLine : new JsonLayout(json[(newline + 1)..member].ToArray(), 0);
    }

    /// <summary>Starts a new line, indented to this depth; does nothing in a one-line layout.</summary>
    public void NewLine(Utf8Buffer output)
    {
        if (IsOneLine) return;
        output.Write("\n"u8);
        for (var i = 0; i < Depth; i++) output.Write(Unit.Span);
    }

    /// <summary>The colon between a name and its value, with a space unless the layout is one line.</summary>
    public ReadOnlySpan<byte> Colon => IsOneLine ? ":"u8 : ": "u8;
}
