using System.Text.Json;

namespace Macro.Lambda.Events;

/// <summary>Reads the JSON of events outside of the transform.</summary>
internal static class EventJson
{
    /// <summary>Allows the same depth as the transform, instead of the reader's default of 64.</summary>
    public static JsonReaderOptions Options { get; } = new() { MaxDepth = 1000 };

    /// <summary>
    /// Whether the current property has this name. False for a name with half of a surrogate pair, which the reader cannot compare.
    /// </summary>
    public static bool IsNamed(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        try
        {
            return reader.ValueTextEquals(name);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>
    /// The value of an object's last member of this name; of kind <see cref="JsonValueKind.Undefined"/> when there is none. Members
    /// whose names are not valid Unicode are skipped.
    /// </summary>
    public static JsonElement Find(JsonElement parent, string name)
    {
        var found = default(JsonElement);
        if (parent.ValueKind != JsonValueKind.Object) return found;
        foreach (var member in parent.EnumerateObject())
        {
            if (IsNamed(member, name)) found = member.Value;
        }
        return found;
    }

    /// <summary>The text of a string; null for every other value, and for a string that is not valid Unicode.</summary>
    public static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsNamed(JsonProperty member, string name)
    {
        try
        {
            return member.NameEquals(name);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
