using Macro.Cli.Changes;
using Macro.Cli.Formatting;
using Macro.Cli.Hosting;
using Macro.Core.Diagnostics;
using Spectre.Console;

namespace Macro.Cli.Rendering;

/// <summary>
/// Shows the changes of a template on a terminal, or as plain lines in a pipe: warnings, how much is instrumented, and each change once for
/// all resources that have it.
/// </summary>
internal static class GroupedChanges
{
    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Warning = new(Color.Olive);

    /// <summary>The resources that change: functions, state machines, others.</summary>
    public static IReadOnlyList<ChangedItem> Items(TemplateChanges changes) =>
    [
        .. changes.Resources.Where(resource => resource.Changes.Count > 0)
            .OrderBy(resource => resource.Kind is { } kind ? changes.Kinds.ToList().IndexOf(kind) : int.MaxValue)
            .Select(resource => new ChangedItem(
                resource.LogicalId,
                resource.Kind?.Name ?? ChangedItem.Other,
                resource.Description is null ? resource.Type : $"{resource.Type}, {resource.Description}",
                resource.Changes)),
    ];

    /// <summary>The added resources by type: how many, and their names.</summary>
    public static IEnumerable<(string Type, string Names)> Added(TemplateChanges changes) =>
        changes.Added.GroupBy(resource => resource.Type, resource => resource.LogicalId).Select(type => (
            PrintableText.From(type.Count() == 1 ? type.Key : $"{type.Count()} × {type.Key}"),
            PrintableText.From(NameList.Text([.. type]))));

    /// <summary>Writes the changes. On a terminal, long lists of names and values are cut; a pipe gets all of them.</summary>
    public static string Write(TemplateChanges changes, CommandHost host)
    {
        using var text = new TerminalText(host);
        var (console, isBrief) = (text.Console, host.TerminalWidth is not null);
        foreach (var finding in changes.FoldedFindings)
            console.Write(new Text($"{finding.Describe(changes.File.FileName, isBrief)}\n\n", Warning));
        var coverage = Coverage.Of(changes);
        foreach (var kind in coverage) console.WriteLine(PrintableText.From($"{kind}"));
        if (coverage.Count > 0) console.WriteLine();
        ChangeGroupText.Write(console, Items(changes), isBrief);
        WriteAdded(console, changes);
        TextChanges.WriteSections(console, changes);
        console.WriteLine(changes.Summary);
        return text.ToString();
    }

    private static void WriteAdded(IAnsiConsole console, TemplateChanges changes)
    {
        if (changes.Added.Count == 0) return;
        console.Write(new Text("Added resources\n", Bold));
        var lines = TextChanges.Lines();
        foreach (var (type, names) in Added(changes)) TextChanges.AddLine(lines, '+', type, names);
        console.Write(lines);
        console.WriteLine();
    }
}
