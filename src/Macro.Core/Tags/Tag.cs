using Macro.Json;

namespace Macro.Core.Tags;

/// <summary>A resource tag, created once for all resources that get it.</summary>
internal sealed class Tag(string key, Node value)
{
    public MemberName Name { get; } = key;

    public Node Value { get; } = value.Freeze();

    /// <summary>The tag as an item of a list.</summary>
    public Node Item { get; } = new ObjectNode { { "Key", key }, { "Value", value } }.Freeze();
}
