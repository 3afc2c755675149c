using System.Text.Json;
using Macro.Lambda.Events;

namespace Macro.Lambda.LogGroups;

/// <summary>Recognizes the events that CloudFormation sends for a custom resource whose service token is this function.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html</remarks>
internal static class CustomResourceRequest
{
    /// <summary>
    /// Whether the event is an object with a string <c>ResponseURL</c>, to which a response can be sent, and without a <c>fragment</c>.
    /// </summary>
    public static bool Matches(ReadOnlySpan<byte> payload)
    {
        var reader = new Utf8JsonReader(payload, EventJson.Options);
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && HasUrl(ref reader);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool HasUrl(ref Utf8JsonReader reader)
    {
        var found = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            // Only a macro event has a fragment. Returning here avoids reading every template twice.
            if (EventJson.IsNamed(ref reader, "fragment"u8)) return false;
            var isUrl = EventJson.IsNamed(ref reader, "ResponseURL"u8);
            reader.Read();
            found |= isUrl && reader.TokenType == JsonTokenType.String;
            reader.Skip();
        }

        return found && !reader.Read();
    }
}
