namespace Macro.Cli.Changes;

/// <summary>What a change is about, in the order in which changes are told.</summary>
internal enum ChangeKind
{
    Layer,
    Handler,
    Variable,
    State,
    Tracing,
    Logging,
    LogSubscription,
    Tag,
    Policy,

    /// <summary>Anything that has no kind of its own, so that nothing stays untold.</summary>
    Property,
}

/// <summary>One thing that is different after the transform.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Name">Name of the variable, tag, state, policy, filter or property; null where the kind says all.</param>
/// <param name="Before">The value before; null: there was none.</param>
/// <param name="After">The value after; null: it is gone.</param>
internal sealed record Change(ChangeKind Kind, string? Name, string? Before, string? After)
{
    /// <summary>The kind in words.</summary>
    public string Label => Kind switch
    {
        ChangeKind.Layer => "layer",
        ChangeKind.Handler => "handler",
        ChangeKind.Variable => "variable",
        ChangeKind.Tag => "tag",
        ChangeKind.Tracing => "tracing",
        ChangeKind.Logging => "logging",
        ChangeKind.LogSubscription => "log subscription",
        ChangeKind.State => "state",
        ChangeKind.Policy => "policy",
        _ => "property",
    };

    /// <summary><c>+</c> added, <c>-</c> removed, <c>~</c> changed.</summary>
    public char Sign => Before is null ? '+' : After is null ? '-' : '~';
}
