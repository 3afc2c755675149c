using System.Text;
using System.Text.Json;

namespace Macro.Json;

/// <summary>A string, number, boolean or null.</summary>
public sealed class ScalarNode : Node
{
    private string? _text;

    internal ScalarNode(JsonSlice origin) : base(origin) { }

    /// <summary>Creates a string.</summary>
    public ScalarNode(string text) : base(default) => _text = text;

    /// <summary>Creates a number, boolean or null from its JSON.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static ScalarNode FromJson(string json) => new(JsonIndex.Read(Encoding.UTF8.GetBytes(json), maxDepth: 1).Root);

    /// <summary>The kind of the value.</summary>
    public JsonTokenType Kind => Origin.Exists ? Origin.Kind : JsonTokenType.String;

    /// <inheritdoc/>
    public override string? Text => _text ??= Kind == JsonTokenType.String ? Origin.Text : null;

    /// <summary>The text of a string, or a number or boolean as it is spelled; null for a JSON null.</summary>
    public string? Spelling => Kind switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => Text,
        _ => Encoding.UTF8.GetString(Origin.Raw),
    };

    internal override int QuotedLength => Origin.Exists ? Origin.QuotedLength : Utf8Buffer.QuotedLength(_text!);

    private protected override PathSegment SegmentOf(Node child) => throw new InvalidOperationException("A scalar has no children.");

    private protected override void WriteEdited(Utf8Buffer output, JsonLayout layout) => output.WriteString(_text!);
}
