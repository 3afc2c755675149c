using Macro.Cli.Changes;
using Macro.Cli.Deployed.Execution;
using Macro.Cli.Deployed.Planning;
using Macro.Cli.Formatting;

namespace Macro.Cli.Deployed.Rendering;

/// <summary>A plan and a run in one line.</summary>
internal static class PlanSummary
{
    /// <summary>The resources that change, with their changes.</summary>
    public static IReadOnlyList<ChangedItem> Items(RunPlan plan) =>
        [.. plan.Changing.Select(resource => new ChangedItem(resource.Name, resource.Kind, resource.Description, resource.Lines))];

    /// <summary>The number of resources of each status.</summary>
    public static string Of(RunPlan plan)
    {
        if (plan.Resources.Count == 0) return "Nothing matches the selection.";
        var counts = plan.Resources.GroupBy(resource => resource.Status).ToDictionary(group => group.Key, group => group.Count());
        var changing = plan.Changing.GroupBy(resource => resource.Kind).Select(kind => Quantity.Text(kind.Count(), kind.Key));
        List<string> parts = [counts.ContainsKey(PlanStatus.Change) ? $"{string.Join(", ", changing)} to change" : "nothing to change"];
        if (counts.TryGetValue(PlanStatus.Current, out var current)) parts.Add($"{current} current");
        if (counts.TryGetValue(PlanStatus.Skipped, out var skipped)) parts.Add($"{skipped} skipped");
        if (counts.TryGetValue(PlanStatus.Refused, out var refused)) parts.Add($"{refused} refused");
        var text = string.Join("; ", parts);
        return $"{char.ToUpperInvariant(text[0])}{text[1..]}.";
    }

    /// <summary>What became of the resources.</summary>
    public static string Of(IReadOnlyList<ResourceOutcome> outcomes)
    {
        var done = outcomes.Where(outcome => outcome.Error is null).GroupBy(outcome => outcome.Plan.Kind)
            .Select(kind => Quantity.Text(kind.Count(), kind.Key)).DefaultIfEmpty("nothing");
        var notTried = outcomes.Count(outcome => outcome.Error?.Kind == Messages.DeployedDiagnostics.NotStarted);
        var failed = outcomes.Count(outcome => outcome.Error is not null) - notTried;
        var text = $"Changed {string.Join(", ", done)}";
        if (failed > 0) text += $"; {failed} failed";
        if (notTried > 0) text += $"; {notTried} not tried";
        return $"{text}.";
    }
}
