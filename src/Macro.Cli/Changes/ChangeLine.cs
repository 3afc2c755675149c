using Macro.Core.Pipeline;

namespace Macro.Cli.Changes;

/// <summary>A change in human-readable form, with secrets masked.</summary>
/// <param name="Kind">The kind of item that changes.</param>
/// <param name="Name">Name of the variable, tag, state, policy, filter or property; null when the kind is enough.</param>
/// <param name="Before">The value before; null when it is added.</param>
/// <param name="After">The value after; null when it is removed.</param>
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
