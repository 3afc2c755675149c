using Macro.Cli.Changes;
using Macro.Cli.Rendering;
using Macro.Cli.Yaml;

namespace Macro.Cli.Page;

/// <summary>The row of a resource, which opens to everything that is known of it.</summary>
internal static class ResourceSection
{
    public static Html Write(ResourceChange resource) => Html.Of($"""
        <details class="resource" data-warnings="{resource.Warnings.Count}">
        <summary><span class="name"><b>{resource.LogicalId}</b> <small>{resource.Type}</small></span>
        <span data-label="Runtime">{resource.Runtime ?? "–"}</span>
        <span data-label="Layers">{Layers(resource)}</span>
        <span data-label="Handler">{Handler(resource)}</span>
        <span data-label="Changes">{Count(resource.Changes.Count)}</span>
        <span data-label="Warnings">{(resource.Warnings.Count == 0 ? Html.Of($"–") : Html.Of($"""<strong class="warning">{resource.Warnings.Count}</strong>"""))}</span></summary>
        {resource.Warnings.Select(warning => Html.Of($"""<p class="warning">{warning}</p>"""))}
        {(resource.Changes.Count == 0 ? null : Html.Of($"""<ul class="changes">{resource.Changes.Select(Item)}</ul>"""))}
        {SideBySideOf(Yaml(resource.Json.Before), Yaml(resource.Json.After))}
        </details>

        """);

    public static Html Write(AddedResource resource) => Html.Of($"""
        <details class="resource added" data-warnings="0">
        <summary><span class="name"><b>{resource.LogicalId}</b> <small>{resource.Type}</small></span>
        <span data-label="Changes"><strong class="new">new</strong></span></summary>
        {SideBySideOf("", Yaml(resource.Json))}
        </details>

        """);

    private static Html Layers(ResourceChange resource)
    {
        var layers = resource.Changes.Where(change => change.Kind == ChangeKind.Layer).Select(change => change.After).OfType<string>();
        return Html.Of($"{layers.Select(arn => Html.Of($"<code>{arn[(arn.IndexOf(":layer:", StringComparison.Ordinal) is var start and >= 0 ? start + ":layer:".Length : 0)..]}</code> "))}");
    }

    private static Html? Handler(ResourceChange resource) =>
        resource.Changes.FirstOrDefault(change => change.Kind == ChangeKind.Handler) is { } handler ? Html.Of($"<code>{ChangeText.Of(handler)}</code>") : Html.Of($"–");

    private static string Count(int changes) => changes == 0 ? "unchanged" : $"{changes}";

    private static Html Item(Change change) =>
        Html.Of($"""<li class="{Class(change)}"><span class="sign">{$"{change.Sign}"}</span> <span class="kind">{change.Label}</span> <code>{ChangeText.Of(change)}</code></li>""");

    private static string Class(Change change) => change.Sign switch { '+' => "added", '-' => "removed", _ => "changed" };

    private static Html SideBySideOf(string before, string after) => Html.Of($"""
        <div class="sides"><span>Before</span><span>After</span></div>{SideBySide.Write(before, after)}
        """);

    private static string Yaml(ReadOnlyMemory<byte> json) => CloudFormationYaml.Write(json);
}
