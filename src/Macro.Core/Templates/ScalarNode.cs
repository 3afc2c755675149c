using System.Buffers;
using System.Text.Json;

namespace Macro.Core.Templates;

/// <summary>A string, number, boolean or null.</summary>
internal sealed class ScalarNode : Node
{
    private readonly string? _made;

    public ScalarNode(JsonElement origin) : base(origin) { }

    public ScalarNode(string text) : base(default) => _made = text;

    /// <summary>A number, boolean or null of ours, by its JSON.</summary>
    public static ScalarNode OfJson(string json) => new(JsonElement.Parse(json));

    public JsonValueKind Kind => CameWithTemplate ? Origin.ValueKind : JsonValueKind.String;

    public override string? Text => _made ?? (Kind == JsonValueKind.String ? Utf8Json.DecodeString(Origin) : null);

    /// <summary>The text of a string, or a number or boolean as it is spelled; null for a JSON null.</summary>
    public string? Spelling => Kind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => Text,
        _ => Origin.GetRawText(),
    };

    protected override string? PlaceOf(Node child) => null;

    protected override void WriteEdited(IBufferWriter<byte> output, Layout layout) => Utf8Json.WriteString(output, _made!);
}
