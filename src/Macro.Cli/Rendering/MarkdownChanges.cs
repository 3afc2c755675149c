using System.Text;
using System.Text.RegularExpressions;
using Macro.Cli.Changes;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Rendering;

/// <summary>Writes changes as a comment on a pull request.</summary>
internal static partial class MarkdownChanges
{
    /// <summary>GitHub rejects comments longer than 65,536 characters. The difference leaves room for text that a workflow adds.</summary>
    public const int LongestComment = 60_000;

    /// <summary>The changes of a template.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="isFull">Whether each resource has its own section, instead of one for equal changes.</param>
    public static string Write(TemplateChanges changes, bool isFull)
    {
        var page = new StringBuilder($"### {Code(changes.File.FileName)}\n\n{changes.Summary}\n\n");
        WriteFindings(page, changes, isFull);
        if (!isFull && !changes.IsRejected) WriteCoverage(page, changes);
        foreach (var note in changes.Notes) page.Append($"{note}\n\n");
        List<string> sections = [.. isFull ? changes.Resources.Select(Section) : Groups(GroupedChanges.Items(changes))];
        if (changes.Added.Count > 0) sections.Add(Added(changes, isFull));
        var others = changes.ChangedSections.Select(Line).ToList();
        if (others.Count > 0) sections.Add(Details($"Other sections</b>: {others.Count}", "", others));
        var shown = 0;
        while (shown < sections.Count && page.Length + sections[shown].Length <= LongestComment) page.Append(sections[shown++]);
        if (shown < sections.Count)
        {
            page.Append($"{sections.Count - shown} more of {sections.Count} sections do not fit into a comment; ");
            page.Append("`macro diff` shows them all.\n");
        }
        return page.ToString();
    }

    /// <summary>A folded section for each group of changes.</summary>
    public static IEnumerable<string> Groups(IReadOnlyList<ChangedItem> items) => ChangeGroups.Of(items).Select(group =>
    {
        var description = ChangeGroupText.Description(group) is { } text ? $" {HtmlCode(text)}" : "";
        var variants = group.Variants.SelectMany(variants => ChangeGroupText.Rows(variants)
            .Select(row => $"    {row.Value}  {row.Names}").Prepend($"  {ChangeGroupText.Label(variants)}"));
        var heading = HtmlCode(ChangeGroupText.Heading(group, items));
        return Details($"{heading}</b>{description}", "", group.Lines.Select(Line).Concat(variants));
    });

    private static void WriteFindings(StringBuilder page, TemplateChanges changes, bool isFull)
    {
        var findings = isFull
            ? [.. changes.GeneralFindings.Select(finding => finding.Describe(changes.File))]
            : changes.FoldedFindings.Select(finding => finding.Describe(changes.File.FileName)).ToList();
        var lines = findings.Select(finding => $"- {Code(finding)}\n").ToList();
        var shown = 0;
        while (shown < lines.Count && page.Length + lines[shown].Length <= LongestComment / 2) page.Append(lines[shown++]);
        if (shown < lines.Count) page.Append($"- {lines.Count - shown} more, which `macro validate` shows\n");
        if (lines.Count > 0) page.Append('\n');
    }

    private static void WriteCoverage(StringBuilder page, TemplateChanges changes)
    {
        var coverage = Coverage.Of(changes);
        foreach (var kind in coverage) page.Append($"- {Code($"{kind}")}\n");
        if (coverage.Count > 0) page.Append('\n');
    }

    private static string Section(ResourceChange resource)
    {
        var count = resource.Changes.Count switch { 0 => "unchanged", 1 => "1 change", var more => $"{more} changes" };
        var warnings = string.Concat(resource.Warnings.Select(warning => $"- {Code(warning)}\n"));
        var mark = warnings.Length > 0 ? " ⚠️" : "";
        var summary = $"{HtmlCode(resource.LogicalId)}</b> {HtmlCode(ChangeText.Subtitle(resource))}: {count}{mark}";
        return Details(summary, warnings, resource.Changes.Select(Line));
    }

    /// <summary>A line of a diff, where <c>!</c> marks what changes.</summary>
    public static string Line(ChangeLine change) =>
        $"{(change.Sign == '~' ? '!' : change.Sign)} {change.Label + " ",-10}{ChangeText.Of(change)}";

    private static string Added(TemplateChanges changes, bool isFull) => Details(
        $"Added resources</b>: {changes.Added.Count}",
        "",
        isFull
            ? changes.Added.Select(resource => $"+ {PrintableText.From(resource.LogicalId)} {PrintableText.From(resource.Type)}")
            : GroupedChanges.Added(changes).Select(added => $"+ {added.Type}  {added.Names}"));

    /// <summary>A folded section with a list of changes.</summary>
    public static string Details(string summary, string warnings, IEnumerable<string> lines)
    {
        var text = string.Join('\n', lines);
        var fence = Fence(text, 3);
        string[] parts = [warnings, text.Length > 0 ? $"{fence}diff\n{text}\n{fence}\n" : ""];
        return $"<details><summary><b>{summary}</summary>\n\n{string.Join('\n', parts.Where(part => part.Length > 0))}\n</details>\n\n";
    }

    /// <summary>The same as <see cref="Code"/> where a code span does not work: in HTML and in tables.</summary>
    public static string HtmlCode(string text) => $"<code>{Html.Encode(text)}</code>";

    /// <summary>A code span, in which GitHub makes no links of names, addresses and numbers of issues, and mentions nobody.</summary>
    public static string Code(string text)
    {
        var fence = Fence(text, 1);
        return $"{fence} {PrintableText.From(text)} {fence}";
    }

    /// <summary>Returns a fence that is longer than any run of backticks in the text.</summary>
    private static string Fence(string text, int least) =>
        new('`', Backticks().Matches(text).Select(run => run.Length + 1).Append(least).Max());

    [GeneratedRegex("`+")]
    private static partial Regex Backticks();
}
