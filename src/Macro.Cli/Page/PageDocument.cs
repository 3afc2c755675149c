using System.Security.Cryptography;
using System.Text;
using Macro.Cli.Changes;
using Macro.Cli.Rendering;
using Macro.Core.Configuration;

namespace Macro.Cli.Page;

/// <summary>What all pages have in common. The Content-Security-Policy blocks all external resources.</summary>
internal static class PageDocument
{
    private static readonly Html Style = Asset("review.css");
    private static readonly Html Script = Asset("review.js");

    private static readonly string Policy =
        $"default-src 'none'; style-src '{Hash(Style)}'; script-src '{Hash(Script)}'; base-uri 'none'; form-action 'none'";

    /// <summary>A page with the style and the script of all pages.</summary>
    /// <param name="title">Its heading.</param>
    /// <param name="summary">A line below the heading.</param>
    /// <param name="head">More below that line.</param>
    /// <param name="main">Its content.</param>
    public static string Write(string title, string summary, Html? head, Html main) => Html.Of($"""
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
        <p class="summary">{summary}</p>
        {head}</header>
        <main>
        {main}
        </main>
        <footer>
        <p>{ValueText.Mask} stands for values that nobody but the template may show, {ChangedParts.Unchanged} for values that do not
         change, and in a list of equal changes for values that differ.</p>
        <p class="keys"><kbd>/</kbd> search <kbd>j</kbd> <kbd>k</kbd> next, previous row <kbd>Enter</kbd> open or close
         <kbd>e</kbd> all <kbd>Esc</kbd> clear the filters</p>
        </footer>
        <script>{Script}</script>
        </body>
        </html>

        """).Markup;

    /// <summary>The search box, the filter and the buttons.</summary>
    /// <param name="hint">What can be searched for.</param>
    /// <param name="filters">The filters: the word that rows have for it, and its label.</param>
    public static Html Tools(string hint, params (string Word, string Label)[] filters) => Html.Of($"""
        <search class="tools">
        <input type="search" id="search" placeholder="{hint}"
         aria-label="Search" autocomplete="off" spellcheck="false">
        <select id="show" aria-label="Show"><option value="">All rows</option>{filters.Select(filter =>
            Html.Of($"""<option value="{filter.Word}">{filter.Label}</option>"""))}</select>
        <button type="button" id="expand">Expand all</button>
        <output id="found" aria-live="polite"></output>
        </search>

        """);

    /// <summary>A section with a row for each resource or template; null without rows.</summary>
    /// <param name="title">Its heading.</param>
    /// <param name="kind">Its style.</param>
    /// <param name="columns">The headings of the columns between the name and the counts.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="type">The type that all of them have; null for none.</param>
    public static Html? Table(
        string title, string kind, IReadOnlyCollection<string> columns, IReadOnlyCollection<Html> rows, string? type = null) =>
        rows.Count == 0 ? null : Html.Of($"""
        <section class="table columns-{columns.Count}">
        <h2>{title}{(type is null ? null : Html.Of($" <small>{type}</small>"))}</h2>
        <div class="columns {kind}" aria-hidden="true">{Headings(["Name", .. columns, "Changes", "Warnings"])}</div>
        {rows}</section>

        """);

    private static Html Headings(string[] columns) => Html.Of($"{columns.Select(column => Html.Of($"<span>{column}</span>"))}");

    private static string Hash(Html asset) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(asset.Markup)))}";

    private static Html Asset(string name)
    {
        using var reader = new StreamReader(typeof(PageDocument).Assembly.GetManifestResourceStream(name)!);
        return new Html(reader.ReadToEnd());
    }
}
