using Macro.Cli.Templates.Reading;

namespace Macro.Cli.Yaml.Source;

/// <summary>Resolves the key <c>&lt;&lt;</c>. Source: https://yaml.org/type/merge.html</summary>
internal static class MergeKeys
{
    /// <summary>Whether the value of <c>&lt;&lt;</c> is a mapping or a list of mappings, directly or through aliases.</summary>
    public static bool CanMerge(SourceNode value) => value switch
    {
        SourceAlias alias => CanMerge(alias.Target),
        SourceSequence { Function: null } list => list.Entries.All(item => IsMapping(item.Value)),
        _ => IsMapping(value),
    };

    /// <summary>
    /// The members of a mapping, with the merged members in the place of <c>&lt;&lt;</c>. A mapping's own members take precedence over
    /// merged ones, and earlier merged mappings over later ones.
    /// </summary>
    /// <exception cref="TemplateFileException">The expansion exceeds its budget.</exception>
    public static IReadOnlyList<SourceEntry> Expand(SourceMapping mapping, ExpansionBudget budget)
    {
        if (!mapping.Entries.Any(entry => entry.IsMerge))
            return mapping.EffectiveEntries;
        var taken = mapping.EffectiveEntries.Where(entry => !entry.IsMerge).Select(entry => entry.Name).ToHashSet();
        return
        [
            .. mapping.EffectiveEntries.SelectMany(entry =>
                entry.IsMerge ? Merged(entry.Value, budget).Where(found => taken.Add(found.Name)) : [entry]),
        ];
    }

    private static IEnumerable<SourceEntry> Merged(SourceNode value, ExpansionBudget budget)
    {
        budget.Charge(value);
        return value switch
        {
            SourceAlias alias => Merged(alias.Target, budget),
            SourceSequence list => list.Entries.SelectMany(item => Merged(item.Value, budget)),
            _ => Expand((SourceMapping)value, budget),
        };
    }

    private static bool IsMapping(SourceNode value) =>
        (value is SourceAlias alias ? alias.Target : value) is SourceMapping { Function: null };
}
