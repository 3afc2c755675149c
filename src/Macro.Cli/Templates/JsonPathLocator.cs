using System.Text.Json;
using Macro.Json;

namespace Macro.Cli.Templates;

/// <summary>Finds the position of a path in JSON text.</summary>
internal static class JsonPathLocator
{
    /// <summary>Finds the byte offset of a member's name or of an item.</summary>
    /// <param name="reader">A reader at the start of valid JSON.</param>
    /// <param name="path">The path.</param>
    /// <returns>The offset of the path, or of its nearest parent in the text.</returns>
    public static int Locate(Utf8JsonReader reader, JsonPath path)
    {
        reader.Read();
        var found = reader.TokenStartIndex;
        foreach (var (name, index) in path.Segments)
        {
            if ((name is null ? MoveToItem(ref reader, index) : MoveToMember(ref reader, name)) is not { } offset) break;
            found = offset;
        }
        return (int)found;
    }

    private static long? MoveToMember(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject) return null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (start, isMatch) = (reader.TokenStartIndex, IsNamed(ref reader, name));
            reader.Read();
            if (isMatch) return start;
            reader.Skip();
        }
        return null;
    }

    private static bool IsNamed(ref Utf8JsonReader reader, string name)
    {
        try
        {
            return reader.ValueTextEquals(name);
        }
        catch (InvalidOperationException)
        {
            return false; // The member's name has half of a surrogate pair.
        }
    }

    private static long? MoveToItem(ref Utf8JsonReader reader, int index)
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
