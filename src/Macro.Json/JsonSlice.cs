using System.Text;
using System.Text.Json;

namespace Macro.Json;

/// <summary>One value of an indexed JSON text, or one member's name; <c>default</c> is none.</summary>
internal readonly record struct JsonSlice(JsonIndex? Index, int RowNumber)
{
    public bool Exists => Index is not null;

    public JsonTokenType Kind => Row.Kind;

    public bool HasEscapes => Row.HasEscapes;

    /// <summary>See <see cref="JsonIndex.Row.NameHash"/>.</summary>
    public ushort NameHash => Row.NameHash;

    public int Start => Row.Start;

    public int End => Row.End;

    /// <summary>The bytes, quotes and brackets included.</summary>
    public ReadOnlySpan<byte> Raw => Index!.Text[Row.Start..Row.End];

    /// <summary>The first value or name inside an object or array; equal to <see cref="After"/> when it is empty.</summary>
    public JsonSlice First => this with { RowNumber = RowNumber + 1 };

    /// <summary>What follows this value, inside the same object or array or after it; after a name, the member's value.</summary>
    public JsonSlice After => this with { RowNumber = Row.Next };

    /// <summary>The text of a string or name; null when its escapes are no valid UTF-16 (a lone surrogate), which JSON allows.</summary>
    public string? Text
    {
        get
        {
            if (!Row.HasEscapes) return Encoding.UTF8.GetString(Raw[1..^1]);
            try
            {
                var reader = new Utf8JsonReader(Raw);
                reader.Read();
                return reader.GetString();
            }
            catch (InvalidOperationException)
            {
                return null;
            }
        }
    }

    /// <summary>The UTF-8 bytes of <see cref="Text"/>, which must not be null.</summary>
    public ReadOnlySpan<byte> TextUtf8 => Row.HasEscapes ? Encoding.UTF8.GetBytes(Text!) : Raw[1..^1];

    /// <summary>A string or name as it is written, escapes and all.</summary>
    public string Spelling => Encoding.UTF8.GetString(Raw[1..^1]);

    /// <summary>The UTF-8 bytes of <see cref="Text"/>, or of a number or boolean as it is spelled; 0 for everything else.</summary>
    public int TextBytes => Kind switch
    {
        JsonTokenType.String or JsonTokenType.PropertyName when HasEscapes => Encoding.UTF8.GetByteCount(Text ?? ""),
        JsonTokenType.String or JsonTokenType.PropertyName => End - Start - 2,
        JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => End - Start,
        _ => 0,
    };

    private ref readonly JsonIndex.Row Row => ref Index![RowNumber];
}
