using Macro.Cli.Formatting;
using Macro.Core.Pipeline;

namespace Macro.Cli.Changes;

/// <summary>How many resources of a kind are instrumented, and why the others are not.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Total">The number of resources of this kind.</param>
/// <param name="Skipped">Those that are left alone, by reason.</param>
internal sealed record Coverage(ResourceKind Kind, int Total, IReadOnlyList<(CoverageReason Reason, IReadOnlyList<string> Names)> Skipped)
{
    public int Instrumented => Total - Skipped.Sum(reason => reason.Names.Count);

    /// <summary>The coverage of each kind that the template contains.</summary>
    public static IReadOnlyList<Coverage> Of(TemplateChanges changes) =>
        [.. changes.Kinds.Select(kind => Of(kind, [.. changes.Resources.Where(resource => resource.Kind == kind)]))];

    /// <summary>
    /// One sentence: <c>27 of 30 functions instrumented; not: Render (container image, DD346), Old (excluded, DD344)</c>.
    /// </summary>
    public override string ToString()
    {
        var noun = Total == 1 ? Kind.Name : Kind.PluralName;
        var skipped = Skipped.Select(reason => $"{NameList.Text(reason.Names)} ({reason.Reason})");
        return $"{Instrumented} of {Total} {noun} instrumented{(Skipped.Count > 0 ? $"; not: {string.Join(", ", skipped)}" : "")}";
    }

    private static Coverage Of(ResourceKind kind, List<ResourceChange> resources) => new(
        kind,
        resources.Count,
        [
            .. resources.Where(resource => resource.IsSkipped)
                .GroupBy(resource => new CoverageReason(resource.SkipReason), resource => resource.LogicalId)
                .Select(reason => (reason.Key, (IReadOnlyList<string>)[.. reason])),
        ]);
}
