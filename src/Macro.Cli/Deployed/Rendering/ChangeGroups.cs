using Macro.Cli.Changes;
using Macro.Cli.Deployed.Planning;
using Macro.Cli.Formatting;

namespace Macro.Cli.Deployed.Rendering;

/// <summary>Equal changes of several resources.</summary>
/// <param name="Resources">The resources that have them.</param>
/// <param name="Lines">The changes.</param>
internal sealed record ChangeGroup(IReadOnlyList<ResourcePlan> Resources, IReadOnlyList<ChangeLine> Lines);

/// <summary>Groups the changes of a plan, so that what is equal for many resources is said once.</summary>
internal static class ChangeGroups
{
    private const int MaxNames = 6;

    /// <summary>The groups: the largest first, then in the order of the resources.</summary>
    public static IReadOnlyList<ChangeGroup> Of(IReadOnlyList<ResourcePlan> changing)
    {
        var owners = new Dictionary<ChangeLine, List<int>>();
        for (var i = 0; i < changing.Count; i++)
        {
            foreach (var line in changing[i].Lines)
            {
                if (!owners.TryGetValue(line, out var list)) owners[line] = list = [];
                list.Add(i);
            }
        }
        return
        [
            .. owners.GroupBy(owner => string.Join(',', owner.Value), owner => owner)
                .Select(group => (Indexes: group.First().Value, Lines: group.Select(owner => owner.Key)))
                .OrderByDescending(group => group.Indexes.Count).ThenBy(group => group.Indexes[0])
                .Select(group => new ChangeGroup(
                    [.. group.Indexes.Select(i => changing[i])], [.. group.Lines.OrderBy(line => line.Kind)])),
        ];
    }

    /// <summary>The heading of a group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="total">The number of resources that change.</param>
    public static string Heading(ChangeGroup group, int total)
    {
        if (group.Resources.Count == 1) return group.Resources[0].Name;
        var kinds = group.Resources.Select(resource => resource.Kind).Distinct().ToList();
        var count = Quantity.Text(group.Resources.Count, kinds.Count == 1 ? kinds[0] : "resource");
        if (group.Resources.Count == total) return $"All {count}";
        var names = string.Join(", ", group.Resources.Take(MaxNames).Select(resource => resource.Name));
        return group.Resources.Count > MaxNames ? $"{count}: {names} and {group.Resources.Count - MaxNames} more" : $"{count}: {names}";
    }
}
