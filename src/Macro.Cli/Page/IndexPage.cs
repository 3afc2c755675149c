using Macro.Cli.Changes;
using Macro.Cli.Formatting;
using Macro.Cli.Preview;
using Macro.Cli.Rendering;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Page;

/// <summary>The index of the pages of many templates.</summary>
internal sealed class IndexPage
{
    private const int MaxNameLength = 80;

    /// <summary>How many findings of a template the index shows; the others are on its page.</summary>
    private const int MaxFindings = 20;

    private readonly List<(bool IsRejected, bool HasWarnings, Html Row)> _rows = [];

    /// <summary>Adds a template.</summary>
    /// <returns>The name of its page; null for a rejected template, which has none.</returns>
    public string? Add(TemplateChanges changes)
    {
        var page = changes.IsRejected ? null : PageName(changes.File.FileName, _rows.Count + 1);
        var hasWarnings = changes.Findings.Any(finding => finding.Severity == Severity.Warning);
        _rows.Add((changes.IsRejected, hasWarnings, Row(changes, page, _rows.Count + 1)));
        return page;
    }

    /// <summary>Writes the index: rejected templates first, then those with warnings, then the others.</summary>
    /// <param name="totals">The counts of all templates.</param>
    /// <param name="date">What the page says about its date; null for nothing.</param>
    public string Write(ChangesTotals totals, string? date)
    {
        var tools = PageDocument.Tools("Search: file, word of a summary or a warning, …",
            ("warnings", "With warnings or errors"), ("changed", "Changed"), ("rejected", "Rejected"));
        return PageDocument.Write("Templates", string.Join(". ", totals.Lines.Take(2)) + ".", FactList.Write(totals, date), Html.Of($"""
            {tools}
            {PageDocument.Table("Rejected templates, then those with warnings", "plain", [],
                [.. _rows.OrderByDescending(row => row.IsRejected).ThenByDescending(row => row.HasWarnings).Select(row => row.Row)])}
            """));
    }

    private static Html Row(TemplateChanges changes, string? page, int number)
    {
        var findings = changes.FoldedFindings;
        var (count, name) = (changes.Findings.Count(finding => finding.Severity >= Severity.Warning), changes.File.FileName);
        var link = page is null ? Html.Of($"<p>There is no page for a template that is rejected.</p>")
            : Html.Of($"""<p><a href="{page}">What the macro changes in {name}</a></p>""");
        var changed = changes.Resources.Count(resource => resource.Changes.Count > 0) + changes.Added.Count
            + changes.ChangedSections.Count();
        var words = ResourceSections.Words(
            count > 0 ? "warnings" : null, changed > 0 ? "changed" : null, changes.IsRejected ? "rejected" : null);
        return Html.Of($"""
            <details class="resource plain" id="r{number}" data-show="{words}">
            <summary><span class="name"><b>{name}</b> <small>{Summary(changes)}</small></span>
            {RowColumns.Cell("Changes", changed > 0 ? Html.Of($"{changed}") : null)}
            {RowColumns.Cell("Warnings", Count(changes))}</summary>
            {link}
            {findings.Take(MaxFindings).Select(finding => Paragraph(finding, name))}
            </details>

            """);
    }

    /// <summary>The summary; of a rejected template, why.</summary>
    private static string Summary(TemplateChanges changes) =>
        changes.IsRejected && changes.Findings.FirstOrDefault(finding => finding.Severity == Severity.Error) is { } error
            ? error.Message
            : changes.Summary;

    private static Html? Count(TemplateChanges changes)
    {
        var errors = changes.Findings.Count(finding => finding.Severity == Severity.Error);
        var warnings = changes.Findings.Count(finding => finding.Severity == Severity.Warning);
        var text = errors > 0 ? Quantity.Text(errors, "error") : $"{warnings}";
        return errors + warnings == 0 ? null : Html.Of($"""<strong class="warning">{text}</strong>""");
    }

    private static Html Paragraph(FoldedFinding finding, string fileName) =>
        Html.Of($"""<p class="warning">{finding.Describe(fileName)}</p>""");

    /// <summary>A name that every file system takes: the number of the template, and the plain letters of its own name.</summary>
    private static string PageName(string fileName, int number)
    {
        var letters = fileName.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' ? letter : '-');
        var name = string.Concat(letters).Trim('-', '.');
        return $"{number}-{(name.Length > MaxNameLength ? name[^MaxNameLength..] : name)}.html";
    }
}
