using Macro.Cli.Changes;
using Macro.Cli.Deployed.Engine;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Deployed.Planning;

/// <summary>What will be done about a resource.</summary>
internal enum PlanStatus
{
    /// <summary>It is changed.</summary>
    Change,

    /// <summary>It is as it should be.</summary>
    Current,

    /// <summary>It is left alone, for a reason that is no error.</summary>
    Skipped,

    /// <summary>It cannot be read or changed, which is an error.</summary>
    Refused,
}

/// <summary>The plan for one resource.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Region">Its region.</param>
/// <param name="Status">What will be done.</param>
internal sealed record ResourcePlan(string Name, string Region, PlanStatus Status)
{
    /// <summary>The word for functions.</summary>
    public const string Function = "function";

    /// <summary>The words for state machines.</summary>
    public const string StateMachine = "state machine";

    /// <summary>The kind of the resource in words.</summary>
    public string Kind { get; init; } = Function;

    /// <summary>Its ARN; null when it could not be read.</summary>
    public string? Arn { get; init; }

    /// <summary>A function's runtime, or a state machine's type; null when there is none.</summary>
    public string? Description { get; init; }

    /// <summary>The revision that the plan is for.</summary>
    public string? RevisionId { get; init; }

    /// <summary>Why it is skipped or refused.</summary>
    public IReadOnlyList<Diagnostic> Reasons { get; init; } = [];

    /// <summary>What changes, in words, secrets masked.</summary>
    public IReadOnlyList<ChangeLine> Lines { get; init; } = [];

    /// <summary>What the user should know about the change.</summary>
    public IReadOnlyList<Diagnostic> Warnings { get; init; } = [];

    /// <summary>What is done to it; null for nothing.</summary>
    public ResourceWork? Work { get; init; }
}

/// <summary>What is done to a resource.</summary>
internal abstract record ResourceWork
{
    /// <summary>Values of the resource that must not be shown.</summary>
    public abstract IEnumerable<string> Values { get; }
}

/// <summary>What is done to a function.</summary>
/// <param name="State">The function as it was read.</param>
/// <param name="Edits">The edits.</param>
/// <param name="Release">The version and alias that are published; null for none.</param>
internal sealed record FunctionWork(FunctionState State, FunctionEdits Edits, ReleasePlan? Release) : ResourceWork
{
    public override IEnumerable<string> Values => [.. State.Configuration.Variables.Values, .. Edits.Update.Variables?.Values ?? []];
}

/// <summary>What is done to a state machine.</summary>
/// <param name="State">The state machine as it was read.</param>
/// <param name="Edits">The edits.</param>
/// <param name="IsReverting">Whether instrumentation is taken back.</param>
internal sealed record StateMachineWork(StateMachineState State, StateMachineEdits Edits, bool IsReverting) : ResourceWork
{
    public override IEnumerable<string> Values => DefinitionValues.Of(State.Machine.Definition);
}

/// <summary>What is published after an update.</summary>
/// <param name="Alias">The alias that will point to the new version; null for none.</param>
internal sealed record ReleasePlan(string? Alias);
