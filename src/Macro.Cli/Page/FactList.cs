using Macro.Cli.Changes;
using Macro.Cli.Rendering;
using Macro.Core.Pipeline;

namespace Macro.Cli.Page;

/// <summary>What a page is about: stack, region, commit, layer versions, parameters.</summary>
internal static class FactList
{
    private const string RepositoryTag = "git.repository_url:";

    /// <summary>How many characters of a commit hash are shown.</summary>
    private const int MaxHashLength = 12;

    /// <summary>The facts that are known.</summary>
    public static Html? Write(TemplateChanges changes, string? date)
    {
        var (deployment, coverage) = (changes.Deployment, Coverage.Of(changes));
        return List(
        [
            Fact("Stack", deployment?.StackName),
            Fact("Region", deployment?.Region),
            Fact("Commit", deployment?.Commit is { } hash ? hash[..Math.Min(hash.Length, MaxHashLength)] : null),
            Fact("Repository", deployment?.Commit is null ? null : Repository(changes)),
            Fact("Date", date),
            Fact("Coverage", coverage.Count > 0 ? string.Join(". ", coverage) : null),
            Fact("Transform", changes.IsDeclared ? null : "does not list the macro, so a deployment would not run it"),
        ]);
    }

    /// <summary>The date, and the codes of all findings, each as a link that searches for it; null without any.</summary>
    public static Html? Write(ChangesTotals totals, string? date)
    {
        var codes = totals.Codes.Select(code => Html.Of($"""<a href="#q={code.Code}"><code>{code.Code} <b>{code.Count}</b></code></a> """));
        return List(
        [
            Fact("Date", date),
            !totals.Codes.Any() ? null : Html.Of($"""
                <div class="wide"><dt>Findings</dt><dd>{codes}</dd></div>

                """),
        ]);
    }

    /// <summary>The layer versions and parameters; null without any.</summary>
    public static Html? Settings(TemplateChanges changes) => List(
    [
        Chips("Layer versions", [.. changes.Layers.Select(layer =>
            (layer.Name, layer.IsPinned ? $"{layer.Version} (pinned by this release)" : layer.Version))]),
        Chips("Macro parameters", changes.Deployment?.Parameters ?? []),
        Chips("Template parameters", changes.Deployment?.TemplateParameters ?? []),
    ]);

    private static Html? List(Html?[] facts) => facts.OfType<Html>().ToList() is not { Count: > 0 } known ? null : Html.Of($"""
        <dl class="facts">
        {known}</dl>

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
