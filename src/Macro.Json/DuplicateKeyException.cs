namespace Macro.Json;

/// <summary>The template is JSON but ambiguous at a place that we have to read; becomes a diagnostic at the one entry.</summary>
internal sealed class DuplicateKeyException(string place, string key) : Exception($"The key {key} stands twice in {place}.")
{
    /// <summary>Path of the object, such as <c>Resources.CreateOrder.Properties</c>.</summary>
    public string Place { get; } = place;

    public string Key { get; } = key;
}
