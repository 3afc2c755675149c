using DiffPlex;

namespace Macro.Cli.Page;

/// <summary>A line of two texts side by side.</summary>
/// <param name="Before">The line of the first text; null where a line was added.</param>
/// <param name="After">The line of the second text; null where a line was removed.</param>
internal readonly record struct LinePair(string? Before, string? After)
{
    public bool IsSame => Before == After;
}

/// <summary>Aligns two texts line by line with as few edits as possible.</summary>
/// <remarks>
/// Uses O(N) memory for N lines. Takes O(M × D) time for M lines that are in both texts and D edits among these: a line
/// that only one text has is set aside first, so texts without common lines are cheap.
/// </remarks>
internal static class LineDiff
{
    /// <summary>Returns the lines of both texts in order. Pairs a replaced line with the next added line that has the same key.</summary>
    public static IReadOnlyList<LinePair> Align(string[] before, string[] after)
    {
        var pairs = new List<LinePair>();
        var (x, y) = (0, 0);
        foreach (var (nextBefore, nextAfter) in CommonLines(before, after).Append((before.Length, after.Length)))
        {
            AddEdits(pairs, before.AsSpan(x..nextBefore), after.AsSpan(y..nextAfter));
            if (nextBefore < before.Length && nextAfter < after.Length) pairs.Add(new LinePair(before[nextBefore], after[nextAfter]));
            (x, y) = (nextBefore + 1, nextAfter + 1);
        }
        return pairs;
    }

    /// <summary>Returns the indexes of the unchanged lines in both texts.</summary>
    private static IEnumerable<(int Before, int After)> CommonLines(string[] before, string[] after)
    {
        var shared = before.Intersect(after).ToHashSet();
        int[] left = IndexesOf(shared, before), right = IndexesOf(shared, after);
        var (i, j) = (0, 0);
        var (first, second) = (Text(before, left), Text(after, right));
        var diff = new Differ().CreateCustomDiffs(first, second, ignoreWhiteSpace: false, text => text.Split('\n'));
        foreach (var edit in diff.DiffBlocks)
        {
            while (i < edit.DeleteStartA) yield return (left[i++], right[j++]);
            (i, j) = (i + edit.DeleteCountA, j + edit.InsertCountB);
        }
        while (i < left.Length && j < right.Length) yield return (left[i++], right[j++]);
    }

    private static int[] IndexesOf(HashSet<string> lines, string[] text) =>
        [.. Enumerable.Range(0, text.Length).Where(index => lines.Contains(text[index]))];

    private static string Text(string[] lines, int[] indexes) => string.Join('\n', indexes.Select(index => lines[index]));

    private static void AddEdits(List<LinePair> pairs, ReadOnlySpan<string> removed, ReadOnlySpan<string> added)
    {
        var places = Places(added);
        var shown = 0;
        foreach (var line in removed)
        {
            var successor = NextPlace(places, Key(line), shown);
            while (shown < successor) pairs.Add(new LinePair(null, added[shown++]));
            pairs.Add(new LinePair(line, successor is null ? null : added[shown++]));
        }
        while (shown < added.Length) pairs.Add(new LinePair(null, added[shown++]));
    }

    /// <summary>Indexes of lines by key, in order.</summary>
    private static Dictionary<string, Queue<int>> Places(ReadOnlySpan<string> lines)
    {
        var places = new Dictionary<string, Queue<int>>();
        for (var index = 0; index < lines.Length; index++)
        {
            var key = Key(lines[index]);
            if (!places.TryGetValue(key, out var queue)) places[key] = queue = new();
            queue.Enqueue(index);
        }
        return places;
    }

    /// <summary>Returns the index of the first line with this key at or after an index; null when there is none.</summary>
    private static int? NextPlace(Dictionary<string, Queue<int>> places, string key, int from)
    {
        if (!places.TryGetValue(key, out var queue)) return null;
        while (queue.TryPeek(out var place) && place < from) queue.Dequeue();
        return queue.Count > 0 ? queue.Peek() : null;
    }

    private static string Key(string line) => line.Split(':', 2)[0];
}
