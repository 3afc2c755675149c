namespace Macro.Cli.Changes;

/// <summary>A value with the name under which its successor is looked for, both as people read them.</summary>
internal readonly record struct NamedValue(string Name, string Value)
{
    /// <summary>What was added, replaced and removed between two collections; the order in them does not count.</summary>
    public static IEnumerable<Change> Compare(ChangeKind kind, IEnumerable<NamedValue> before, IEnumerable<NamedValue> after)
    {
        var (old, now) = (before.ToHashSet(), after.Distinct().ToList());
        var gone = old.Except(now).ToList();
        foreach (var entry in now.Where(entry => !old.Contains(entry)))
        {
            var replaced = gone.FindIndex(candidate => candidate.Name == entry.Name);
            yield return new Change(kind, entry.Name, replaced < 0 ? null : gone[replaced].Value, entry.Value);
            if (replaced >= 0) gone.RemoveAt(replaced);
        }
        foreach (var entry in gone) yield return new Change(kind, entry.Name, entry.Value, null);
    }
}
