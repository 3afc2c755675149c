using Macro.Json;

namespace Macro.Cli.Preview;

/// <summary>A value of a macro parameter that overrides the template's.</summary>
/// <param name="Text">The value; of a list, its items with commas.</param>
internal sealed record OverrideValue(string Text)
{
    /// <summary>The items of a list, which may contain commas; null for a single value.</summary>
    public IReadOnlyList<string>? Items { get; init; }

    /// <summary>Creates the value as JSON.</summary>
    public Node ToNode() => Items is null ? Text : ArrayNode.From(Items.Select(item => (Node)item));
}
