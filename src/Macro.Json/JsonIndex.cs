using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Macro.Json;

/// <summary>
/// The start and end of each value of a JSON text, found in one pass. Values are parsed when they are first used; a value that is never
/// used costs only 16 bytes for each of its tokens.
/// </summary>
public sealed class JsonIndex : IDisposable
{
    /// <summary>An array, because a span of a <see cref="ReadOnlyMemory{T}"/> takes several times longer.</summary>
    private readonly ArraySegment<byte> _text;
    private Row[] _rows;
    private int _count;

    private JsonIndex(ReadOnlyMemory<byte> text)
    {
        if (!MemoryMarshal.TryGetArray(text, out _text)) _text = text.ToArray();
        _rows = ArrayPool<Row>.Shared.Rent(Math.Max(64, text.Length / 10));
    }

    /// <summary>The text, UTF-8.</summary>
    internal ReadOnlySpan<byte> Text => _text;

    /// <summary>The number of levels of objects and arrays in the text; 0 for a scalar.</summary>
    public int Depth { get; private set; }

    /// <summary>The root value of the text.</summary>
    public JsonSlice Root => new(this, 0);

    /// <summary>Indexes a text, which must not change while the index is in use.</summary>
    /// <param name="text">The text, UTF-8.</param>
    /// <param name="maxDepth">The maximum number of levels of objects and arrays.</param>
    /// <exception cref="JsonException">The text is not JSON, or is nested more than <paramref name="maxDepth"/> levels deep.</exception>
    public static JsonIndex Read(ReadOnlyMemory<byte> text, int maxDepth)
    {
        var index = new JsonIndex(text);
        try
        {
            index.Fill(maxDepth);
            return index;
        }
        catch (JsonException)
        {
            index.Dispose();
            throw;
        }
    }

    internal ref readonly Row this[int row] => ref _rows[row];

    /// <summary>Returns the index's memory to the pool; values of this text must not be used afterwards.</summary>
    public void Dispose()
    {
        ArrayPool<Row>.Shared.Return(_rows);
        _rows = [];
    }

    private void Fill(int maxDepth)
    {
        var reader = new Utf8JsonReader(Text, new JsonReaderOptions { MaxDepth = maxDepth });
        var open = new Stack<int>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    ref var container = ref _rows[open.Pop()];
                    container.End = (int)reader.BytesConsumed;
                    container.Next = _count;
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    open.Push(_count);
                    Depth = Math.Max(Depth, open.Count);
                    Add(ref reader);
                    break;
                default:
                    Add(ref reader);
                    break;
            }
        }
    }

    private void Add(ref Utf8JsonReader reader)
    {
        if (_count == _rows.Length) Grow();
        var start = (int)reader.TokenStartIndex;
        var isName = reader.TokenType == JsonTokenType.PropertyName;
        ref var row = ref _rows[_count];
        row.Kind = reader.TokenType;
        row.HasEscapes = reader.ValueIsEscaped;
        row.NameHash = isName && !reader.ValueIsEscaped ? MemberName.Hash(reader.ValueSpan) : MemberName.NoHash;
        row.Start = start;
        row.End = isName ? start + reader.ValueSpan.Length + 2 : (int)reader.BytesConsumed;
        row.Next = ++_count;
    }

    private void Grow()
    {
        var larger = ArrayPool<Row>.Shared.Rent(_rows.Length * 2);
        _rows.AsSpan(0, _count).CopyTo(larger);
        ArrayPool<Row>.Shared.Return(_rows);
        _rows = larger;
    }

    /// <summary>One value, or one member's name.</summary>
    internal struct Row
    {
        /// <summary>Offset of the first byte, quotes and brackets included.</summary>
        public int Start;

        /// <summary>Offset after the last byte.</summary>
        public int End;

        /// <summary>The index of the row after this value and its contents.</summary>
        public int Next;

        public JsonTokenType Kind;

        /// <summary>Whether a string or name is written with escapes.</summary>
        public bool HasEscapes;

        /// <summary><see cref="MemberName.Hash"/> of a name that is written without escapes, else 0.</summary>
        public ushort NameHash;
    }
}
