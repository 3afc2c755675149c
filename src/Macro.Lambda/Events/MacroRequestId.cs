using System.Text.Json;

namespace Macro.Lambda.Events;

/// <summary>Finds the <c>requestId</c> of a macro event after the transform has failed.</summary>
internal static class MacroRequestId
{
    /// <summary>The top-level <c>requestId</c>; null when there is none before the event ends or becomes invalid JSON.</summary>
    public static string? Find(ReadOnlySpan<byte> payload)
    {
        var reader = new Utf8JsonReader(payload, EventJson.Options);
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName) continue;
                var found = EventJson.IsNamed(ref reader, "requestId"u8);
                reader.Read();
                if (found) return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                reader.Skip();
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }

        return null;
    }
}
