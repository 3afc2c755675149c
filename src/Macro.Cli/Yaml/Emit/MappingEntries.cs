using Macro.Cli.Yaml.Source;

namespace Macro.Cli.Yaml.Emit;

/// <summary>The entries of a mapping by name, and those that are not members themselves and yet have lines.</summary>
internal sealed class MappingEntries
{
    private readonly SourceMapping _mapping;
    private readonly Dictionary<string, int> _indexes = [];
    private readonly Queue<int> _replaced = [];
    private int? _merge;

    public MappingEntries(SourceMapping mapping)
    {
        _mapping = mapping;
        foreach (var (index, entry) in mapping.Entries.Index())
        {
            if (entry.IsMerge)
                _merge = index;
            else if (entry.Winner is null)
                _indexes[entry.Name] = index;
            else
                _replaced.Enqueue(index);
        }
    }

    /// <summary>The index of the entry that has the value of a member; null where <c>&lt;&lt;</c> or nothing has it.</summary>
    public int? Find(string name) => _indexes.TryGetValue(name, out var index) ? index : null;

    /// <summary>Takes the entries before another one that a later key replaces.</summary>
    public IEnumerable<int> TakeReplaced(int before)
    {
        while (_replaced.TryPeek(out var index) && index < before)
            yield return _replaced.Dequeue();
    }

    /// <summary>Takes the lines of <c>&lt;&lt;</c>, once; null where there are none before an entry.</summary>
    public EntryLines? TakeMerge(int before = int.MaxValue)
    {
        if (_merge is not { } index || index >= before)
            return null;
        _merge = null;
        return _mapping.Layout!.Lines[index];
    }
}
