namespace Macro.Cli.Yaml.Source;

/// <summary>The lines of a block collection. Each line from its first entry to its last belongs to exactly one entry.</summary>
/// <param name="Column">The indentation of keys or dashes in characters.</param>
/// <param name="Lines">The lines of each entry.</param>
internal sealed record BlockLayout(int Column, IReadOnlyList<EntryLines> Lines)
{
    /// <summary>Finds the lines of each entry.</summary>
    /// <returns>Null when an entry shares its lines with others: flow collections, explicit keys, unusual line breaks.</returns>
    public static BlockLayout? Find(string text, IReadOnlyList<SourceEntry> entries)
    {
        if (entries.Count == 0 || !entries.All(entry => entry.HasIndicator))
            return null;
        var column = TextLines.ColumnOf(text, entries[0].Head.Start);
        var lines = new List<EntryLines>(entries.Count);
        for (var index = 0; index < entries.Count; index++)
        {
            var next = index + 1 < entries.Count ? entries[index + 1].Head.Start : (int?)null;
            if (LinesOf(text, entries[index], lines.LastOrDefault(), next, column) is not { } found)
                return null;
            lines.Add(found);
        }
        return new(column, lines);
    }

    private static EntryLines? LinesOf(string text, SourceEntry entry, EntryLines? previous, int? next, int column)
    {
        var lineStart = TextLines.StartOf(text, entry.Head.Start);
        if (entry.Head.Start - lineStart != column || (previous is not null && !TextLines.IsIndent(text, lineStart, entry.Head.Start)))
            return null;
        if (previous is not null && previous.End > lineStart)
            return null;
        var isInline = previous is null && !TextLines.IsIndent(text, lineStart, entry.Head.Start);
        var contentEnd = TextLines.EndOf(text, entry.Value.Span.End);
        var end = next is null ? contentEnd : TextLines.SkipDeeperComments(text, contentEnd, TextLines.StartOf(text, next.Value), column);
        return new(previous?.End ?? (isInline ? entry.Head.Start : lineStart), isInline ? entry.Head.Start : lineStart, contentEnd, end);
    }
}
