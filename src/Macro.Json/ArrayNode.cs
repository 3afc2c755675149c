using System.Collections;

namespace Macro.Json;

/// <summary>A JSON array. Setting an item keeps its position; a new one is added at the end.</summary>
public sealed class ArrayNode : Node, IEnumerable<Node>
{
    /// <summary>The spare capacity for items that are added one at a time.</summary>
    private const int FewMore = 2;

    /// <summary>The items; null until one is used.</summary>
    private Element[]? _elements;

    internal ArrayNode(JsonSlice origin) : base(origin)
    {
        for (var item = origin.FirstChild; item.RowNumber < origin.Next.RowNumber; item = item.Next) Count++;
    }

    /// <summary>Creates an empty array.</summary>
    /// <param name="capacity">The expected number of items; the array grows if there are more.</param>
    public ArrayNode(int capacity = 0) : base(default) => _elements = capacity == 0 ? null : new Element[capacity];

    /// <summary>Creates an array of these items.</summary>
    public static ArrayNode From(IEnumerable<Node> items)
    {
        var array = new ArrayNode(items.TryGetNonEnumeratedCount(out var count) ? count : 0);
        foreach (var item in items) array.Add(item);
        return array;
    }

    /// <summary>The number of items.</summary>
    public int Count { get; private set; }

    /// <summary>Gets or sets an item.</summary>
    /// <param name="i">The zero-based index of the item.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such item.</exception>
    public Node this[int i]
    {
        get
        {
            ref var element = ref Elements.AsSpan(0, Count)[i];
            return element.Node ??= Attach(Create(Original(element)));
        }
        set
        {
            ref var element = ref Elements.AsSpan(0, Count)[i];
            element.Node = Attach(value);
            element.IsReplaced = true;
            MarkEdited();
        }
    }

    /// <summary>Adds an item at the end.</summary>
    public void Add(Node value)
    {
        _elements ??= ReadElements(spare: FewMore);
        if (Count == _elements.Length) Array.Resize(ref _elements, Count + Math.Max(FewMore, Count / 2));
        _elements[Count++] = new Element { Node = Attach(value), IsAdded = true };
        MarkEdited();
    }

    /// <summary>Whether another array has equal items in the same order.</summary>
    internal bool HasSameItems(ArrayNode other)
    {
        if (Count != other.Count) return false;
        for (var i = 0; i < Count; i++)
        {
            if (!this[i].IsSameAs(other[i])) return false;
        }
        return true;
    }

    /// <summary>Enumerates the items in order, including those that are added meanwhile.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<Node> IEnumerable<Node>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The index; a value that was replaced is still at its place in the text.</summary>
    private protected override PathSegment SegmentOf(Node child) => Array.FindIndex(
        Elements, item => ReferenceEquals(item.Node, child) || item.IsReplaced && Original(item) == child.Origin);

    private protected override void WriteEdited(Utf8Buffer output, JsonLayout layout)
    {
        var writer = new EditedJsonWriter(output, Origin, "[]"u8, layout);
        foreach (ref var item in _elements.AsSpan(0, Count))
        {
            if (item.IsAdded)
            {
                writer.BeginAppended();
                item.Node!.WriteTo(output, writer.Inner);
            }
            else if (item.IsReplaced || item.Node is { IsEdited: true })
            {
                writer.Replace(Original(item), item.Node!);
            }
        }
        writer.Close();
    }

    /// <summary>Enumerates the items of an array without allocation.</summary>
    public struct Enumerator : IEnumerator<Node>
    {
        private readonly ArrayNode _owner;
        private int _index = -1;

        internal Enumerator(ArrayNode owner) => _owner = owner;

        /// <inheritdoc/>
        public readonly Node Current => _owner[_index];

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext() => ++_index < _owner.Count;

        /// <inheritdoc/>
        public void Reset() => _index = -1;

        /// <inheritdoc/>
        public readonly void Dispose() { }
    }

    private Element[] Elements => _elements ??= ReadElements();

    private Element[] ReadElements(int spare = 0)
    {
        if (Count + spare == 0) return [];
        var elements = new Element[Count + spare];
        var item = Origin.FirstChild;
        for (var i = 0; i < Count; i++, item = item.Next) elements[i].Row = item.RowNumber;
        return elements;
    }

    private JsonSlice Original(in Element element) => new(Origin.Index, element.Row);

    private struct Element
    {
        /// <summary>The value; null until it is read or set.</summary>
        public Node? Node;

        /// <summary>The row of the original value; unused for an added one.</summary>
        public int Row;

        public bool IsAdded;

        /// <summary>Whether <see cref="Node"/> is written in place of the original value.</summary>
        public bool IsReplaced;
    }
}
