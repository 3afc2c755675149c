using System.Text;
using Macro.Cli.Changes;
using Macro.Cli.Rendering;
using Macro.Cli.Yaml;
using Macro.Core.Pipeline;

namespace Macro.Cli.Page;

/// <summary>The row of a resource, which expands to its details.</summary>
internal static class ResourceSection
{
    private const string LayerMark = ":layer:";

    /// <summary>The row of a resource of an instrumented kind, with a cell for its description and for each highlight.</summary>
    public static Html Instrumented(ResourceChange resource, ResourceKind kind, bool hasDescription) =>
        Write(resource, Class(kind), Html.Of($"""
        {(hasDescription ? Cell("Runtime", resource.Description is { } description ? Html.Of($"{description}") : null) : null)}
        {kind.Highlights.Select(highlight => Cell(Label(highlight), Codes(Values(resource, highlight))))}
        """));

    /// <summary>The style of a kind's rows: <c>function</c>, <c>state-machine</c>.</summary>
    public static string Class(ResourceKind kind) => kind.Name.Replace(' ', '-');

    /// <summary>The heading of a highlight's column.</summary>
    public static string Label(ChangeKind highlight) => highlight switch
    {
        ChangeKind.Layer => "Layers",
        ChangeKind.State => "Traced states",
        _ => highlight.ToString(),
    };

    public static Html Other(ResourceChange resource) => Write(resource, "plain", null);

    public static Html Added(ResourceAddition resource) => Html.Of($"""
        <details class="resource plain new" data-warnings="0">
        <summary>{Name(resource.LogicalId, resource.Type)}{Cell("Changes", Html.Of($"new"))}</summary>
        {SideBySide.Write("", Yaml(resource.Json))}
        </details>

        """);

    private static Html Write(ResourceChange resource, string kind, Html? cells) => Html.Of($"""
        <details class="resource {kind}" data-warnings="{resource.Warnings.Count}">
        <summary>{Name(resource.LogicalId, resource.Type)}
        {cells}
        {Cell("Changes", resource.Changes.Count > 0 ? Html.Of($"{resource.Changes.Count}") : null)}
        {Cell("Warnings", WarningCount(resource))}</summary>
        {resource.Warnings.Select(warning => Html.Of($"""<p class="warning">{warning}</p>"""))}
        {(resource.Changes.Count == 0 ? Html.Of($"<p>The macro does not change this resource.</p>") : Changes(resource))}
        </details>

        """);

    private static Html? WarningCount(ResourceChange resource) =>
        resource.Warnings.Count > 0 ? Html.Of($"""<strong class="warning">{resource.Warnings.Count}</strong>""") : null;

    private static Html Changes(ResourceChange resource) => Html.Of($"""
        <ul class="changes">{resource.Changes.Select(Item)}</ul>
        <div class="sides"><span>Before</span><span>After</span></div>
        {SideBySide.Write(Yaml(resource.Json.Before), Yaml(resource.Json.After))}
        """);

    private static Html Item(ChangeLine change)
    {
        var kind = change.Sign switch { '+' => "added", '-' => "removed", _ => "changed" };
        return Html.Of($"""
            <li class="{kind}"><span class="sign" title="{kind}">{$"{change.Sign}"}</span>
            <span class="kind">{change.Label}</span> <code>{ChangeText.Of(change)}</code></li>
            """);
    }

    private static Html Name(string logicalId, string type) =>
        Html.Of($"""<span class="name"><b>{logicalId}</b> <small>{type}</small></span>""");

    private static Html Cell(string label, Html? content) => content is null
        ? Html.Of($"""<span data-label="{label}" class="none">–</span>""")
        : Html.Of($"""<span data-label="{label}"><span>{content}</span></span>""");

    private static Html? Codes(IEnumerable<string> texts) =>
        texts.Any() ? Html.Of($"{texts.Select(text => Html.Of($"<code>{text}</code> "))}") : null;

    private static IEnumerable<string> Values(ResourceChange resource, ChangeKind kind) =>
        resource.Changes.Where(change => change.Kind == kind).Select(Highlight).OfType<string>();

    private static string? Highlight(ChangeLine change) => change.Kind switch
    {
        ChangeKind.Layer => change.After is null ? null : ShortLayer(change.After),
        ChangeKind.State => change.Name,
        _ => ChangeText.Of(change),
    };

    private static string ShortLayer(string arn) =>
        arn.IndexOf(LayerMark, StringComparison.Ordinal) is var start and >= 0 ? arn[(start + LayerMark.Length)..] : arn;

    private static string Yaml(ReadOnlyMemory<byte> json)
    {
        if (json.IsEmpty) return "";
        try
        {
            return CloudFormationYaml.Write(json);
        }
        catch (InvalidOperationException)
        {
            // JSON can escape a lone surrogate, which YAML cannot represent.
            return Encoding.UTF8.GetString(json.Span);
        }
    }
}
