using System.Text;
using Macro.Cli.Deployed.Execution;
using Macro.Cli.Deployed.Planning;
using Macro.Cli.Rendering;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Deployed.Rendering;

/// <summary>A plan, and what became of it, as a comment or a page of a pipeline.</summary>
internal static class MarkdownPlan
{
    public static string Write(RunPlan plan, IReadOnlyList<ResourceOutcome>? outcomes)
    {
        var regions = string.Join(", ", plan.Regions.Select(MarkdownChanges.Code));
        var page = new StringBuilder($"### Account {plan.Account}, {regions}\n\n{PlanSummary.Of(plan)}\n\n");
        foreach (var finding in plan.Findings) page.Append($"- {finding.Severity.ToWord()} {MarkdownChanges.Code(finding.ToString())}\n");
        if (plan.Findings.Count > 0) page.Append('\n');
        if (plan.Resources.Count > 0) page.Append("| | resource | region | |\n|---|---|---|---|\n");
        foreach (var resource in plan.Resources)
        {
            var reasons = resource.Reasons.Concat(resource.Warnings).Select(reason => $"{reason.Code}: {reason.Message}");
            string[] cells = [resource.Name, resource.Region, string.Join(" ", reasons)];
            page.Append($"| {resource.Status.ToString().ToLowerInvariant()} | {string.Join(" | ", cells.Select(Cell))} |\n");
        }
        page.Append('\n');
        foreach (var section in MarkdownChanges.Groups(PlanSummary.Items(plan))) page.Append(section);
        if (outcomes is null) return page.ToString();
        page.Append($"{PlanSummary.Of(outcomes)}\n\n");
        foreach (var error in outcomes.Select(outcome => outcome.Error).OfType<Diagnostic>())
            page.Append($"- {MarkdownChanges.Code(error.ToString())}\n");
        return page.ToString();
    }

    /// <summary>Text in a table, in which a vertical bar would end the cell of a code span.</summary>
    private static string Cell(string text) =>
        text.Length == 0 ? "" : MarkdownChanges.HtmlCode(text).Replace("|", "&#124;", StringComparison.Ordinal);
}
