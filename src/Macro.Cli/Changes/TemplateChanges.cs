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

    /// <summary>The layer versions that functions use.</summary>
    public IReadOnlyList<UsedLayer> Layers { get; init; } = [];

    /// <summary>One line with the layers whose version is pinned; null when none is.</summary>
    public string? PinnedLayers =>
        Layers.Where(layer => layer.IsPinned).Select(layer => $"{layer.Name} {layer.Version}").ToList() is { Count: > 0 } pinned
            ? $"Pinned layer versions: {string.Join(", ", pinned)}."
            : null;

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

    /// <summary>Whether any resource changes or is added. The report in the template's metadata does not count.</summary>
    public bool IsChanged => Added.Count > 0 || Resources.Any(resource => resource.Changes.Count > 0);

    /// <summary>One line with the number of changed resources, added resources and warnings.</summary>
    public string Summary
    {
        get
        {
            var warnings = Quantity.Text(CountOf(Severity.Warning), "warning");
            if (IsRejected) return $"The macro rejects this template: {Quantity.Text(CountOf(Severity.Error), "error")}, {warnings}.";
            if (!IsChanged) return $"The macro changes nothing: {warnings}.";
            var changed = Resources.Where(resource => resource.Changes.Count > 0).ToList();
            var kinds = Kinds.Where(kind => changed.Exists(resource => resource.Kind == kind))
                .Select(kind => Quantity.Text(changed.Count(resource => resource.Kind == kind), kind.Name));
            var others = changed.Count(resource => resource.Kind is null);
            if (others > 0) kinds = kinds.Append(Quantity.Text(others, "other resource"));
            var changedText = string.Join(", ", kinds.DefaultIfEmpty("nothing"));
            return $"Changes {changedText}; adds {Quantity.Text(Added.Count, "resource")}; {warnings}.";
        }
    }

    private int CountOf(Severity severity) => Findings.Count(finding => finding.Severity == severity);
}
