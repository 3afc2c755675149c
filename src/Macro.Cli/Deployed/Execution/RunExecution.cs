using Macro.Aws;
using Macro.Cli.Deployed.Access;
using Macro.Cli.Deployed.Messages;
using Macro.Cli.Deployed.Planning;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Deployed.Execution;

/// <summary>Applies a plan. One resource that fails does not stop the others, but several in a row do.</summary>
/// <param name="session">The access to AWS.</param>
/// <param name="planner">Plans a resource again that has changed meanwhile.</param>
/// <param name="concurrency">How many resources are changed at once.</param>
/// <param name="maxFailures">After how many failures in a row no further resource is begun.</param>
/// <param name="clock">Measures the delays.</param>
internal sealed class RunExecution(AwsSession session, RunPlanner planner, int concurrency, int maxFailures, TimeProvider clock)
{
    private int _done;
    private int _failuresInARow;

    /// <summary>The number of resources that are finished.</summary>
    public int Done => Volatile.Read(ref _done);

    /// <summary>Applies the plans of resources that change. A resource that is begun is finished, whatever is cancelled.</summary>
    /// <param name="plans">The plans.</param>
    /// <param name="cancel">Keeps further resources from being begun.</param>
    public async Task<IReadOnlyList<ResourceOutcome>> RunAsync(IReadOnlyList<ResourcePlan> plans, CancellationToken cancel)
    {
        var outcomes = new ResourceOutcome[plans.Count];
        await Parallel.ForAsync(0, plans.Count, new ParallelOptions { MaxDegreeOfParallelism = concurrency }, async (i, _) =>
        {
            var isStopped = cancel.IsCancellationRequested || Volatile.Read(ref _failuresInARow) >= maxFailures;
            var error = isStopped ? DeployedDiagnostics.NotStarted.For(new ResourceTarget(plans[i].Name)) : await ApplyAsync(plans[i]);
            outcomes[i] = new(plans[i], error);
            if (!isStopped) Count(error);
        });
        return outcomes;
    }

    private void Count(Diagnostic? error)
    {
        Interlocked.Increment(ref _done);
        if (error is null) Interlocked.Exchange(ref _failuresInARow, 0);
        else Interlocked.Increment(ref _failuresInARow);
    }

    private async Task<Diagnostic?> ApplyAsync(ResourcePlan plan)
    {
        try
        {
            return await ApplyOnceAsync(plan);
        }
        catch (AwsException exception) when (exception.Code == Precondition.Failed)
        {
            return await ApplyAgainAsync(plan);
        }
        catch (AwsException exception)
        {
            return Failed(plan, exception);
        }
    }

    /// <summary>Plans again, and applies the new plan if it does nothing that was not shown.</summary>
    private async Task<Diagnostic?> ApplyAgainAsync(ResourcePlan plan)
    {
        try
        {
            var again = await planner.PlanAgainAsync(plan, CancellationToken.None);
            if (again is null or { Status: PlanStatus.Refused or PlanStatus.Skipped })
                return again is { Reasons: [var reason, ..] } ? reason : DeployedDiagnostics.Outdated.For(new ResourceTarget(plan.Name));
            if (again.Lines.Except(plan.Lines).Any()) return DeployedDiagnostics.Outdated.For(new ResourceTarget(plan.Name));
            return again.Status == PlanStatus.Current ? null : await ApplyOnceAsync(again);
        }
        catch (AwsException exception)
        {
            return Failed(plan, exception);
        }
    }

    private Task<Diagnostic?> ApplyOnceAsync(ResourcePlan plan) => plan.Work switch
    {
        FunctionWork work => new FunctionApplier(session.In(plan.Region), work, clock).ApplyAsync(),
        StateMachineWork work => new StateMachineApplier(session.In(plan.Region), work, clock).ApplyAsync(),
        _ => throw new InvalidOperationException("Only a resource that changes is applied."),
    };

    private static Diagnostic Failed(ResourcePlan plan, AwsException exception) =>
        ErrorText.Describe(exception, plan.Name, plan.Region, plan.Work?.Values ?? []);
}
