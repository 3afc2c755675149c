using Macro.Aws;
using Macro.Cli.Deployed.Access;
using Macro.Cli.Deployed.Engine;
using Macro.Cli.Deployed.Messages;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Deployed.Planning;

/// <summary>Plans what is done about the state machines of a region. Makes only calls that read.</summary>
/// <param name="clients">The clients of the region.</param>
/// <param name="request">What the plan is made of.</param>
internal sealed class StateMachinePlanner(RegionClients clients, PlanRequest request)
{
    private readonly RunOptions _options = request.Options;
    private readonly StateMachineEngine _engine = new(clients.Region, clients.Account, request.Settings);

    /// <summary>Plans one state machine.</summary>
    /// <returns>Null when the selection does not contain it.</returns>
    public async Task<ResourcePlan?> PlanAsync(string name, CancellationToken cancel)
    {
        StateMachineState? state = null;
        try
        {
            state = await StateMachineReader.ReadAsync(clients, name, cancel);
            return request.Selection.Matches(state.AllTags) ? await PlanAsync(state, cancel) : null;
        }
        catch (AwsException exception)
        {
            var values = DefinitionValues.Of(state?.Machine.Definition);
            return new ResourcePlan(name, clients.Region, PlanStatus.Refused)
            {
                Kind = ResourcePlan.StateMachine,
                Reasons = [ErrorText.Describe(exception, name, clients.Region, values)],
            };
        }
    }

    private async Task<ResourcePlan> PlanAsync(StateMachineState state, CancellationToken cancel)
    {
        var machine = state.Machine;
        var plan = new ResourcePlan(machine.Name, clients.Region, PlanStatus.Current)
        {
            Kind = ResourcePlan.StateMachine,
            Arn = machine.Arn,
            Description = $"{machine.Type.ToLowerInvariant()} workflow",
            RevisionId = StateMachineReader.RevisionOf(machine),
        };
        if (FindReason(state) is { } reason) return plan with { Status = PlanStatus.Skipped, Reasons = [reason] };
        if (_options.IsReverting && !state.Tags.IsOurs && state.Tags.OtherTool is null) return plan;
        state = await WithSurroundingsAsync(state, cancel);
        var result = _options.IsReverting ? _engine.Uninstrument(state) : _engine.Instrument(state);
        if (result.Edits is not { } edits)
        {
            var errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error);
            return plan with { Status = PlanStatus.Skipped, Reasons = [.. errors] };
        }
        var warnings = result.Diagnostics.Where(diagnostic => diagnostic.Subject == plan.Name);
        plan = plan with { Warnings = [.. warnings.DistinctBy(diagnostic => diagnostic.ToString())] };
        if (edits.IsEmpty) return plan;
        return !_options.IsReverting && Reversibility.FindProblem(_engine, state, edits) is { } problem
            ? plan with { Status = PlanStatus.Skipped, Reasons = [problem], Warnings = [] }
            : plan with
            {
                Status = PlanStatus.Change,
                Lines = result.Lines,
                Work = new StateMachineWork(state, edits, _options.IsReverting),
            };
    }

    private Diagnostic? FindReason(StateMachineState state)
    {
        var target = new ResourceTarget(state.Machine.Name);
        if (state.Machine.Status == "DELETING") return DeployedStateMachineDiagnostics.BeingDeleted.For(target);
        if (state.Machine.Definition is null) return DeployedStateMachineDiagnostics.DefinitionUnreadable.For(target);
        return Ownership.FindReason(state.Tags, _options, target);
    }

    /// <summary>Reads the log group, and the policy of the role where it may change.</summary>
    private async Task<StateMachineState> WithSurroundingsAsync(StateMachineState state, CancellationToken cancel)
    {
        var group = _options.IsReverting ? state.LogGroupName : _engine.FindLogGroup(state);
        if (group is not null) state = state with { LogGroup = await LogGroupReader.ReadAsync(clients, group, cancel) };
        var addsGroup = group is not null && state.LogGroupName is null;
        if (_options.IsReverting ? !StateMachineEngine.HasAddedPolicy(state) : !addsGroup) return state;
        var policy = StateMachineResource.PolicyName(state.Machine.Name);
        return state with { RolePolicy = await clients.Iam.FindRolePolicyAsync(state.RoleName, policy, cancel) };
    }
}
