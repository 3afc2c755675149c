using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Cli.Changes;

/// <summary>A change in human-readable form, with secrets masked.</summary>
/// <param name="Kind">The kind of item that changes.</param>
/// <param name="Name">Name of the variable, tag, state, policy, filter or property; null when the kind is enough.</param>
/// <param name="Before">The value before; null when it is added.</param>
/// <param name="After">The value after; null when it is removed.</param>
internal sealed record ChangeLine(ChangeKind Kind, string? Name, string? Before, string? After)
{
    private const string Resources = nameof(Resources);

    /// <summary>Where the change is in the template: several places for equal changes; none for a deployed resource.</summary>
    public IReadOnlyList<JsonPath> Paths { get; init; } = [];

    /// <summary>The section of the template; null for a resource.</summary>
    public string? Section => Paths is [var path, ..] && path.Segments[0].Name is { } section and not Resources ? section : null;

    /// <summary>The kind in words.</summary>
    public string Label => Section switch
    {
        "Outputs" => "output",
        "Conditions" => "condition",
        { } other => other.ToLowerInvariant(),
        null => Kind == ChangeKind.LogSubscription ? "log subscription" : Kind.ToString().ToLowerInvariant(),
    };

    /// <summary><c>+</c> added, <c>-</c> removed, <c>~</c> changed.</summary>
    public char Sign => Before is null ? '+' : After is null ? '-' : '~';

    /// <summary>Returns the changes by kind, and those that say the same once.</summary>
    public static IReadOnlyList<ChangeLine> Merge(IEnumerable<ChangeLine> lines) =>
    [
        .. lines.GroupBy(line => (line.Kind, line.Name, line.Before, line.After))
            .Select(same => same.First() with { Paths = [.. same.SelectMany(line => line.Paths).Distinct()] })
            .OrderBy(line => line.Kind),
    ];
}
