using System.Text;
using Macro.Cli.Deployed.Access;
using Macro.Cli.Deployed.Execution;
using Macro.Cli.Deployed.Planning;
using Macro.Cli.Deployed.Plans;
using Macro.Cli.Deployed.Rendering;
using Macro.Cli.Hosting;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Deployed.Running;

/// <summary>One run of a command that may change deployed resources: plan, question, changes, summary.</summary>
/// <param name="host">The streams and the environment.</param>
/// <param name="session">The access to AWS.</param>
/// <param name="request">What the plan is made of.</param>
/// <param name="options">How the plan is shown and applied.</param>
/// <param name="concurrency">How many resources are worked on at once.</param>
internal sealed class DeployedRun(
    CommandHost host, AwsSession session, PlanRequest request, ApplyOptions options, int concurrency)
{
    private readonly RunPlanner _planner = new(session, request, concurrency, host.Clock);

    /// <summary>Plans, and applies the plan as the options say.</summary>
    /// <param name="review">Changes the plan before it is shown; <c>macro apply</c> compares it with its file.</param>
    /// <param name="cancel">Requested by Ctrl+C.</param>
    /// <returns>The exit status.</returns>
    public async Task<int> RunAsync(Func<RunPlan, RunPlan> review, CancellationToken cancel)
    {
        var planning = _planner.PlanAsync(cancel);
        await SlowProgress.Show(planning, "Reading", () => _planner.Done, () => Math.Max(1, _planner.Total), host);
        var plan = review(await planning);
        if (options.Format == "text") host.Print(TextPlan.Write(plan, host));
        if (options.PlanFile is { } file && !await WriteAsync(file, plan, cancel)) return ExitCode.Rejected;
        List<ResourcePlan> changing = [.. plan.Changing];
        var applies = changing.Count > 0 && !plan.Findings.Any(finding => finding.Severity == Severity.Error)
            && await ConfirmsAsync(changing.Count, cancel);
        if (!applies) return Finish(plan, changing.Count);
        var outcomes = await ApplyAsync(changing, cancel);
        Report(plan, outcomes);
        if (outcomes.Any(outcome => outcome.Error?.Kind == Messages.DeployedDiagnostics.NotStarted) && cancel.IsCancellationRequested)
            return ExitCode.Interrupted;
        return plan.HasErrors || outcomes.Any(outcome => outcome.Error is not null) ? ExitCode.Rejected : ExitCode.Success;
    }

    private int Finish(RunPlan plan, int changing)
    {
        if (options.Format == "json") host.Print(PlanJson.Write(plan, request, null));
        else if (options.Format == "markdown") host.Print(MarkdownPlan.Write(plan, null));
        if (changing > 0 && !options.IsDryRun) host.Error.WriteLine("Nothing is changed. Pass --yes to apply the plan.");
        if (plan.HasErrors) return ExitCode.Rejected;
        return changing > 0 && options.ReportsChanges ? ExitCode.Changed : ExitCode.Success;
    }

    /// <summary>Whether the plan is to be applied: by an option, or by the answer to a question.</summary>
    private async Task<bool> ConfirmsAsync(int changing, CancellationToken cancel)
    {
        if (options.IsDryRun) return false;
        if (options.IsConfirmed) return true;
        if (!host.InputIsTerminal) return false;
        host.Error.Write($"\nApply these changes to {(changing == 1 ? "one resource" : $"{changing} resources")}? Only yes is accepted: ");
        host.Error.Flush();
        using var reader = new StreamReader(host.Input, Encoding.UTF8, leaveOpen: true);
        return (await reader.ReadLineAsync(cancel))?.Trim() == "yes";
    }

    private async Task<IReadOnlyList<ResourceOutcome>> ApplyAsync(List<ResourcePlan> changing, CancellationToken cancel)
    {
        var execution = new RunExecution(session, _planner, concurrency, options.MaxFailures, host.Clock);
        var work = execution.RunAsync(changing, cancel);
        await SlowProgress.Show(work, "Changing", () => execution.Done, () => changing.Count, host);
        return await work;
    }

    private void Report(RunPlan plan, IReadOnlyList<ResourceOutcome> outcomes)
    {
        if (options.Format == "json") host.Print(PlanJson.Write(plan, request, outcomes));
        else if (options.Format == "markdown") host.Print(MarkdownPlan.Write(plan, outcomes));
        else host.Print($"{PlanSummary.Of(outcomes)}\n");
        foreach (var error in outcomes.Select(outcome => outcome.Error).OfType<Diagnostic>())
            host.Error.WriteLine($"error {PrintableText.From(error.ToString())}");
    }

    private async Task<bool> WriteAsync(string file, RunPlan plan, CancellationToken cancel)
    {
        try
        {
            await File.WriteAllTextAsync(file, PlanJson.Write(plan, request, null), cancel);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            host.PrintError($"{file}: the plan cannot be written: {exception.Message}");
            return false;
        }
    }
}
