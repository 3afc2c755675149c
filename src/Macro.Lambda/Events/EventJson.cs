using System.Text.Json;

namespace Macro.Lambda.Events;

/// <summary>How events are read outside the transform.</summary>
internal static class EventJson
{
    /// <summary>As deep as the transform reads, instead of the reader's own 64.</summary>
    public static JsonReaderOptions Options { get; } = new() { MaxDepth = 1000 };
}
