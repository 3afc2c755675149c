using Macro.Cli.Formatting;
using Macro.Core.Pipeline;

namespace Macro.Cli.Changes;

/// <summary>How many resources of a kind are instrumented, and why the others are not.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Total">The number of resources of this kind.</param>
/// <param name="Skipped">Those that are left alone, by reason.</param>
internal sealed record Coverage(ResourceKind Kind, int Total, IReadOnlyList<(string Reason, IReadOnlyList<string> Names)> Skipped)
{
    /// <summary>What functions that are container images have as a description.</summary>
    private const string ContainerImage = "container image";

    public int Instrumented => Total - Skipped.Sum(reason => reason.Names.Count);

    /// <summary>The coverage of each kind that the template contains.</summary>
    public static IReadOnlyList<Coverage> Of(TemplateChanges changes)
    {
        var codes = changes.Findings.ToLookup(finding => finding.LogicalId, finding => finding.Diagnostic.Code);
        return [.. changes.Kinds.Select(kind => Of(kind, [.. changes.Resources.Where(resource => resource.Kind == kind)], codes))];
    }

    /// <summary>One sentence: <c>27 of 30 functions instrumented; not: Render (container image), Old (excluded)</c>.</summary>
    public override string ToString()
    {
        var noun = Total == 1 ? Kind.Name : Kind.PluralName;
        var skipped = Skipped.Select(reason => $"{NameList.Text(reason.Names)} ({reason.Reason})");
        return $"{Instrumented} of {Total} {noun} instrumented{(Skipped.Count > 0 ? $"; not: {string.Join(", ", skipped)}" : "")}";
    }

    private static Coverage Of(ResourceKind kind, List<ResourceChange> resources, ILookup<string?, string> codes) => new(
        kind,
        resources.Count,
        [
            .. resources.Where(resource => resource.IsSkipped)
                .GroupBy(resource => Reason(resource, codes), resource => resource.LogicalId)
                .Select(reason => (reason.Key, (IReadOnlyList<string>)[.. reason])),
        ]);

    /// <summary>A resource with a diagnostic is skipped for that; another is excluded, or the settings have nothing for its kind.</summary>
    private static string Reason(ResourceChange resource, ILookup<string?, string> codes) =>
        codes[resource.LogicalId].FirstOrDefault() is { } code ? code
        : resource.Description == ContainerImage ? ContainerImage
        : resource.Kind!.Highlights.Contains(ChangeKind.Handler) ? "excluded"
        : "excluded, or no forwarder is set";
}
