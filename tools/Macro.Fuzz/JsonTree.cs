using System.Text;
using System.Text.Json;

namespace Macro.Fuzz;

/// <summary>A JSON value that anything can be done to: names may stand twice, and a scalar is any text at all.</summary>
internal sealed class JsonTree
{
    private static readonly JsonReaderOptions Deep = new() { MaxDepth = 1100 };

    /// <summary><c>{</c>, <c>[</c>, or another character for a scalar.</summary>
    public char Kind { get; set; }

    /// <summary>A scalar's JSON text.</summary>
    public string Scalar { get; set; } = "";

    /// <summary>Members with the JSON text of their names, or items with an empty one.</summary>
    public List<(string Name, JsonTree Value)> Children { get; private set; } = [];

    /// <summary>The member of this name; null when there is none.</summary>
    public JsonTree? this[string name] => Kind == '{' ? Children.Find(child => child.Name == $"\"{name}\"").Value : null;

    /// <summary>The value and all that is in it, parents first.</summary>
    public IEnumerable<JsonTree> All => Children.SelectMany(child => child.Value.All).Prepend(this);

    public static JsonTree OfScalar(string json) => new() { Kind = 's', Scalar = json };

    public static JsonTree OfText(string json) => Parse(Encoding.UTF8.GetBytes(json));

    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static JsonTree Parse(byte[] json)
    {
        var reader = new Utf8JsonReader(json, Deep);
        reader.Read();
        var tree = Read(ref reader, json);
        reader.Read();
        return tree;
    }

    /// <summary>A copy that shares nothing.</summary>
    public JsonTree Copy() =>
        new() { Kind = Kind, Scalar = Scalar, Children = Children.ConvertAll(child => (child.Name, child.Value.Copy())) };

    /// <summary>Becomes a copy of another value.</summary>
    public void Become(JsonTree other)
    {
        var copy = other.Copy();
        (Kind, Scalar, Children) = (copy.Kind, copy.Scalar, copy.Children);
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        WriteTo(text);
        return text.ToString();
    }

    private void WriteTo(StringBuilder text)
    {
        if (Kind is not ('{' or '['))
        {
            text.Append(Scalar);
            return;
        }
        text.Append(Kind);
        for (var i = 0; i < Children.Count; i++)
        {
            if (i > 0) text.Append(',');
            if (Kind == '{') text.Append(Children[i].Name).Append(':');
            Children[i].Value.WriteTo(text);
        }
        text.Append(Kind == '{' ? '}' : ']');
    }

    private static JsonTree Read(ref Utf8JsonReader reader, byte[] json)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return OfScalar(
                Encoding.UTF8.GetString(json, (int)reader.TokenStartIndex, (int)(reader.BytesConsumed - reader.TokenStartIndex)));
        }

        var tree = new JsonTree { Kind = reader.TokenType == JsonTokenType.StartObject ? '{' : '[' };
        while (reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
        {
            var name = "";
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                name = Encoding.UTF8.GetString(json, (int)reader.TokenStartIndex, reader.ValueSpan.Length + 2);
                reader.Read();
            }
            tree.Children.Add((name, Read(ref reader, json)));
        }
        return tree;
    }
}
