using System.Collections;

namespace Macro.Json;

/// <summary>A JSON array; an item that is set stays where it stood, new ones go to the end.</summary>
internal sealed class ArrayNode : Node, IEnumerable<Node>
{
    private Element[] _elements;

    public ArrayNode(JsonSlice origin) : base(origin)
    {
        for (var item = origin.First; item.RowNumber < origin.After.RowNumber; item = item.After) Count++;
        _elements = Count == 0 ? [] : new Element[Count];
        var i = 0;
        for (var item = origin.First; item.RowNumber < origin.After.RowNumber; item = item.After) _elements[i++].Row = item.RowNumber;
    }

    public ArrayNode() : base(default) => _elements = [];

    /// <summary>A new array of these items.</summary>
    public static ArrayNode From(IEnumerable<Node> items)
    {
        var array = new ArrayNode();
        foreach (var item in items) array.Add(item);
        return array;
    }

    public int Count { get; private set; }

    public Node this[int i]
    {
        get => _elements[i].Node ??= Adopt(Create(Original(_elements[i])));
        set
        {
            _elements[i].Node = Adopt(value);
            _elements[i].IsReplaced = true;
            MarkEdited();
        }
    }

    public void Add(Node value)
    {
        if (Count == _elements.Length) Array.Resize(ref _elements, Math.Max(2, 2 * Count));
        _elements[Count++] = new Element { Node = Adopt(value), IsAdded = true };
        MarkEdited();
    }

    public IEnumerator<Node> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    protected override PathSegment SegmentOf(Node child) => Array.FindIndex(_elements, item => ReferenceEquals(item.Node, child));

    protected override void WriteEdited(Utf8Buffer output, JsonLayout layout)
    {
        var splice = new EditedJsonWriter(output, Origin, "[]"u8, layout);
        foreach (ref var item in _elements.AsSpan(0, Count))
        {
            if (item.IsAdded)
            {
                splice.BeginAppended();
                item.Node!.WriteTo(output, splice.Inner);
            }
            else if (item.IsReplaced || item.Node is { IsEdited: true })
            {
                splice.Replace(Original(item), item.Node!);
            }
        }
        splice.Close();
    }

    private JsonSlice Original(in Element element) => Origin with { RowNumber = element.Row };

    private struct Element
    {
        /// <summary>The value, once somebody asked for or set it.</summary>
        public Node? Node;

        /// <summary>The row of the value as it came; without meaning for one that we added.</summary>
        public int Row;

        public bool IsAdded;

        /// <summary>Whether <see cref="Node"/> stands in place of the value that came.</summary>
        public bool IsReplaced;
    }
}
