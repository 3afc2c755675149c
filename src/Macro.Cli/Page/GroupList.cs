using Macro.Cli.Changes;
using Macro.Cli.Rendering;

namespace Macro.Cli.Page;

/// <summary>The changes that several resources have in common, each once.</summary>
internal static class GroupList
{
    /// <summary>Whether a group is in the list. The changes of one resource are in its row.</summary>
    public static bool Has(ChangeGroup group) => group.Items.Count > 1;

    /// <summary>The anchor of a group.</summary>
    public static string Anchor(int index) => $"g{index + 1}";

    /// <summary>Writes the list; null when no changes are in common.</summary>
    public static Html? Write(IReadOnlyList<ChangeGroup> groups, IReadOnlyList<ChangedItem> items, ResourceLinks links)
    {
        var cards = groups.Select((group, i) => Has(group) ? Card(group, Anchor(i), items, links) : null).OfType<Html>().ToList();
        return cards.Count == 0 ? null : Html.Of($"""
            <section class="groups" aria-labelledby="groups">
            <h2 id="groups">Changes in common</h2>
            {cards}</section>

            """);
    }

    private static Html Card(ChangeGroup group, string anchor, IReadOnlyList<ChangedItem> items, ResourceLinks links)
    {
        var description = ChangeGroupText.Description(group) is { } text ? Html.Of($"<small>{text}</small>") : null;
        var isOfAll = group.Items.Count == items.Count(item => item.Kind == group.Items[0].Kind);
        var names = isOfAll ? null : Html.Of($"""
            <details class="names"><summary>{group.Items.Count} names</summary>{links.To(group.Items.Select(item => item.Name))}</details>

            """);
        return Html.Of($"""
            <article class="group" id="{anchor}" tabindex="-1">
            <h3>{ChangeGroupText.Heading(group, items)} {description}</h3>
            {names}{ChangeList.Write(group.Lines)}
            {group.Variants.Select(variants => Values(variants, links))}</article>

            """);
    }

    private static Html Values(ChangeVariants variants, ResourceLinks links) => variants.SameAs is not null
        ? Html.Of($"""<p class="values">{ChangeGroupText.Label(variants)}</p>""")
        : Html.Of($"""
            <details class="values"><summary>{variants.Label}: {variants.Values.Count} values</summary>
            <ul>{variants.Values.Select(value => Value(value.Value, value.Names, links))}</ul></details>

            """);

    private static Html Value(string value, IReadOnlyList<string> names, ResourceLinks links) =>
        Html.Of($"<li><code>{value}</code> <span>{links.To(names)}</span></li>\n");
}
