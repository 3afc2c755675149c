using System.Text;
using System.Text.Json;

namespace Macro.Json;

/// <summary>
/// The location of a value or member name in an indexed JSON text. <c>default</c> means none; read only its <see cref="Exists"/>.
/// </summary>
public readonly record struct JsonSlice
{
    internal JsonSlice(JsonIndex? index, int rowNumber) => (Index, RowNumber) = (index, rowNumber);

    /// <summary>The text that the value is in; null for none.</summary>
    public JsonIndex? Index { get; }

    /// <summary>Whether there is a value.</summary>
    public bool Exists => Index is not null;

    /// <summary>The kind of the value's first token.</summary>
    internal JsonTokenType Kind => Row.Kind;

    /// <summary>The offset of the first byte in the text, quotes and brackets included.</summary>
    internal int Start => Row.Start;

    /// <summary>The offset after the last byte in the text.</summary>
    internal int End => Row.End;

    /// <summary>The bytes, quotes and brackets included.</summary>
    public ReadOnlySpan<byte> Raw => Index!.Text[Row.Start..Row.End];

    /// <summary>The text of a string or name; null when its escapes are not valid UTF-16 (a lone surrogate), which JSON allows.</summary>
    internal string? Text
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

    internal int RowNumber { get; }

    internal bool HasEscapes => Row.HasEscapes;

    /// <summary>See <see cref="JsonIndex.Row.NameHash"/>.</summary>
    internal ushort NameHash => Row.NameHash;

    /// <summary>The first value or name in an object or array; equal to <see cref="Next"/> when it is empty.</summary>
    internal JsonSlice FirstChild => new(Index, RowNumber + 1);

    /// <summary>The next value or name in the text after this value and its contents; after a name, the member's value.</summary>
    internal JsonSlice Next => new(Index, Row.Next);

    /// <summary>The name of the next member, after the value of this name.</summary>
    internal JsonSlice NextName => new(Index, Index![RowNumber + 1].Next);

    /// <summary>Whether the value is an array with items.</summary>
    internal bool HasItems => Kind == JsonTokenType.StartArray && FirstChild.RowNumber < Row.Next;

    /// <summary>Whether an object has exactly one member.</summary>
    internal bool HasOneMember => FirstChild.RowNumber is var name && name < Row.Next && FirstChild.NextName.RowNumber == Row.Next;

    /// <summary>The UTF-8 bytes of <see cref="Text"/>, which must not be null.</summary>
    internal ReadOnlySpan<byte> TextUtf8 => Row.HasEscapes ? Encoding.UTF8.GetBytes(Text!) : Raw[1..^1];

    /// <summary>A string or name as it is written, including escapes.</summary>
    internal string Spelling => Encoding.UTF8.GetString(Raw[1..^1]);

    /// <summary>
    /// The number of UTF-8 bytes of a name or value as a JSON string without needless escapes; every value but a string, number or boolean
    /// counts as an empty string.
    /// </summary>
    internal int QuotedLength => Kind switch
    {
        JsonTokenType.String or JsonTokenType.PropertyName when HasEscapes => Utf8Buffer.QuotedLength(Text ?? ""),
        JsonTokenType.String or JsonTokenType.PropertyName => End - Start,
        JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => End - Start + 2,
        _ => 2,
    };

    private ref readonly JsonIndex.Row Row => ref Index![RowNumber];
}
