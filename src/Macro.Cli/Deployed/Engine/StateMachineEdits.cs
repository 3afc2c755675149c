using Macro.Aws.StepFunctions;

namespace Macro.Cli.Deployed.Engine;

/// <summary>What changes about a deployed state machine.</summary>
/// <param name="Definition">The new definition; null for unchanged.</param>
/// <param name="Logging">The new logging; null for unchanged.</param>
/// <param name="Policy">What changes about the inline policy of the role; null for nothing.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Logs">Its log group; null when there is none.</param>
internal sealed record StateMachineEdits(
    string? Definition, StateMachineLogging? Logging, RolePolicyEdit? Policy, TagEdits Tags, LogEdits? Logs)
{
    /// <summary>Whether the state machine itself is not updated.</summary>
    public bool IsWithoutUpdate => Definition is null && Logging is null;

    /// <summary>Whether nothing changes.</summary>
    public bool IsEmpty => IsWithoutUpdate && Policy is null && Tags.IsEmpty && Logs is null or { IsEmpty: true };

    /// <summary>The state machine after the edits.</summary>
    public StateMachineState ApplyTo(StateMachineState state)
    {
        var before = state.Machine;
        var machine = before with { Definition = Definition ?? before.Definition, Logging = Logging ?? before.Logging };
        return new StateMachineState(machine, Tags.ApplyTo(state.AllTags))
        {
            LogGroup = Logs?.ApplyTo(state.LogGroup) ?? state.LogGroup,
            RolePolicy = Policy is null ? state.RolePolicy : Policy.Document,
        };
    }
}

/// <summary>A change of an inline policy of a role.</summary>
/// <param name="Name">The name of the policy.</param>
/// <param name="Document">The document, JSON; null when the policy is removed.</param>
internal sealed record RolePolicyEdit(string Name, string? Document);
