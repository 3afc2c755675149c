namespace Macro.Cli.Deployed.Engine;

/// <summary>What changes about the tags of a resource.</summary>
/// <param name="Remembered">The tags that are set first, since they contain what an uninstrumentation needs to know.</param>
/// <param name="Set">The tags that are added or replaced at the end.</param>
/// <param name="Removed">The keys of tags that are removed at the end.</param>
internal sealed record TagEdits(
    IReadOnlyDictionary<string, string> Remembered, IReadOnlyDictionary<string, string> Set, IReadOnlyList<string> Removed)
{
    /// <summary>No edits.</summary>
    public static TagEdits None { get; } = new(new Dictionary<string, string>(), new Dictionary<string, string>(), []);

    /// <summary>Whether nothing changes.</summary>
    public bool IsEmpty => Remembered.Count == 0 && Set.Count == 0 && Removed.Count == 0;

    /// <summary>The edits that lead from one set of tags to another.</summary>
    public static TagEdits Between(
        IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after,
        IReadOnlyDictionary<string, string> rememberedBefore, IReadOnlyDictionary<string, string> rememberedAfter) => new(
            Changed(rememberedBefore, rememberedAfter), Changed(before, after),
            [.. before.Keys.Where(key => !after.ContainsKey(key)), .. rememberedBefore.Keys.Where(key => !rememberedAfter.ContainsKey(
                key))]);

    /// <summary>The tags after the edits.</summary>
    public Dictionary<string, string> ApplyTo(IReadOnlyDictionary<string, string> before)
    {
        var tags = new Dictionary<string, string>(before);
        foreach (var (key, value) in Remembered.Concat(Set)) tags[key] = value;
        foreach (var key in Removed) tags.Remove(key);
        return tags;
    }

    private static Dictionary<string, string> Changed(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string,
        string> after) =>
        after.Where(tag => before.GetValueOrDefault(tag.Key) != tag.Value).ToDictionary(tag => tag.Key, tag => tag.Value);
}
