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

    /// <summary>Finds a name in an object whose names have no escapes.</summary>
    /// <param name="object">The row of the object.</param>
    /// <param name="name">The UTF-8 bytes of the name.</param>
    /// <param name="hash">Its <see cref="MemberName.Hash"/>.</param>
    /// <returns>The index among the object's members and the row of the name; the index is -1 if there is no such name.</returns>
    internal (int Index, int Row) FindName(int @object, ReadOnlySpan<byte> name, ushort hash)
    {
        var rows = _rows.AsSpan(0, _count);
        var (row, end) = (@object + 1, rows[@object].Next);
        for (var i = 0; row < end; i++)
        {
            if (rows[row].NameHash == hash && Text[(rows[row].Start + 1)..(rows[row].End - 1)].SequenceEqual(name)) return (i, row);
            row = rows[row + 1].Next;
        }
        return (-1, -1);
    }

    /// <summary>Returns the index's memory to the pool; values of this text must not be used afterwards.</summary>
    public void Dispose()
    {
        ArrayPool<Row>.Shared.Return(_rows);
        _rows = [];
    }

    private void Fill(int maxDepth)
    {
        var reader = new Utf8JsonReader(Text, new JsonReaderOptions { MaxDepth = maxDepth });
        var (container, depth) = (-1, 0);
        while (reader.Read())
        {
            var kind = reader.TokenType;
            if (kind is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                ref var closed = ref _rows[container];
                closed.End = (int)reader.BytesConsumed;
                (container, closed.Next) = (closed.Next, _count);
                depth--;
                continue;
            }
            if (_count == _rows.Length) Grow();
            ref var row = ref _rows[_count];
            row.Kind = kind;
            row.Start = (int)reader.TokenStartIndex;
            if (kind is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                row.HasEscapes = false;
                row.NameHash = MemberName.NoHash;
                // Until the container is closed, Next is the row of the one around it.
                (row.Next, container) = (container, _count++);
                Depth = Math.Max(Depth, ++depth);
                continue;
            }
            var text = reader.ValueSpan;
            var isName = kind == JsonTokenType.PropertyName;
            row.HasEscapes = reader.ValueIsEscaped;
            row.NameHash = isName && !row.HasEscapes ? MemberName.Hash(text) : MemberName.NoHash;
            row.End = row.Start + text.Length + (isName || kind == JsonTokenType.String ? "\"\"".Length : 0);
            row.Next = ++_count;
        }
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
