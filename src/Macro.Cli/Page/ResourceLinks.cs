using Macro.Cli.Changes;
using Macro.Cli.Rendering;

namespace Macro.Cli.Page;

/// <summary>Links to the rows of resources. The anchors are numbers, since a name may be any text.</summary>
internal sealed class ResourceLinks
{
    private readonly Dictionary<string, int> _numbers = [];

    public ResourceLinks(TemplateChanges changes)
    {
        var added = changes.Added.Select(resource => resource.LogicalId);
        foreach (var name in changes.Resources.Select(resource => resource.LogicalId).Concat(added))
            _numbers.TryAdd(name, _numbers.Count + 1);
    }

    /// <summary>The anchor of a resource's row.</summary>
    public string Anchor(string logicalId) => $"r{_numbers[logicalId]}";

    /// <summary>A name, as a link if the page has a row for it.</summary>
    public Html To(string logicalId) => _numbers.TryGetValue(logicalId, out var number)
        ? Html.Of($"""<a href="#r{number}">{logicalId}</a>""")
        : Html.Of($"{logicalId}");

    /// <summary>Several names.</summary>
    public Html To(IEnumerable<string> logicalIds) =>
        Html.Of($"{logicalIds.Select((name, i) => i == 0 ? To(name) : Html.Of($", {To(name)}"))}");
}
