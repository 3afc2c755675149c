using Macro.Core.Pipeline;

namespace Macro.Cli.Changes;

/// <summary>A change as people read it, with nothing in it that may not be shown.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Name">Name of the variable, tag, state, policy, filter or property; null where the kind says all.</param>
/// <param name="Before">The value before; null: there was none.</param>
/// <param name="After">The value after; null: it is removed.</param>
internal sealed record ChangeLine(ChangeKind Kind, string? Name, string? Before, string? After)
{
    /// <summary>The kind in words.</summary>
    public string Label => Kind switch
    {
        ChangeKind.LogSubscription => "log subscription",
        _ => Kind.ToString().ToLowerInvariant(),
    };

    /// <summary><c>+</c> added, <c>-</c> removed, <c>~</c> changed.</summary>
    public char Sign => Before is null ? '+' : After is null ? '-' : '~';
}
