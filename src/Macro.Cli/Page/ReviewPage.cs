using Macro.Cli.Changes;
using Macro.Cli.Rendering;
using Macro.Core.Pipeline;

namespace Macro.Cli.Page;

/// <summary>
/// A self-contained HTML page for reviewers: what it is about, warnings, changes that resources have in common, and a row for each resource
/// with what is its own.
/// </summary>
internal static class ReviewPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="date">What the page says about its date; null for nothing, so that equal input gives equal pages.</param>
    public static string Write(TemplateChanges changes, string? date = null)
    {
        var (items, links) = (GroupedChanges.Items(changes), new ResourceLinks(changes));
        var groups = ChangeGroups.Of(items);
        var sections = new ResourceSections(changes, groups, links);
        Html[] others = [.. changes.Resources.Where(resource => resource.Kind is null).Select(sections.Other)];
        return PageDocument.Write(changes.File.FileName, changes.Summary, FactList.Write(changes, date), Html.Of($"""
            {WarningList.Write(changes, links)}
            {FactList.Settings(changes)}
            {PageDocument.Tools("Search: name, runtime, layer, variable, …",
                ("warnings", "With warnings"), ("changed", "Changed or new"), ("skipped", "Not instrumented"))}
            {GroupList.Write(groups, items, links)}
            {changes.Kinds.Select(kind => KindTable(kind, changes, sections)).OfType<Html>()}
            {PageDocument.Table("Other resources", "plain", [], others)}
            {PageDocument.Table("Added resources", "plain", [], [.. changes.Added.Select(sections.Added)])}
            {OtherSections(changes)}
            """));
    }

    /// <summary>The changes outside of resources; null without any.</summary>
    private static Html? OtherSections(TemplateChanges changes) => changes.Sections.Count == 0 ? null : Html.Of($"""
        <section class="groups" aria-labelledby="sections">
        <h2 id="sections">Other sections</h2>
        <article class="group">{ChangeList.Write(changes.Sections)}</article>
        </section>

        """);

    private static Html? KindTable(ResourceKind kind, TemplateChanges changes, ResourceSections sections)
    {
        var resources = changes.Resources.Where(resource => resource.Kind == kind).ToList();
        var title = char.ToUpperInvariant(kind.PluralName[0]) + kind.PluralName[1..];
        var columns = new RowColumns(kind, resources);
        return PageDocument.Table(title, RowColumns.Class(kind), columns.Labels,
            [.. resources.Select(resource => sections.Instrumented(resource, columns))], columns.Type);
    }
}
