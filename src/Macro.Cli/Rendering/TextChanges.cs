using Macro.Cli.Changes;
using Macro.Cli.Hosting;
using Macro.Core.Diagnostics;
using Spectre.Console;

namespace Macro.Cli.Rendering;

/// <summary>Shows changes on a terminal, or as plain lines in a pipe.</summary>
internal static class TextChanges
{
    private static readonly Style Quiet = new(decoration: Decoration.Dim);
    private static readonly Style Warning = new(Color.Olive);

    public static string Write(TemplateChanges changes, CommandHost host)
    {
        using var text = new TerminalText(host);
        var console = text.Console;
        foreach (var resource in changes.Resources) WriteResource(console, resource);
        WriteAdded(console, changes.Added);
        WriteFindings(console, changes);
        WriteSections(console, changes);
        console.WriteLine(changes.Summary);
        return text.ToString();
    }

    private static void WriteResource(IAnsiConsole console, ResourceChange resource)
    {
        var unchanged = resource.Changes.Count == 0 ? "  unchanged" : "";
        console.Write(new Paragraph(PrintableText.From(resource.LogicalId), new Style(decoration: Decoration.Bold))
            .Append($"  {ChangeText.Subtitle(resource)}{unchanged}\n", Quiet));
        var lines = Lines();
        foreach (var change in resource.Changes) AddLine(lines, change.Sign, change.Label, ChangeText.Of(change));
        foreach (var warning in resource.Warnings) AddLine(lines, '!', "warning", PrintableText.From(warning));
        if (lines.Rows.Count > 0) console.Write(lines);
        console.WriteLine();
    }

    private static void WriteAdded(IAnsiConsole console, IReadOnlyList<ResourceAddition> added)
    {
        if (added.Count == 0) return;
        console.Write(new Text("Added resources\n", new Style(decoration: Decoration.Bold)));
        var lines = Lines();
        foreach (var resource in added) AddLine(lines, '+', PrintableText.From(resource.LogicalId), PrintableText.From(resource.Type));
        console.Write(lines);
        console.WriteLine();
    }

    private static void WriteFindings(IAnsiConsole console, TemplateChanges changes)
    {
        foreach (var finding in changes.GeneralFindings)
            console.Write(new Text($"{PrintableText.From(finding.Describe(changes.File))}\n\n", Warning));
    }

    /// <summary>Writes the changes outside of resources, and the notes before the summary.</summary>
    public static void WriteSections(IAnsiConsole console, TemplateChanges changes)
    {
        if (changes.ChangedSections.Any())
        {
            console.Write(new Text("Other sections\n", new Style(decoration: Decoration.Bold)));
            var lines = Lines();
            foreach (var change in changes.ChangedSections)
                AddLine(lines, change.Sign, PrintableText.From(change.Label), ChangeText.Of(change));
            console.Write(lines);
            console.WriteLine();
        }
        foreach (var note in changes.Notes) console.WriteLine(note);
    }

    /// <summary>An empty list of changes.</summary>
    public static Grid Lines() => new Grid()
        .AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(2, 0, 1, 0) })
        .AddColumn(new GridColumn { Padding = new Padding(0, 0, 2, 0) })
        .AddColumn(new GridColumn { Padding = new Padding(0) });

    /// <summary>Adds a change to a list.</summary>
    public static void AddLine(Grid lines, char sign, string label, string text)
    {
        var style = sign switch { '+' => new Style(Color.Green), '-' => new Style(Color.Maroon), _ => Warning };
        lines.AddRow(new Text($"{sign}", style), new Text(label, style), new Text(text));
    }
}
