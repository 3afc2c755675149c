using Macro.Json;

namespace Macro.Core.Configuration;

/// <summary>The checked value of one parameter from one source.</summary>
/// <param name="Parameter">The parameter.</param>
internal sealed record Setting(Parameter Parameter)
{
    /// <summary>The value: <c>true</c>, a decimal number, text as it is written, or the items of a list joined by commas.</summary>
    public string? Text { get; init; }

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>The items of a <see cref="ParameterType.Items"/>: strings and objects.</summary>
    public IReadOnlyList<Node> Nodes { get; init; } = [];

    /// <summary>An intrinsic function that only the deployment can resolve; it is passed on into the template.</summary>
    public Node? Expression { get; init; }

    /// <summary>
    /// Whether the value was reported as invalid. The parameter counts as set, so that its absence causes no further errors.
    /// </summary>
    public bool IsInvalid { get; init; }

    /// <summary>Whether the value is an empty string, which unsets the values of lower sources.</summary>
    public bool IsUnset => Text is "" && Expression is null && !IsInvalid;

    /// <summary>The value as it is written into the template; null if it is invalid.</summary>
    public Node? Value => field ??= Expression ?? (Text is null ? null : new ScalarNode(Text));

    /// <summary>Whether the value is <c>true</c>.</summary>
    public bool IsTrue => Text == "true";
}
