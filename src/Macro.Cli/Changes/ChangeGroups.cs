using Macro.Core.Pipeline;

namespace Macro.Cli.Changes;

/// <summary>Groups changes, so that what is equal for many resources is shown once, followed by the values that differ.</summary>
internal static class ChangeGroups
{
    /// <summary>Stands for a value that differs between the resources of a group, and for a resource's own name.</summary>
    public const string Differs = "…";

    /// <summary>Kinds of changes whose names the macro makes of logical ids.</summary>
    private static readonly ChangeKind[] NamedAfterResource = [ChangeKind.LogSubscription, ChangeKind.Policy];

    /// <summary>Returns the groups: by kind in the order of the first resources, then the largest first.</summary>
    public static IReadOnlyList<ChangeGroup> Of(IReadOnlyList<ChangedItem> items)
    {
        var entries = items.SelectMany((item, i) => item.Lines.Select((line, order) => new Entry(i, order, line, KeyOf(item, line))));
        var kinds = items.Select(item => item.Kind).Distinct().ToList();
        var earlier = new List<(string, Dictionary<int, string>)>();
        return
        [
            .. entries.GroupBy(entry => entry.Key).SelectMany(Parts)
                .GroupBy(part => string.Join(',', part.Owners))
                .Select(parts => (Parts: parts.ToList(), parts.First().Owners))
                .OrderBy(group => kinds.IndexOf(items[group.Owners[0]].Kind))
                .ThenByDescending(group => group.Owners.Count).ThenBy(group => group.Owners[0])
                .Select(group => CreateGroup([.. group.Owners.Select(i => items[i])], group.Parts, earlier)),
        ];
    }

    /// <summary>What lines have in common that differ at most in one value.</summary>
    private static LineKey KeyOf(ChangedItem item, ChangeLine line)
    {
        var name = line.Name;
        if (name is not null && NamedAfterResource.Contains(line.Kind) && name.StartsWith(item.Name, StringComparison.Ordinal))
            name = Differs + name[item.Name.Length..];
        return new(item.Kind, line.Kind, name, line.Sign, line.Sign == '~' ? line.After : null);
    }

    /// <summary>One part with a value that differs, or a part for each value.</summary>
    private static IEnumerable<Part> Parts(IGrouping<LineKey, Entry> same)
    {
        var entries = same.ToList();
        var values = entries.GroupBy(entry => entry.Value).ToList();
        // A function has several layers, and no names tell them apart.
        var isOnePerItem = same.Key.Change != ChangeKind.Layer && entries.DistinctBy(entry => entry.Item).Count() == entries.Count;
        if (values.Count > 1 && isOnePerItem) return [new Part(same.Key, entries, HasVariants: true)];
        return values.Select(value => new Part(same.Key, [.. value], HasVariants: false));
    }

    /// <summary>Creates a group.</summary>
    /// <param name="items">Its resources.</param>
    /// <param name="parts">Its changes.</param>
    /// <param name="earlier">The values that differ in earlier groups, which are not repeated.</param>
    private static ChangeGroup CreateGroup(
        IReadOnlyList<ChangedItem> items, List<Part> parts, List<(string Label, Dictionary<int, string> Values)> earlier)
    {
        var variants = parts.Where(part => part.HasVariants)
            .GroupBy(part => string.Join('\0', part.Entries.Select(entry => entry.Value)))
            .Select(equal => (
                Label: string.Join(", ", equal.Select(part => part.Label)),
                Values: equal.First().Entries.ToDictionary(entry => entry.Item, entry => entry.Value)))
            .ToList();
        var known = earlier.ToList();
        earlier.AddRange(variants);
        return new(
            items,
            [.. parts.OrderBy(part => part.Key.Change).ThenBy(part => part.Order).Select(part => part.Line)],
            [.. variants.Select(variant => CreateVariants(variant.Label, variant.Values, items, known))]);
    }

    private static ChangeVariants CreateVariants(
        string label, Dictionary<int, string> values, IReadOnlyList<ChangedItem> items,
        List<(string Label, Dictionary<int, string> Values)> earlier) => new(
        label,
        [
            .. values.Values.Zip(items).GroupBy(pair => pair.First)
                .Select(value => (value.Key, (IReadOnlyList<string>)[.. value.Select(pair => pair.Second.Name)])),
        ])
        {
            SameAs = values.Values.Any(value => value.Contains(ValueText.Mask, StringComparison.Ordinal))
                ? null
                : earlier.Find(other => values.All(value => other.Values.GetValueOrDefault(value.Key) == value.Value)).Label,
        };

    private sealed record LineKey(string Kind, ChangeKind Change, string? Name, char Sign, string? After);

    private sealed record Entry(int Item, int Order, ChangeLine Line, LineKey Key)
    {
        /// <summary>The value that may differ.</summary>
        public string Value => (Key.Sign == '+' ? Line.After : Line.Before) ?? "";
    }

    private sealed record Part(LineKey Key, List<Entry> Entries, bool HasVariants)
    {
        public IReadOnlyList<int> Owners => [.. Entries.Select(entry => entry.Item).Distinct()];

        public int Order => Entries[0].Order;

        public string Label
        {
            get
            {
                var kind = Entries[0].Line.Label;
                return Key.Name is null ? kind : Key.Change == ChangeKind.Variable ? Key.Name : $"{kind} {Key.Name}";
            }
        }

        /// <summary>The change, without the value that differs. That of one resource is as it is.</summary>
        public ChangeLine Line => Entries.Count == 1 ? Entries[0].Line
            : !HasVariants ? Entries[0].Line with { Name = Key.Name }
            : new(Key.Change, Key.Name, Key.Sign == '+' ? null : Differs, Key.Sign == '~' ? Key.After : Key.Sign == '-' ? null : Differs);
    }
}
