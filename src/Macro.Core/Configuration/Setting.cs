using Macro.Json;

namespace Macro.Core.Configuration;

/// <summary>What one source says of one parameter, checked.</summary>
internal sealed record Setting(Parameter Parameter)
{
    /// <summary>The value: <c>true</c>, a decimal number, text with the spelling that came, or a list's items joined by commas.</summary>
    public string? Text { get; init; }

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>An intrinsic function that only the deployment can evaluate; it travels into the template.</summary>
    public Node? Expression { get; init; }

    /// <summary>Whether the value was reported as wrong; the parameter counts as set, so that nothing follows from its absence.</summary>
    public bool IsInvalid { get; init; }

    /// <summary>Whether the value is an empty string, which takes back what lower sources say.</summary>
    public bool IsUnset => Text is "" && Expression is null && !IsInvalid;

    /// <summary>The value as it is written into a template.</summary>
    public Node? Value => field ??= Expression ?? (Text is null ? null : new ScalarNode(Text));

    public bool IsTrue => Text == "true";
}
