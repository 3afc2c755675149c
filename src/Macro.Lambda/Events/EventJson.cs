using System.Text.Json;

namespace Macro.Lambda.Events;

/// <summary>The JSON reader options for events outside of the transform.</summary>
internal static class EventJson
{
    /// <summary>Allows the same depth as the transform, instead of the reader's default of 64.</summary>
    public static JsonReaderOptions Options { get; } = new() { MaxDepth = 1000 };
}
