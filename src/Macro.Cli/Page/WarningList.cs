using Macro.Cli.Changes;
using Macro.Cli.Formatting;
using Macro.Cli.Preview;
using Macro.Cli.Rendering;

namespace Macro.Cli.Page;

/// <summary>The findings of a template, one entry for each cause, with links to the resources that have it.</summary>
internal static class WarningList
{
    /// <summary>How many causes, and how many names of a cause, are shown before a fold.</summary>
    private const int MaxShown = 6;

    /// <summary>Writes the list; null without findings.</summary>
    public static Html? Write(TemplateChanges changes, ResourceLinks links)
    {
        var entries = changes.FoldedFindings.OrderByDescending(finding => finding.First.Diagnostic.Severity)
            .Select(finding => Entry(finding, links)).ToList();
        if (entries.Count == 0) return null;
        var more = entries.Count <= MaxShown + 1 ? null : Html.Of($"""
            <details><summary>{entries.Count - MaxShown} more</summary>
            <ul>{entries.Skip(MaxShown)}</ul></details>

            """);
        return Html.Of($"""
            <section class="findings" aria-labelledby="findings">
            <h2 id="findings">{Quantity.Text(changes.Findings.Count, "warning")}</h2>
            <ul>{entries.Take(more is null ? entries.Count : MaxShown)}</ul>
            {more}</section>

            """);
    }

    private static Html Entry(FoldedFinding finding, ResourceLinks links)
    {
        var (position, diagnostic) = (finding.First.Position, finding.First.Diagnostic);
        return Html.Of($"""
            <li><p><b class="code">{diagnostic.Code}</b> {Subject(finding.First, links)}{diagnostic.Message}
             <small>line {position.Line}</small></p>
            {Others(finding, links)}</li>

            """);
    }

    private static Html? Subject(LocatedFinding finding, ResourceLinks links) =>
        finding.LogicalId is { } logicalId ? Html.Of($"{links.To(logicalId)}: ")
        : finding.Diagnostic.Subject is { } subject ? Html.Of($"{subject}: ") : null;

    private static Html? Others(FoldedFinding finding, ResourceLinks links)
    {
        var others = finding.Places.Skip(1).Select(place => place.LogicalId is { } logicalId ? links.To(logicalId)
            : Html.Of($"{place.Diagnostic.Subject ?? "the template"}")).ToList();
        if (others.Count == 0) return null;
        var names = Html.Of($"{others.Select((name, i) => i == 0 ? name : Html.Of($", {name}"))}");
        return others.Count <= MaxShown + 1
            ? Html.Of($"<p>The same holds for {names}.</p>\n")
            : Html.Of($"<details><summary>The same holds for {others.Count} others</summary><p>{names}</p></details>\n");
    }
}
