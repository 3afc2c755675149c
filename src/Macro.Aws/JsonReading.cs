using System.Text.Json;

namespace Macro.Aws;

/// <summary>Reads members of JSON responses that may be missing.</summary>
internal static class JsonReading
{
    /// <summary>Parses a response.</summary>
    /// <exception cref="AwsException">It is not JSON.</exception>
    public static JsonElement Parse(AwsOperation operation, byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new AwsException(operation, "the response is not JSON.");
        }
    }

    /// <summary>The text of a member; null when it is missing or null.</summary>
    public static string? Text(this JsonElement parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>A member; null when it is missing or null.</summary>
    public static JsonElement? Member(this JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    /// <summary>The items of a list; none when it is missing.</summary>
    public static IReadOnlyList<JsonElement> Items(this JsonElement parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    /// <summary>The texts of a list; none when it is missing.</summary>
    public static IReadOnlyList<string> Texts(this JsonElement parent, string name)
    {
        var texts = new List<string>();
        foreach (var item in Items(parent, name)) texts.Add(item.GetString()!);
        return texts;
    }

    /// <summary>The members of a map of texts, in order; none when it is missing.</summary>
    public static IReadOnlyDictionary<string, string> Map(this JsonElement parent, string name)
    {
        var map = new Dictionary<string, string>();
        if (Member(parent, name) is not { ValueKind: JsonValueKind.Object } members) return map;
        foreach (var member in members.EnumerateObject()) map[member.Name] = member.Value.GetString() ?? "";
        return map;
    }
}
