using System.Buffers;
using System.Collections;
using System.Text.Json;

namespace Macro.Core.Templates;

/// <summary>A JSON array; an item that is set stays where it stood, new ones go to the end.</summary>
internal sealed class ArrayNode : Node, IEnumerable<Node>
{
    private readonly List<Element> _items = [];

    public ArrayNode(JsonElement origin) : base(origin)
    {
        foreach (var element in origin.EnumerateArray()) _items.Add(new(element, null, false));
    }

    public ArrayNode() : base(default) { }

    public int Count => _items.Count;

    public Node this[int i]
    {
        get
        {
            if (_items[i].Node is { } known) return known;
            var node = Adopt(Of(_items[i].Origin));
            _items[i] = _items[i] with { Node = node };
            return node;
        }
        set
        {
            _items[i] = _items[i] with { Node = Adopt(value), IsReplaced = true };
            MarkEdited();
        }
    }

    public void Add(Node value)
    {
        _items.Add(new Element(default, Adopt(value), false));
        MarkEdited();
    }

    public IEnumerator<Node> GetEnumerator()
    {
        for (var i = 0; i < _items.Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    protected override string? PlaceOf(Node child) => $"[{_items.FindIndex(item => ReferenceEquals(item.Node, child))}]";

    protected override void WriteEdited(IBufferWriter<byte> output, Layout layout)
    {
        var splice = new Splice(output, CameWithTemplate ? Utf8Json.Raw(Origin) : "[]"u8, layout);
        foreach (var item in _items)
        {
            if (item.Origin.ValueKind != JsonValueKind.Undefined)
            {
                if (item.IsReplaced || item.Node is { IsEdited: true }) splice.Replace(item.Origin, item.Node!);
                continue;
            }
            splice.BeginAppended();
            item.Node!.WriteTo(output, splice.Inner);
        }
        splice.Close();
    }

    private readonly record struct Element(JsonElement Origin, Node? Node, bool IsReplaced);
}
