using Macro.Cli.Changes;
using Macro.Cli.Rendering;
using Macro.Core.Pipeline;

namespace Macro.Cli.Page;

/// <summary>The cells of a kind's rows: a description, and of each highlight the values that not all rows have.</summary>
internal sealed class RowColumns
{
    private const string LayerMark = ":layer:";

    private readonly bool _hasDescription;
    private readonly List<(ChangeKind Kind, HashSet<string> Common)> _highlights;
    private readonly HashSet<string> _sharedResults;

    /// <param name="kind">The kind.</param>
    /// <param name="resources">All resources of this kind.</param>
    public RowColumns(ResourceKind kind, IReadOnlyList<ResourceChange> resources)
    {
        _hasDescription = resources.Any(resource => resource.Description is not null);
        var changed = resources.Where(resource => resource.Changes.Count > 0).ToList();
        _sharedResults = [.. changed.SelectMany(resource => resource.Changes)
            .Where(change => change.Sign == '~').GroupBy(change => change.After!).Where(same => same.Count() > 1).Select(same => same.Key)];
        Type = resources.Select(resource => resource.Type).Distinct().ToList() is [var single] && resources.Count > 1 ? single : null;
        _highlights =
        [
            .. kind.Highlights.Select(highlight => (Kind: highlight, Common: InAll(changed, highlight)))
                .Where(highlight => changed.Exists(resource => Values(resource, highlight.Kind).Except(highlight.Common).Any())),
        ];
    }

    /// <summary>The type that all resources have; null for several, or for one resource.</summary>
    public string? Type { get; }

    /// <summary>The headings.</summary>
    public IReadOnlyList<string> Labels => [.. _hasDescription ? ["Runtime"] : Array.Empty<string>(), .. _highlights.Select(Label)];

    /// <summary>The style of a kind's rows: <c>function</c>, <c>state-machine</c>.</summary>
    public static string Class(ResourceKind kind) => kind.Name.Replace(' ', '-');

    /// <summary>The cells of a row.</summary>
    public Html Cells(ResourceChange resource) => Html.Of($"""
        {(_hasDescription ? Cell("Runtime", resource.Description is { } description ? Html.Of($"{description}") : null) : null)}
        {_highlights.Select(highlight => Cell(Label(highlight), Codes([.. Values(resource, highlight.Kind).Except(highlight.Common)])))}
        """);

    /// <summary>A cell with its heading, which narrow windows show beside it.</summary>
    public static Html Cell(string label, Html? content) => content is null
        ? Html.Of($"""<span data-label="{label}" class="none">–</span>""")
        : Html.Of($"""<span data-label="{label}"><span>{content}</span></span>""");

    private static Html? Codes(IReadOnlyList<string> texts) =>
        texts.Count == 0 ? null : Html.Of($"{texts.Select(text => Html.Of($"<code>{text}</code> "))}");

    private static string Label((ChangeKind Kind, HashSet<string> Common) highlight) => highlight.Kind switch
    {
        ChangeKind.Layer => "Layers",
        ChangeKind.State => "Traced states",
        _ => highlight.Kind.ToString(),
    };

    /// <summary>The values that all resources have, if there are several.</summary>
    private HashSet<string> InAll(List<ResourceChange> resources, ChangeKind kind)
    {
        if (resources.Count < 2) return [];
        var common = Values(resources[0], kind).ToHashSet();
        foreach (var resource in resources) common.IntersectWith(Values(resource, kind));
        return common;
    }

    private IEnumerable<string> Values(ResourceChange resource, ChangeKind kind) =>
        resource.Changes.Where(change => change.Kind == kind).Select(Highlight).OfType<string>();

    private string? Highlight(ChangeLine change) => change.Kind switch
    {
        ChangeKind.Layer => change.After is null ? null : ShortLayer(change.After),
        ChangeKind.State => change.Name,
        // What the value becomes is in the list of common changes.
        _ => ChangeText.Of(change is { Before: not null, After: { } after } && _sharedResults.Contains(after)
            ? change with { After = null }
            : change),
    };

    private static string ShortLayer(string arn) =>
        arn.IndexOf(LayerMark, StringComparison.Ordinal) is var start and >= 0 ? arn[(start + LayerMark.Length)..] : arn;
}
