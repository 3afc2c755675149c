using System.Buffers;
using System.Globalization;
using System.Text;

namespace Macro.Json;

/// <summary>One step of a <see cref="JsonPath"/>: the name of a member, or the index of an item.</summary>
/// <param name="Name">The member's name; null for an item.</param>
/// <param name="Index">The zero-based index of the item; unused for a member.</param>
public readonly record struct PathSegment(string? Name, int Index)
{
    /// <summary>A step to a member of an object.</summary>
    public static implicit operator PathSegment(string name) => new(name, 0);

    /// <summary>A step to an item of an array.</summary>
    public static implicit operator PathSegment(int index) => new(null, index);
}

/// <summary>The location of a value in a JSON text, as a list of segments. Names may contain any characters, such as dots.</summary>
public sealed class JsonPath : IEquatable<JsonPath>
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(".[]\" \t\r\n");
    private readonly PathSegment[] _segments;

    private JsonPath(PathSegment[] segments) => _segments = segments;

    /// <summary>The path of the root value.</summary>
    public static JsonPath Root { get; } = new([]);

    /// <summary>The segments, starting at the root.</summary>
    public IReadOnlyList<PathSegment> Segments => _segments;

    /// <summary>Whether this is the path of the root value.</summary>
    public bool IsRoot => _segments.Length == 0;

    /// <summary>Creates a path from its segments, starting at the root.</summary>
    public static JsonPath Create(params ReadOnlySpan<PathSegment> segments) => segments.Length == 0 ? Root : new(segments.ToArray());

    /// <summary>Returns the path of a value below this one.</summary>
    public JsonPath Append(params ReadOnlySpan<PathSegment> segments) => new([.. _segments, .. segments]);

    /// <inheritdoc/>
    public bool Equals(JsonPath? other) => other is not null && _segments.AsSpan().SequenceEqual(other._segments);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as JsonPath);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var segment in _segments) hash.Add(segment);
        return hash.ToHashCode();
    }

    /// <summary>
    /// The path for display, such as <c>Resources.CreateOrder.Layers[0]</c>; a name that is empty, or contains dots, brackets, quotes or
    /// white space, is quoted: <c>["a.b"]</c>.
    /// </summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (name, index) in _segments)
        {
            if (name is null) text.Append(CultureInfo.InvariantCulture, $"[{index}]");
            else if (IsPlain(name)) text.Append(text.Length > 0 ? "." : "").Append(name);
            else text.Append("[\"").Append(name.Replace("\"", "\\\"", StringComparison.Ordinal)).Append("\"]");
        }
        return text.ToString();
    }

    private static bool IsPlain(string name) => name.Length > 0 && !name.AsSpan().ContainsAny(Quoted);
}
