namespace Macro.Json;

/// <summary>An object that has to be read has a key twice, so it has no one meaning.</summary>
/// <param name="path">Path of the object, such as <c>Resources.CreateOrder.Properties</c>.</param>
/// <param name="key">The key.</param>
internal sealed class DuplicateKeyException(JsonPath path, string key) : Exception($"Duplicate key {key} in {path}.")
{
    /// <summary>Path of the object.</summary>
    public JsonPath Path { get; } = path;

    /// <summary>The key that the object has twice.</summary>
    public string Key { get; } = key;
}
