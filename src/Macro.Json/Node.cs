using System.Text.Json;

namespace Macro.Json;

/// <summary>
/// An editable JSON value: from an indexed text, or new. A value from a text is parsed on first use. <see cref="WriteTo(Utf8Buffer)"/>
/// writes the edits and copies everything else byte for byte.
/// </summary>
public abstract class Node
{
    private readonly JsonIndex? _text;
    private readonly int _row;
    private bool _isFrozen;

    /// <summary>The owner; for an immutable new value, which has none, its rendered bytes. One field, since there are many nodes.</summary>
    private object? _ownerOrBytes;

    private protected Node(JsonSlice origin)
    {
        (_text, _row) = (origin.Index, origin.RowNumber);
        IsEdited = !origin.Exists;
    }

    /// <summary>The original value; <c>default</c> for a new value.</summary>
    public JsonSlice Origin => new(_text, _row);

    /// <summary>Whether this value, or one inside it, differs from the original; always true for a new value.</summary>
    public bool IsEdited { get; private set; }

    /// <summary>The text of a JSON string; null for every other value, and for text that is not valid Unicode.</summary>
    public virtual string? Text => null;

    /// <summary>
    /// The number of bytes of the value as JSON, if it need not be written to find out: an original value that is not edited, or an
    /// immutable new one; otherwise null.
    /// </summary>
    public int? KnownLength => !IsEdited ? Origin.Raw.Length : _isFrozen && Owner is null ? Rendered.Length : null;

    /// <summary>See <see cref="JsonSlice.QuotedLength"/>.</summary>
    internal virtual int QuotedLength => "\"\"".Length;

    /// <summary>Creates a string.</summary>
    public static implicit operator Node(string text) => new ScalarNode(text);

    /// <summary>Creates the node of a value of an indexed text.</summary>
    public static Node Create(JsonSlice origin) => origin.Kind switch
    {
        JsonTokenType.StartObject => new ObjectNode(origin),
        JsonTokenType.StartArray => new ArrayNode(origin),
        _ => new ScalarNode(origin),
    };

    /// <summary>Writes the value as UTF-8 JSON: the original bytes with the edits, in the layout of the original.</summary>
    public void WriteTo(Utf8Buffer output) => WriteTo(output, Origin.Exists ? JsonLayout.Detect(Origin.Raw) : JsonLayout.OneLine);

    /// <summary>Writes the value as part of a larger value with this layout.</summary>
    internal void WriteTo(Utf8Buffer output, JsonLayout layout)
    {
        if (!IsEdited) output.Write(Origin.Raw);
        else if (_isFrozen && layout.IsOneLine && Owner is null) output.Write(Rendered);
        else WriteEdited(output, layout);
    }

    /// <summary>Makes the value immutable, so that a value used in many places is rendered only once.</summary>
    /// <returns>The value itself.</returns>
    public Node Freeze()
    {
        _isFrozen = true;
        return this;
    }

    /// <summary>The value as JSON text.</summary>
    public override string ToString()
    {
        using var output = new Utf8Buffer();
        WriteTo(output);
        return System.Text.Encoding.UTF8.GetString(output.Written.Span);
    }

    /// <summary>The path of the value in its text; the root for a new value.</summary>
    public JsonPath Path => Owner is { } owner ? owner.Path.Append(owner.SegmentOf(this)) : JsonPath.Root;

    /// <summary>Returns an independent copy: it does not use the original text, and later edits of this value do not change it.</summary>
    public Node Detach() => Create(JsonIndex.Read(System.Text.Encoding.UTF8.GetBytes(ToString()), int.MaxValue).Root);

    /// <summary>Whether another value is written with the same bytes, and neither is edited.</summary>
    public bool IsSpelledLike(Node other) => !IsEdited && !other.IsEdited && Origin.Raw.SequenceEqual(other.Origin.Raw);

    /// <summary>Whether another value is equal, ignoring white space, escapes and the order of members.</summary>
    public bool IsSameAs(Node other) => (this, other) switch
    {
        (ScalarNode a, ScalarNode b) => a.Kind == b.Kind && (a.Spelling ?? a.ToString()) == (b.Spelling ?? b.ToString()),
        (ArrayNode a, ArrayNode b) => a.HasSameItems(b),
        (ObjectNode a, ObjectNode b) => a.HasSameMembers(b),
        _ => false,
    };

    private Node? Owner => _ownerOrBytes as Node;

    /// <summary>An immutable new value as JSON on one line.</summary>
    private byte[] Rendered => (byte[])(_ownerOrBytes ??= Render());

    private byte[] Render()
    {
        using var output = new Utf8Buffer();
        WriteEdited(output, JsonLayout.OneLine);
        return output.Written.ToArray();
    }

    private protected abstract void WriteEdited(Utf8Buffer output, JsonLayout layout);

    /// <summary>The name or index of a child.</summary>
    private protected abstract PathSegment SegmentOf(Node child);

    /// <summary>
    /// Makes this value the owner of a child, so that editing the child also marks this value as edited. A new child gets no owner: it
    /// always counts as edited, may be used in several places, and may outlive the text.
    /// </summary>
    private protected Node Attach(Node child)
    {
        if (child._text is not null) child._ownerOrBytes = this;
        return child;
    }

    /// <summary>Marks this value and its owners as edited.</summary>
    /// <exception cref="InvalidOperationException">The value is immutable.</exception>
    private protected void MarkEdited()
    {
        if (_isFrozen) throw new InvalidOperationException("A frozen value cannot be edited.");
        for (var node = this; node is { IsEdited: false }; node = node.Owner) node.IsEdited = true;
    }
}
