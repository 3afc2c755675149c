using System.Text.Json;

namespace Macro.Lambda.Events;

/// <summary>Finds the <c>requestId</c> of a macro event that the transform could not answer.</summary>
internal static class MacroRequestId
{
    /// <summary>The top-level <c>requestId</c>; null when there is none before the event ends or stops being JSON.</summary>
    public static string? Find(ReadOnlySpan<byte> payload)
    {
        var reader = new Utf8JsonReader(payload, EventJson.Options);
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName)
                    continue;
                var found = reader.ValueTextEquals("requestId"u8);
                reader.Read();
                if (found)
                    return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                reader.Skip();
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }

        return null;
    }
}
