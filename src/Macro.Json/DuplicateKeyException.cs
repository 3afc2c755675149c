namespace Macro.Json;

/// <summary>An object that has to be read has the same key twice, so its meaning is not defined.</summary>
public sealed class DuplicateKeyException : Exception
{
    internal DuplicateKeyException(JsonPath path, string key) : base($"Duplicate key {key} in {path}.") => (Path, Key) = (path, key);

    /// <summary>The path of the object, such as <c>Resources.CreateOrder.Properties</c>.</summary>
    public JsonPath Path { get; }

    /// <summary>The key.</summary>
    public string Key { get; }
}
