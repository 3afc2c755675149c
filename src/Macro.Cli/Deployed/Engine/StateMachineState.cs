using Macro.Aws.StepFunctions;

namespace Macro.Cli.Deployed.Engine;

/// <summary>A deployed state machine and what belongs to it, as AWS's APIs return it.</summary>
/// <param name="Machine">The state machine.</param>
/// <param name="AllTags">Its tags.</param>
internal sealed record StateMachineState(DeployedStateMachine Machine, IReadOnlyDictionary<string, string> AllTags)
{
    private const int NameIndexInArn = 6;

    /// <summary>The log group that it logs to, or will log to; null when it is not known yet, or does not matter.</summary>
    public LogGroupState? LogGroup { get; init; }

    /// <summary>
    /// The document of the role's inline policy that has the name of ours; null when there is none, or it does not matter.
    /// </summary>
    public string? RolePolicy { get; init; }

    public ResourceTags Tags { get; } = new(AllTags);

    /// <summary>The name of the role, without its path.</summary>
    public string RoleName => Machine.RoleArn is { } arn ? arn[(arn.LastIndexOf('/') + 1)..] : "";

    /// <summary>The name of the log group that it logs to; null when it logs nowhere.</summary>
    public string? LogGroupName => Machine.Logging.LogGroupArns is [var arn, ..] ? arn.Split(':').ElementAtOrDefault(NameIndexInArn) : null;
}
