using Macro.Cli.Changes;
using Macro.Cli.Formatting;
using Macro.Core.Diagnostics;
using Spectre.Console;

namespace Macro.Cli.Rendering;

/// <summary>Groups of changes as text, for templates and for deployed resources.</summary>
internal static class ChangeGroupText
{
    /// <summary>A group of almost all resources is named by those that it lacks, if these are so few.</summary>
    private const int MaxLacking = 3;

    /// <summary>How many values are shown where the first are enough.</summary>
    private const int MaxValues = 6;

    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Quiet = new(decoration: Decoration.Dim);

    /// <summary>The heading of a group: its name, or the number of resources and their names.</summary>
    /// <param name="group">The group.</param>
    /// <param name="all">All resources that change.</param>
    public static string Heading(ChangeGroup group, IReadOnlyList<ChangedItem> all)
    {
        if (group.Items.Count == 1) return group.Items[0].Name;
        var kind = group.Items[0].Kind;
        var count = Quantity.Text(group.Items.Count, kind);
        var lacking = all.Where(item => item.Kind == kind).Except(group.Items).Select(item => item.Name).ToList();
        // Nothing else says which other resources of the template change.
        if (lacking.Count == 0 && kind != ChangedItem.Other) return group.Items.Count == 2 ? $"Both {kind}s" : $"All {count}";
        return lacking.Count is > 0 and <= MaxLacking && !NameList.Fits(group.Items.Count)
            ? $"{count}, all but {string.Join(", ", lacking)}"
            : $"{count}: {NameList.Text([.. group.Items.Select(item => item.Name)])}";
    }

    /// <summary>What is said beside the heading: the description that all resources of a group have, if there is one.</summary>
    public static string? Description(ChangeGroup group) =>
        group.Items.Select(item => item.Description).Distinct().ToList() is [{ } description] ? description : null;

    /// <summary>What has the values that differ, and if they are shown above already, where.</summary>
    public static string Label(ChangeVariants variants) =>
        PrintableText.From(variants.SameAs is null ? $"{variants.Label}:" : $"{variants.Label}: the same as {variants.SameAs}");

    /// <summary>The values of a group that differ: each value with the names of the resources that have it.</summary>
    public static IEnumerable<(string Value, string Names)> Rows(ChangeVariants variants) => variants.SameAs is not null
        ? []
        : variants.Values.Select(value => (PrintableText.From(value.Value), PrintableText.From(NameList.Text(value.Names))));

    /// <summary>Writes groups.</summary>
    /// <param name="console">Receives them.</param>
    /// <param name="items">The resources that change.</param>
    /// <param name="isBrief">Whether the first of many values that differ are enough.</param>
    public static void Write(IAnsiConsole console, IReadOnlyList<ChangedItem> items, bool isBrief = false)
    {
        foreach (var group in ChangeGroups.Of(items))
        {
            console.Write(new Paragraph(PrintableText.From(Heading(group, items)), Bold)
                .Append(Description(group) is { } description ? $"  {PrintableText.From(description)}\n" : "\n", Quiet));
            var lines = TextChanges.Lines();
            foreach (var line in group.Lines) TextChanges.AddLine(lines, line.Sign, line.Label, ChangeText.Of(line));
            console.Write(lines);
            foreach (var variants in group.Variants) Write(console, variants, isBrief);
            console.WriteLine();
        }
    }

    private static void Write(IAnsiConsole console, ChangeVariants variants, bool isBrief)
    {
        console.Write(new Text($"    {Label(variants)}\n", Quiet));
        var rows = new Grid()
            .AddColumn(new GridColumn { Padding = new Padding(6, 0, 2, 0) }).AddColumn(new GridColumn { Padding = new Padding(0) });
        var values = Rows(variants).ToList();
        var shown = isBrief && values.Count > MaxValues + 1 ? MaxValues : values.Count;
        foreach (var (value, names) in values.Take(shown)) rows.AddRow(new Text(value), new Text(names, Quiet));
        if (shown < values.Count) rows.AddRow(new Text($"and {values.Count - shown} more"), new Text("--full shows all", Quiet));
        if (rows.Rows.Count > 0) console.Write(rows);
    }
}
