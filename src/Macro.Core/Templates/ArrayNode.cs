using System.Collections;

namespace Macro.Core.Templates;

/// <summary>A JSON array; an item that is set stays where it stood, new ones go to the end.</summary>
internal sealed class ArrayNode : Node, IEnumerable<Node>
{
    private readonly List<Element> _elements;

    public ArrayNode(JsonSlice origin) : base(origin)
    {
        var count = 0;
        for (var item = origin.First; item.RowNumber < origin.After.RowNumber; item = item.After) count++;
        _elements = new List<Element>(count);
        for (var item = origin.First; item.RowNumber < origin.After.RowNumber; item = item.After) _elements.Add(new Element(item, null, false));
    }

    public ArrayNode() : base(default) => _elements = [];

    /// <summary>A new array of these items.</summary>
    public static ArrayNode Of(IEnumerable<Node> items)
    {
        var array = new ArrayNode();
        foreach (var item in items) array.Add(item);
        return array;
    }

    public int Count => _elements.Count;

    public Node this[int i]
    {
        get
        {
            if (_elements[i].Node is { } known) return known;
            var node = Adopt(Of(_elements[i].Original));
            _elements[i] = _elements[i] with { Node = node };
            return node;
        }
        set
        {
            _elements[i] = _elements[i] with { Node = Adopt(value), IsReplaced = true };
            MarkEdited();
        }
    }

    public void Add(Node value)
    {
        _elements.Add(new Element(default, Adopt(value), false));
        MarkEdited();
    }

    public IEnumerator<Node> GetEnumerator()
    {
        for (var i = 0; i < _elements.Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    protected override string? PlaceOf(Node child) => $"[{_elements.FindIndex(element => ReferenceEquals(element.Node, child))}]";

    protected override void WriteEdited(Utf8Buffer output, Layout layout)
    {
        var splice = new Splice(output, Origin, "[]"u8, layout);
        foreach (var element in _elements)
        {
            if (!element.Original.Exists)
            {
                splice.BeginAppended();
                element.Node!.WriteTo(output, splice.Inner);
            }
            else if (element.IsReplaced || element.Node is { IsEdited: true })
            {
                splice.Replace(element.Original, element.Node!);
            }
        }
        splice.Close();
    }

    private readonly record struct Element(JsonSlice Original, Node? Node, bool IsReplaced);
}
