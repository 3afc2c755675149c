namespace Macro.Json;

/// <summary>An object that has to be read has the same key twice, so its meaning is not defined.</summary>
/// <param name="path">Path of the object, such as <c>Resources.CreateOrder.Properties</c>.</param>
/// <param name="key">The key.</param>
public sealed class DuplicateKeyException(JsonPath path, string key) : Exception($"Duplicate key {key} in {path}.")
{
    /// <summary>Path of the object.</summary>
    public JsonPath Path { get; } = path;

    /// <summary>The key.</summary>
    public string Key { get; } = key;
}
