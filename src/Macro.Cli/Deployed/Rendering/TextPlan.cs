using Macro.Cli.Deployed.Planning;
using Macro.Cli.Hosting;
using Macro.Cli.Rendering;
using Macro.Core.Diagnostics;
using Spectre.Console;

namespace Macro.Cli.Deployed.Rendering;

/// <summary>A plan for a terminal or a pipe.</summary>
internal static class TextPlan
{
    private static readonly Style Quiet = new(decoration: Decoration.Dim);

    public static string Write(RunPlan plan, CommandHost host)
    {
        using var text = new TerminalText(host);
        var console = text.Console;
        var where = $"{(plan.Regions.Count == 1 ? "region" : "regions")} {string.Join(", ", plan.Regions)}";
        console.Write(new Text($"{PrintableText.From($"Account {plan.Account}, {plan.Caller}, {where}")}\n\n"));
        foreach (var finding in plan.Findings) console.Write(new Text(
            $"{finding.Severity.ToWord()} {PrintableText.From(finding.ToString())}\n"));
        if (plan.Findings.Count > 0) console.WriteLine();
        if (plan.Resources.Count > 0) WriteResources(console, plan);
        ChangeGroupText.Write(console, PlanSummary.Items(plan));
        console.WriteLine(PlanSummary.Of(plan));
        return text.ToString();
    }

    private static void WriteResources(IAnsiConsole console, RunPlan plan)
    {
        var grid = new Grid().AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(2, 0, 2, 0) });
        for (var i = 0; i < 3; i++) grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 2, 0) });
        foreach (var resource in plan.Resources)
        {
            var where = plan.Regions.Count > 1 ? $" ({resource.Region})" : "";
            var reasons = resource.Reasons.Concat(resource.Warnings).Select(reason => $"{reason.Code}: {reason.Message}");
            grid.AddRow(
                new Text(resource.Status.ToString().ToLowerInvariant(), StyleOf(resource.Status)),
                new Text(PrintableText.From(resource.Name + where)),
                new Text(PrintableText.From(resource.Description ?? resource.Kind), Quiet),
                new Text(PrintableText.From(string.Join(" ", reasons))));
        }
        console.Write(grid);
        console.WriteLine();
    }

    private static Style StyleOf(PlanStatus status) => status switch
    {
        PlanStatus.Change => new Style(Color.Green),
        PlanStatus.Skipped => new Style(Color.Olive),
        PlanStatus.Refused => new Style(Color.Maroon),
        _ => Quiet,
    };
}
