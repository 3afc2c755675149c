using Macro.Cli.Changes;
using Macro.Cli.Rendering;
using Macro.Core.Pipeline;

namespace Macro.Cli.Page;

/// <summary>What a page is about: stack, region, commit, layer versions, parameters.</summary>
internal static class FactList
{
    private const string RepositoryTag = "git.repository_url:";

    /// <summary>Writes the facts that are known.</summary>
    public static Html Write(TemplateChanges changes, string? date)
    {
        var facts = new List<Html?>();
        if (changes.Deployment is { } deployment)
        {
            facts.Add(Fact("Stack", deployment.StackName));
            facts.Add(Fact("Region", deployment.Region));
            facts.Add(Fact("Commit", deployment.Commit));
            if (deployment.Commit is not null) facts.Add(Fact("Repository", Repository(changes)));
        }
        facts.Add(Fact("Date", date));
        if (!changes.IsDeclared) facts.Add(Fact("Transform", "does not list the macro, so a deployment would not run it"));
        facts.AddRange(Coverage.Of(changes).Select(kind => Fact("Coverage", kind.ToString())));
        facts.Add(Chips("Layer versions", [.. changes.Layers.Select(layer =>
            (layer.Name, layer.IsPinned ? $"{layer.Version} (pinned by this release)" : layer.Version))]));
        facts.Add(Chips("Macro parameters", changes.Deployment?.Parameters ?? []));
        facts.Add(Chips("Template parameters", changes.Deployment?.TemplateParameters ?? []));
        return List(facts.OfType<Html>());
    }

    /// <summary>The date alone; null without one.</summary>
    public static Html? Date(string? date) => Fact("Date", date) is { } fact ? List([fact]) : null;

    private static Html List(IEnumerable<Html> facts) => Html.Of($"""
        <dl class="facts">
        {facts}</dl>

        """);

    private static Html? Fact(string label, string? text) => text is null ? null : Html.Of($"""
        <div><dt>{label}</dt><dd>{text}</dd></div>

        """);

    private static Html? Chips(string label, IReadOnlyList<(string Name, string Value)> entries)
    {
        var chips = entries.Select(entry => Html.Of($"<code>{entry.Name} <b>{entry.Value}</b></code> "));
        return entries.Count == 0 ? null : Html.Of($"""
            <div class="wide"><dt>{label}</dt><dd>{chips}</dd></div>

            """);
    }

    /// <summary>The repository as the macro tells Datadog, without the user of its URL.</summary>
    private static string? Repository(TemplateChanges changes)
    {
        var tags = changes.Resources.SelectMany(resource => resource.Changes)
            .Where(change => change is { Kind: ChangeKind.Variable, Name: "DD_TAGS", After: not null })
            .SelectMany(change => change.After!.Split(','));
        return tags.FirstOrDefault(tag => tag.StartsWith(RepositoryTag, StringComparison.Ordinal))?[RepositoryTag.Length..];
    }
}
