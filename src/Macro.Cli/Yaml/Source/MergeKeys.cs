namespace Macro.Cli.Yaml.Source;

/// <summary>Resolves the key <c>&lt;&lt;</c>. Source: https://yaml.org/type/merge.html</summary>
internal static class MergeKeys
{
    /// <summary>
    /// The members of a mapping with those that it merges in, these at the place of <c>&lt;&lt;</c>. A mapping's own members
    /// win over merged ones, earlier merged mappings over later ones.
    /// </summary>
    /// <exception cref="TemplateFileException">What is merged is not a mapping, or the expansion exceeds its budget.</exception>
    public static IReadOnlyList<SourceEntry> Expand(MappingNode mapping, ExpansionBudget budget)
    {
        if (!mapping.Entries.Any(entry => entry.IsMerge))
            return mapping.Entries;
        var taken = mapping.Entries.Where(entry => !entry.IsMerge).Select(entry => entry.Name).ToHashSet();
        return [.. mapping.Entries.SelectMany(entry => entry.IsMerge ? Merged(entry.Value, budget).Where(found => taken.Add(found.Name)) : [entry])];
    }

    private static IEnumerable<SourceEntry> Merged(SourceNode value, ExpansionBudget budget)
    {
        budget.Charge(value);
        return value switch
        {
            AliasNode alias => Merged(alias.Target, budget),
            MappingNode { Function: null } mapping => Expand(mapping, budget),
            SequenceNode { Function: null } list => list.Entries.SelectMany(item => Merged(item.Value, budget)),
            _ => throw budget.NotMergeable(value),
        };
    }
}
