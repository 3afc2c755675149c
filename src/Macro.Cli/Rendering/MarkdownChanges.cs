using System.Text;
using System.Text.RegularExpressions;
using Macro.Cli.Changes;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Rendering;

/// <summary>Writes changes as a comment on a pull request.</summary>
internal static partial class MarkdownChanges
{
    /// <summary>GitHub rejects comments longer than 65,536 characters. The difference leaves room for text that a workflow adds.</summary>
    private const int LongestComment = 60_000;

    public static string Write(TemplateChanges changes)
    {
        var page = new StringBuilder($"### {Code(changes.File.FileName)}\n\n{changes.Summary}\n\n");
        if (changes.PinnedLayers is { } pinned) page.Append($"{pinned}\n\n");
        foreach (var finding in changes.GeneralFindings) page.Append($"- {Code(finding.Describe(changes.File))}\n");
        if (changes.GeneralFindings.Any()) page.Append('\n');
        var sections = changes.Resources.Select(Section).ToList();
        if (changes.Added.Count > 0) sections.Add(Added(changes.Added));
        var shown = 0;
        while (shown < sections.Count && page.Length + sections[shown].Length <= LongestComment) page.Append(sections[shown++]);
        if (shown < sections.Count)
        {
            page.Append($"{sections.Count - shown} more of {sections.Count} sections do not fit into a comment; ");
            page.Append("`macro diff` shows them all.\n");
        }
        return page.ToString();
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

    private static string Added(IReadOnlyList<ResourceAddition> added) => Details($"Added resources</b>: {added.Count}", "",
        added.Select(resource => $"+ {PrintableText.From(resource.LogicalId)} {PrintableText.From(resource.Type)}"));

    /// <summary>A folded section with a list of changes.</summary>
    public static string Details(string summary, string warnings, IEnumerable<string> lines)
    {
        var text = string.Join('\n', lines);
        var fence = Fence(text, 3);
        string[] parts = [warnings, text.Length > 0 ? $"{fence}diff\n{text}\n{fence}\n" : ""];
        return $"<details><summary><b>{summary}</summary>\n\n{string.Join('\n', parts.Where(part => part.Length > 0))}\n</details>\n\n";
    }

    private static string HtmlCode(string text) => $"<code>{Html.Encode(text)}</code>";

    /// <summary>A code span, in which GitHub makes no links of names, addresses and numbers of issues, and mentions nobody.</summary>
    private static string Code(string text)
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
