using System.Globalization;
using System.Text.Json;

namespace Macro.Cli.Templates;

/// <summary>Finds where a path such as <c>Resources.CreateOrder.Properties.Layers[0]</c> stands in JSON text.</summary>
internal static class JsonPath
{
    /// <summary>Offset of the member's name or of the item; of the deepest one on the path that is there.</summary>
    public static int Locate(Utf8JsonReader reader, string path)
    {
        reader.Read();
        var found = reader.TokenStartIndex;
        foreach (var segment in path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var here = segment.StartsWith('[') ? ToItem(ref reader, int.Parse(segment.AsSpan()[1..^1], CultureInfo.InvariantCulture)) : ToMember(ref reader, segment);
            if (here is not { } offset) break;
            found = offset;
        }
        return (int)found;
    }

    private static long? ToMember(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject) return null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (start, isMatch) = (reader.TokenStartIndex, reader.ValueTextEquals(name));
            reader.Read();
            if (isMatch) return start;
            reader.Skip();
        }
        return null;
    }

    private static long? ToItem(ref Utf8JsonReader reader, int index)
    {
        if (reader.TokenType != JsonTokenType.StartArray) return null;
        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            if (i == index) return reader.TokenStartIndex;
            reader.Skip();
        }
        return null;
    }
}
