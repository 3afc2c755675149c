using Macro.Cli.Formatting;
using Macro.Cli.Preview;
using Macro.Cli.Templates;
using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Cli.Changes;

/// <summary>The changes that the macro would make to a template, with secrets masked.</summary>
/// <param name="File">The template.</param>
internal sealed record TemplateChanges(TemplateFile File)
{
    /// <summary>The outcome for a file that is not a template.</summary>
    public static TemplateChanges Unreadable(string fileName, IEnumerable<LocatedFinding> findings) => new(new UnreadableFile(fileName))
    {
        IsRejected = true,
        Findings = [.. findings.Select(found => new Finding(JsonPath.Root, found.Diagnostic) { Position = found.Position })],
    };

    /// <summary>The deployment that is compared; null when the template did not reach the macro.</summary>
    public DeploymentFacts? Deployment { get; init; }

    /// <summary>Texts that may not be shown; null when there are no changes to show.</summary>
    public Secrets? Secrets { get; init; }

    /// <summary>Whether the template lists the macro; true for a file that is not a template.</summary>
    public bool IsDeclared { get; init; } = true;

    /// <summary>Whether the macro rejects the template; <see cref="Findings"/> then has the errors.</summary>
    public bool IsRejected { get; init; }

    /// <summary>Every function and state machine, and each other resource that changes, in the order of the template.</summary>
    public IReadOnlyList<ResourceChange> Resources { get; init; } = [];

    /// <summary>The instrumented resource kinds that the template contains, in display order.</summary>
    public IReadOnlyList<ResourceKind> Kinds { get; init; } = [];

    /// <summary>The resources that the macro adds, in the order of the template.</summary>
    public IReadOnlyList<ResourceAddition> Added { get; init; } = [];

    /// <summary>The changes outside of resources: outputs, conditions, and the macro's report in the metadata.</summary>
    public IReadOnlyList<ChangeLine> Sections { get; init; } = [];

    /// <summary>The layer versions that functions use.</summary>
    public IReadOnlyList<UsedLayer> Layers { get; init; } = [];

    /// <summary>Sentences that are shown before the summary: the pinned layer versions, and the report.</summary>
    public IEnumerable<string> Notes
    {
        get
        {
            var pinned = Layers.Where(layer => layer.IsPinned).Select(layer => $"{layer.Name} {layer.Version}").ToList();
            if (pinned.Count > 0) yield return $"Pinned layer versions: {string.Join(", ", pinned)}.";
            if (IsChanged && Sections.Any(ReportLine.Is)) yield return "Writes the macro's report to Metadata.DatadogServerless.";
        }
    }

    /// <summary>All findings, including those of single resources.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The findings that belong to none of the <see cref="Resources"/>.</summary>
    public IEnumerable<Finding> GeneralFindings
    {
        get
        {
            var shown = Resources.Select(resource => resource.LogicalId).ToHashSet();
            return Findings.Where(finding => finding.LogicalId is not { } logicalId || !shown.Contains(logicalId));
        }
    }

    /// <summary>All findings, those with one cause folded.</summary>
    public IReadOnlyList<FoldedFinding> FoldedFindings => FoldedFinding.Of(Findings.Select(finding => finding.In(File)));

    /// <summary>The changes outside of resources that change the stack: all but the report.</summary>
    public IEnumerable<ChangeLine> ChangedSections => Sections.Where(line => !ReportLine.Is(line));

    /// <summary>Whether any part of the template changes but the report.</summary>
    public bool IsChanged => Added.Count > 0 || ChangedSections.Any() || Resources.Any(resource => resource.Changes.Count > 0);

    /// <summary>One line with the number of changed resources, added resources and warnings.</summary>
    public string Summary
    {
        get
        {
            if (File is UnreadableFile) return $"Not compared: {Quantity.Text(CountOf(Severity.Error), "error")}.";
            var warnings = Quantity.Text(CountOf(Severity.Warning), "warning");
            if (IsRejected) return $"The macro rejects this template: {Quantity.Text(CountOf(Severity.Error), "error")}, {warnings}.";
            if (!IsChanged) return $"The macro changes {(Sections.Count > 0 ? "only its report in Metadata" : "nothing")}: {warnings}.";
            var changed = Resources.Where(resource => resource.Changes.Count > 0).ToList();
            var kinds = Kinds.Where(kind => changed.Exists(resource => resource.Kind == kind))
                .Select(kind => Quantity.Text(changed.Count(resource => resource.Kind == kind), kind.Name));
            var others = changed.Count(resource => resource.Kind is null);
            if (others > 0) kinds = kinds.Append(Quantity.Text(others, ChangedItem.Other));
            var changedText = string.Join(", ", kinds.Concat(CountsOf(line => line.Sign != '+')).DefaultIfEmpty("nothing"));
            var added = CountsOf(line => line.Sign == '+').Prepend(Quantity.Text(Added.Count, "resource"));
            return $"Changes {changedText}; adds {string.Join(", ", added)}; {warnings}.";
        }
    }

    /// <summary>The numbers of some changes outside of resources: <c>1 output</c>.</summary>
    private IEnumerable<string> CountsOf(Func<ChangeLine, bool> isCounted) => ChangedSections.Where(isCounted)
        .GroupBy(line => line.Label).Select(same => Quantity.Text(same.Count(), same.Key));

    private int CountOf(Severity severity) => Findings.Count(finding => finding.Severity == severity);
}
