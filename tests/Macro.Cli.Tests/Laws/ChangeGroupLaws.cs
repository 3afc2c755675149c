using FsCheck;
using FsCheck.Fluent;
using Macro.Cli.Changes;
using Macro.Core.Pipeline;
using Macro.Core.Tests.Support;

namespace Macro.Cli.Tests.Laws;

/// <summary>Groups of changes say the same as the changes of each resource: nothing is lost, added or given to another resource.</summary>
public sealed class ChangeGroupLaws
{
    private static readonly ChangeKind[] Kinds =
        [ChangeKind.Layer, ChangeKind.Handler, ChangeKind.Variable, ChangeKind.LogSubscription, ChangeKind.Policy, ChangeKind.Tag];

    [Fact]
    public void Groups_OfAnyChanges_SayTheSameOfEachResource() => Law.Holds(Gen.Choose(0, 6).SelectMany(Items), items =>
    {
        var groups = ChangeGroups.Of(items);

        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            var lines = groups.Where(group => group.Items.Contains(item))
                .SelectMany(group => group.Lines.Select(line => Expand(line, group, item)));
            lines.Select(line => $"{line}").Order().ShouldBe(item.Lines.Select(line => $"{line}").Order());
        }
        groups.ShouldAllBe(group => group.Items.Select(item => item.Kind).Distinct().Count() == 1);
        var all = groups.SelectMany(group => group.Variants).ToList();
        all.Where(variants => variants.SameAs is not null)
            .ShouldAllBe(variants => all.Any(other => other.Label == variants.SameAs && Covers(other, variants)));
    });

    private static bool Covers(ChangeVariants all, ChangeVariants some) =>
        some.Values.All(value => value.Names.All(name =>
            all.Values.Any(other => other.Value == value.Value && other.Names.Contains(name))));

    /// <summary>The change of one resource, as a reader takes it from the group.</summary>
    private static ChangeLine Expand(ChangeLine line, ChangeGroup group, ChangedItem item)
    {
        if (group.Items.Count == 1) return line;
        var label = line.Name is null ? line.Label : line.Kind == ChangeKind.Variable ? line.Name : $"{line.Label} {line.Name}";
        var variants = group.Variants.SingleOrDefault(variants => variants.Label.Split(", ").Contains(label) && Differs(line));
        var value = variants?.Values.Single(value => value.Names.Contains(item.Name)).Value;
        var isOwn = line.Kind is ChangeKind.LogSubscription or ChangeKind.Policy
            && line.Name?.StartsWith(ChangeGroups.Differs, StringComparison.Ordinal) == true;
        return line with
        {
            Name = isOwn ? item.Name + line.Name![1..] : line.Name,
            Before = line.Before == ChangeGroups.Differs ? value : line.Before,
            After = line is { After: ChangeGroups.Differs, Before: null } ? value : line.After,
        };
    }

    private static bool Differs(ChangeLine line) =>
        line.Before == ChangeGroups.Differs || line is { Before: null, After: ChangeGroups.Differs };

    private static Gen<IReadOnlyList<ChangedItem>> Items(int count) =>
        Gen.ListOf(Lines, count).Select(lists => (IReadOnlyList<ChangedItem>)
        [
            .. lists.Select((lines, i) => new ChangedItem($"F{i}", i % 3 == 2 ? "state machine" : "function", null,
                [.. lines.Select(line => line with { Name = line.Name?.Replace("OWN", $"F{i}", StringComparison.Ordinal) }).Distinct()])),
        ]);

    private static Gen<List<ChangeLine>> Lines =>
        Gen.Choose(0, 5).SelectMany(count => Gen.ListOf(Line, count)).Select(lines => lines.ToList());

    private static Gen<ChangeLine> Line =>
        from kind in Gen.Elements(Kinds)
        from name in Gen.Elements("A", "B", "OWNLogs", null)
        from before in Gen.Elements("x", "y", null)
        from after in Gen.Elements("x", "y", "z")
        select before == after
            ? new ChangeLine(kind, kind is ChangeKind.LogSubscription or ChangeKind.Policy or ChangeKind.Tag ? name : null, before, null)
            : new ChangeLine(kind, kind == ChangeKind.Handler || kind == ChangeKind.Layer ? null : name ?? "C", before, after);
}
