using Macro.Aws;
using Macro.Cli.Deployed.Access;
using Macro.Cli.Deployed.Engine;
using Macro.Cli.Deployed.Messages;
using Macro.Core;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Deployed.Planning;

/// <summary>Plans a run: checks the settings, finds the resources, and plans each.</summary>
/// <param name="session">The access to AWS.</param>
/// <param name="request">What the plan is made of.</param>
/// <param name="concurrency">How many resources are planned at once.</param>
/// <param name="clock">Measures the delays.</param>
internal sealed class RunPlanner(AwsSession session, PlanRequest request, int concurrency, TimeProvider clock)
{
    private int _done;
    private int _total;

    /// <summary>The number of resources that are planned.</summary>
    public int Done => Volatile.Read(ref _done);

    /// <summary>The number of resources that have been found so far.</summary>
    public int Total => Volatile.Read(ref _total);

    /// <summary>Makes the plan.</summary>
    public async Task<RunPlan> PlanAsync(CancellationToken cancel)
    {
        var plan = new RunPlan(session.Caller.Account, session.Caller.Arn, session.Regions, []) { Findings = CheckSettings() };
        if (plan.HasErrors) return plan;
        var (resources, findings) = (new List<ResourcePlan>(), new List<Diagnostic>(plan.Findings));
        foreach (var region in session.Regions)
        {
            var clients = session.In(region);
            resources.AddRange(await PlanFunctionsAsync(clients, cancel));
            if (SelectsStateMachines) resources.AddRange(await PlanStateMachinesAsync(clients, findings, cancel));
        }
        return plan with { Resources = resources, Findings = findings };
    }

    private bool HasForwarder => request.Settings.Text("stepFunctionForwarderArn") is not null;

    /// <summary>Without a forwarder for their logs, there is nothing to instrument about state machines.</summary>
    private bool SelectsStateMachines => request.Options.IsReverting || HasForwarder;

    /// <summary>Plans one resource again, after it has changed.</summary>
    public Task<ResourcePlan?> PlanAgainAsync(ResourcePlan plan, CancellationToken cancel)
    {
        var (clients, all) = (session.In(plan.Region), request with { Selection = new Selection { IsAll = true } });
        return plan.Kind == ResourcePlan.StateMachine
            ? new StateMachinePlanner(clients, all).PlanAsync(plan.Name, cancel)
            : new FunctionPlanner(clients, all, clock).PlanAsync(plan.Name, cancel);
    }

    private async Task<IReadOnlyList<ResourcePlan>> PlanFunctionsAsync(RegionClients clients, CancellationToken cancel)
    {
        var (names, unknown) = await new ResourceSelector(clients, request.Selection).FindFunctionsAsync(cancel);
        var planner = new FunctionPlanner(clients, request, clock);
        return [.. unknown, .. await PlanEachAsync(names, planner.PlanAsync, cancel)];
    }

    private async Task<IReadOnlyList<ResourcePlan>> PlanStateMachinesAsync(
        RegionClients clients, List<Diagnostic> findings, CancellationToken cancel)
    {
        try
        {
            var (names, unknown) = await new ResourceSelector(clients, request.Selection).FindStateMachinesAsync(cancel);
            return [.. unknown, .. await PlanEachAsync(names, new StateMachinePlanner(clients, request).PlanAsync, cancel)];
        }
        catch (AwsException exception) when (StateMachineAccess.IsOptional(exception, request.Selection) && !HasForwarder)
        {
            findings.Add(StateMachineAccess.Describe(exception));
            return [];
        }
    }

    private async Task<IEnumerable<ResourcePlan>> PlanEachAsync(
        IReadOnlyList<string> names, Func<string, CancellationToken, Task<ResourcePlan?>> plan, CancellationToken cancel)
    {
        Interlocked.Add(ref _total, names.Count);
        var plans = new ResourcePlan?[names.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancel };
        await Parallel.ForAsync(0, names.Count, options, async (i, stop) =>
        {
            plans[i] = await plan(names[i], stop);
            Interlocked.Increment(ref _done);
        });
        return plans.OfType<ResourcePlan>();
    }

    /// <summary>What the transform says of the settings alone, in each region.</summary>
    private List<Diagnostic> CheckSettings() =>
    [
        .. request.Selection.StateMachines.Count > 0 && !SelectsStateMachines
            ? [DeployedStateMachineDiagnostics.NoStepFunctionForwarder.For(DiagnosticTarget.Request)]
            : (Diagnostic[])[],
        .. session.Regions.SelectMany(region =>
        {
            var empty = TransformEvent.Write(region, session.Caller.Account, request.Settings, "", _ => { });
            using var result = MacroTransform.Run(empty, request.Settings.For(logGroup: null));
            return result.Diagnostics;
        }).DistinctBy(finding => finding.ToString()),
    ];
}
