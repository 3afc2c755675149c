using System.Text;
using System.Text.Json;

namespace Macro.Json;

/// <summary>A string, number, boolean or null.</summary>
internal sealed class ScalarNode : Node
{
    private string? _text;

    public ScalarNode(JsonSlice origin) : base(origin) { }

    public ScalarNode(string text) : base(default) => _text = text;

    /// <summary>A number, boolean or null of ours, by its JSON.</summary>
    public static ScalarNode FromJson(string json) => new(JsonIndex.Read(Encoding.UTF8.GetBytes(json), maxDepth: 1).Root);

    public JsonTokenType Kind => Origin.Exists ? Origin.Kind : JsonTokenType.String;

    public override string? Text => _text ??= Kind == JsonTokenType.String ? Origin.Text : null;

    /// <summary>The text of a string, or a number or boolean as it is spelled; null for a JSON null.</summary>
    public string? Spelling => Kind switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => Text,
        _ => Encoding.UTF8.GetString(Origin.Raw),
    };

    /// <summary>The UTF-8 bytes of <see cref="Spelling"/>.</summary>
    public int TextBytes => Origin.Exists ? Origin.TextBytes : Encoding.UTF8.GetByteCount(_text!);

    protected override PathSegment SegmentOf(Node child) => throw new InvalidOperationException("A scalar has no children.");

    protected override void WriteEdited(Utf8Buffer output, JsonLayout layout) => output.WriteString(_text!);
}
