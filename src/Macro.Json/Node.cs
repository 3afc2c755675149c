using System.Text.Json;

namespace Macro.Json;

/// <summary>
/// A value of the template: the bytes that came, or one that we made. Reading one costs nothing until it is asked for; an edit is
/// remembered where it was made, and <see cref="WriteTo(Utf8Buffer)"/> copies everything else byte for byte.
/// </summary>
internal abstract class Node
{
    private Node? _owner;
    private bool _isFrozen;
    private byte[]? _oneLine;

    protected Node(JsonSlice origin)
    {
        Origin = origin;
        IsEdited = !origin.Exists;
    }

    /// <summary>The value as it came; none when we made it.</summary>
    public JsonSlice Origin { get; }

    /// <summary>Whether this value, or one inside it, is not what came; always true for one that we made.</summary>
    public bool IsEdited { get; private set; }

    /// <summary>The text of a JSON string; null for every other value, and for text that is no valid Unicode.</summary>
    public virtual string? Text => null;

    public static implicit operator Node(string text) => new ScalarNode(text);

    public static Node Create(JsonSlice origin) => origin.Kind switch
    {
        JsonTokenType.StartObject => new ObjectNode(origin),
        JsonTokenType.StartArray => new ArrayNode(origin),
        _ => new ScalarNode(origin),
    };

    /// <summary>Writes the value as UTF-8 JSON: the original bytes with the edits spliced in, laid out like what is around them.</summary>
    public void WriteTo(Utf8Buffer output) => WriteTo(output, Origin.Exists ? JsonLayout.Detect(Origin.Raw) : JsonLayout.OneLine);

    /// <summary>Writes the value as a part of one that is laid out like this.</summary>
    public void WriteTo(Utf8Buffer output, JsonLayout layout)
    {
        if (!IsEdited) output.Write(Origin.Raw);
        else if (_isFrozen && layout.IsOneLine) output.Write(_oneLine ??= Render());
        else WriteEdited(output, layout);
    }

    /// <summary>Marks a value that stands in many places, so that it is rendered only once; from now on it may not be edited.</summary>
    public Node Freeze()
    {
        _isFrozen = true;
        return this;
    }

    /// <summary>The value as JSON text, for tests and messages of our own values.</summary>
    public override string ToString()
    {
        using var output = new Utf8Buffer();
        WriteTo(output);
        return System.Text.Encoding.UTF8.GetString(output.Written.Span);
    }

    /// <summary>Where the value is in its text, such as <c>Resources.CreateOrder.Properties.Layers[0]</c>.</summary>
    public JsonPath Path => _owner is null ? JsonPath.Root : _owner.Path.Append(_owner.SegmentOf(this));

    /// <summary>A copy that outlives the bytes of the text, and that later edits of this value do not change.</summary>
    public Node Detach() => Create(JsonIndex.Read(System.Text.Encoding.UTF8.GetBytes(ToString()), int.MaxValue).Root);

    /// <summary>Whether another value means the same, whatever its white space, escapes and order of members.</summary>
    public bool IsSameAs(Node other) => (this, other) switch
    {
        (ScalarNode a, ScalarNode b) => a.Kind == b.Kind && (a.Spelling ?? a.ToString()) == (b.Spelling ?? b.ToString()),
        (ArrayNode a, ArrayNode b) => a.Count == b.Count && a.Zip(b).All(pair => pair.First.IsSameAs(pair.Second)),
        (ObjectNode a, ObjectNode b) => a.Count == b.Count && a.All(member => b[member.Key] is { } value && member.Value.IsSameAs(value)),
        _ => false,
    };

    private byte[] Render()
    {
        using var output = new Utf8Buffer();
        WriteEdited(output, JsonLayout.OneLine);
        return output.Written.ToArray();
    }

    protected abstract void WriteEdited(Utf8Buffer output, JsonLayout layout);

    /// <summary>The name or index of a child.</summary>
    protected abstract PathSegment SegmentOf(Node child);

    /// <summary>
    /// Takes a value in, so that a later edit of it is known here. One that we made counts as edited from the start, and may stand in many
    /// places or outlive the template, so it keeps no owner.
    /// </summary>
    protected Node Adopt(Node child)
    {
        if (child.Origin.Exists) child._owner = this;
        return child;
    }

    /// <exception cref="InvalidOperationException">The value is shared.</exception>
    protected void MarkEdited()
    {
        if (_isFrozen) throw new InvalidOperationException("A shared value cannot be edited.");
        for (var node = this; node is { IsEdited: false }; node = node._owner) node.IsEdited = true;
    }
}
