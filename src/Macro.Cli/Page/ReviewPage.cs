using System.Security.Cryptography;
using System.Text;
using Macro.Cli.Changes;
using Macro.Cli.Rendering;
using Macro.Core.Configuration;
using Macro.Core.Pipeline;

namespace Macro.Cli.Page;

/// <summary>A self-contained HTML page for reviewers. Its Content-Security-Policy blocks all external resources.</summary>
internal static class ReviewPage
{
    private static readonly Html Style = Asset("review.css");
    private static readonly Html Script = Asset("review.js");

    private static readonly string Policy =
        $"default-src 'none'; style-src '{Hash(Style)}'; script-src '{Hash(Script)}'; base-uri 'none'; form-action 'none'";

    public static string Write(TemplateChanges changes) => Document(changes.File.FileName, changes.Summary, Html.Of($"""
        {changes.GeneralFindings.Select(finding => Html.Of($"""<p class="warning">{finding.Describe(changes.File)}</p>"""))}
        {Tools("Search: name, runtime, layer, variable, …")}
        {changes.Kinds.Select(kind => KindTable(kind, changes)).OfType<Html>()}
        {Table("Other resources", "plain", [], changes.Resources.Where(resource => resource.Kind is null).Select(ResourceSection.Other))}
        {Table("Added resources", "plain", [], changes.Added.Select(ResourceSection.Added))}
        """));

    /// <summary>A page with the style and the script of all pages.</summary>
    /// <param name="title">Its heading.</param>
    /// <param name="summary">A line below the heading.</param>
    /// <param name="main">Its content.</param>
    public static string Document(string title, string summary, Html main) => Html.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{Policy}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <title>{title} · Macro</title>
        <style>{Style}</style>
        </head>
        <body>
        <header>
        <p class="eyebrow">What the macro changes · version {MacroVersion.Text}</p>
        <h1>{title}</h1>
        <p>{summary}</p>
        </header>
        <main>
        {main}
        </main>
        <footer>{ValueText.Mask} stands for values that nobody but the template may show, {ChangedParts.Unchanged} for values that do not
         change.</footer>
        <script>{Script}</script>
        </body>
        </html>

        """).Markup;

    /// <summary>The search box and the buttons.</summary>
    /// <param name="hint">What can be searched for.</param>
    public static Html Tools(string hint) => Html.Of($"""
        <search class="tools">
        <input type="search" id="search" placeholder="{hint}"
         aria-label="Search" autocomplete="off" spellcheck="false">
        <label><input type="checkbox" id="warnings"> With warnings only</label>
        <button type="button" id="expand">Expand all</button>
        <output id="found" aria-live="polite"></output>
        </search>
        """);

    private static Html? KindTable(ResourceKind kind, TemplateChanges changes)
    {
        var resources = changes.Resources.Where(resource => resource.Kind == kind).ToList();
        var hasDescription = resources.Exists(resource => resource.Description is not null);
        var title = char.ToUpperInvariant(kind.PluralName[0]) + kind.PluralName[1..];
        string[] columns = [.. hasDescription ? ["Runtime"] : Array.Empty<string>(), .. kind.Highlights.Select(ResourceSection.Label)];
        var rows = resources.Select(resource => ResourceSection.Instrumented(resource, kind, hasDescription));
        return Table(title, ResourceSection.Class(kind), columns, rows);
    }

    /// <summary>A section with a row for each resource or template; null without rows.</summary>
    public static Html? Table(string title, string kind, string[] columns, IEnumerable<Html> rows) => !rows.Any() ? null : Html.Of($"""
        <section>
        <h2>{title}</h2>
        <div class="columns {kind}" aria-hidden="true">{Headings(["Name", .. columns, "Changes", "Warnings"])}</div>
        {rows}</section>

        """);

    private static Html Headings(string[] columns) => Html.Of($"{columns.Select(column => Html.Of($"<span>{column}</span>"))}");

    private static string Hash(Html asset) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(asset.Markup)))}";

    private static Html Asset(string name)
    {
        using var reader = new StreamReader(typeof(ReviewPage).Assembly.GetManifestResourceStream(name)!);
        return new Html(reader.ReadToEnd());
    }
}
