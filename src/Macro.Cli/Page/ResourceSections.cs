using Macro.Cli.Changes;
using Macro.Cli.Formatting;
using Macro.Cli.Rendering;

namespace Macro.Cli.Page;

/// <summary>The rows of resources, which expand to their details.</summary>
internal sealed class ResourceSections
{
    private readonly IReadOnlyList<ChangeGroup> _groups;
    private readonly ILookup<string, int> _groupsOf;
    private readonly Dictionary<string, string> _reasons;
    private readonly ResourceLinks _links;
    private readonly ResourceText _text;

    /// <param name="changes">The changes of the template.</param>
    /// <param name="groups">The groups of equal changes.</param>
    /// <param name="links">The anchors of the rows.</param>
    public ResourceSections(TemplateChanges changes, IReadOnlyList<ChangeGroup> groups, ResourceLinks links)
    {
        (_groups, _links, _text) = (groups, links, new(changes.File, changes.Secrets));
        _groupsOf = groups.SelectMany((group, i) => group.Items.Select(item => (item.Name, i)))
            .ToLookup(entry => entry.Name, entry => entry.i);
        _reasons = Coverage.Of(changes).SelectMany(kind => kind.Skipped)
            .SelectMany(reason => reason.Names.Select(name => (name, $"{reason.Reason}"))).ToDictionary();
    }

    /// <summary>The row of a resource of an instrumented kind.</summary>
    public Html Instrumented(ResourceChange resource, RowColumns columns) =>
        Write(resource, RowColumns.Class(resource.Kind!), columns.Type is null, columns.Cells(resource));

    /// <summary>The row of another resource that changes.</summary>
    public Html Other(ResourceChange resource) => Write(resource, "plain", true, null);

    /// <summary>The row of an added resource.</summary>
    public Html Added(ResourceAddition resource) => Html.Of($"""
        <details class="resource plain new" id="{_links.Anchor(resource.LogicalId)}" data-show="changed">
        <summary>{Name(resource.LogicalId, resource.Type)}
        {RowColumns.Cell("Changes", Html.Of($"new"))}
        {RowColumns.Cell("Warnings", null)}</summary>
        {SideBySide.Write("", ResourceText.Of(resource))}
        </details>

        """);

    private Html Write(ResourceChange resource, string kind, bool showsType, Html? cells)
    {
        var words = Words(
            resource.Warnings.Count > 0 ? "warnings" : null, resource.Changes.Count > 0 ? "changed" : null,
            resource.IsSkipped ? "skipped" : null);
        return Html.Of($"""
            <details class="resource {kind}" id="{_links.Anchor(resource.LogicalId)}" data-show="{words}">
            <summary>{Name(resource.LogicalId, showsType ? resource.Type : null, _reasons.GetValueOrDefault(resource.LogicalId))}
            {cells}
            {RowColumns.Cell("Changes", resource.Changes.Count > 0 ? Html.Of($"{resource.Changes.Count}") : null)}
            {RowColumns.Cell("Warnings", WarningCount(resource))}</summary>
            {resource.Warnings.Select(warning => Html.Of($"""<p class="warning">{warning}</p>"""))}
            {(resource.Changes.Count == 0 ? Html.Of($"<p>The macro does not change this resource.</p>") : Changes(resource))}
            </details>

            """);
    }

    /// <summary>The words by which rows are filtered.</summary>
    public static string Words(params string?[] words) => string.Join(' ', words.OfType<string>());

    private static Html? WarningCount(ResourceChange resource) =>
        resource.Warnings.Count > 0 ? Html.Of($"""<strong class="warning">{resource.Warnings.Count}</strong>""") : null;

    private Html Changes(ResourceChange resource)
    {
        var (before, after) = _text.Of(resource);
        return Html.Of($"""
            {Own(resource)}
            <div class="sides" aria-hidden="true"><span>Before</span><span>After</span></div>
            {SideBySide.Write(before, after)}
            """);
    }

    /// <summary>The changes that only this resource has, and links to those that it shares.</summary>
    private Html Own(ResourceChange resource)
    {
        var groups = _groupsOf[resource.LogicalId].ToList();
        var shared = groups.Where(index => GroupList.Has(_groups[index])).ToList();
        var own = groups.Except(shared).SelectMany(index => _groups[index].Lines).ToList();
        var links = Html.Of($"{shared.Select((index, i) => Html.Of($"{(i == 0 ? "" : "; ")}{Link(index)}"))}");
        var sentence = shared.Count == 0 ? null : Html.Of($"<p class=\"shared\">In common with others: {links}.</p>\n");
        return Html.Of($"{ChangeList.Write(own)}{sentence}");
    }

    private Html Link(int index)
    {
        var group = _groups[index];
        var size = Quantity.Text(group.Lines.Count, "change");
        return Html.Of($"""<a href="#{GroupList.Anchor(index)}">{size} of {Quantity.Text(group.Items.Count, group.Items[0].Kind)}</a>""");
    }

    private static Html Name(string logicalId, string? type, string? reason = null)
    {
        var details = reason is null ? type : $"{(type is null ? "" : $"{type}, ")}not instrumented: {reason}";
        var small = details is null ? null : Html.Of($" <small>{details}</small>");
        return Html.Of($"""<span class="name"><b>{logicalId}</b>{small}</span>""");
    }
}
