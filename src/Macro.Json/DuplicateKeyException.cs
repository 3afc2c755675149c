namespace Macro.Json;

/// <summary>Thrown when an object has a duplicate key, which makes its meaning undefined.</summary>
public sealed class DuplicateKeyException : Exception
{
    internal DuplicateKeyException(JsonPath path, string key) : base($"Duplicate key {key} in {path}.") => (Path, Key) = (path, key);

    /// <summary>The path of the object, such as <c>Resources.CreateOrder.Properties</c>.</summary>
    public JsonPath Path { get; }

    /// <summary>The duplicate key.</summary>
    public string Key { get; }
}
