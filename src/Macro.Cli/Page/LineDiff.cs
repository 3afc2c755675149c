namespace Macro.Cli.Page;

/// <summary>A line of two texts side by side; null where one of them has none.</summary>
internal readonly record struct LinePair(string? Before, string? After)
{
    public bool IsSame => Before == After;
}

/// <summary>Aligns two texts line by line with the fewest edits.</summary>
/// <remarks>Source: E. W. Myers, An O(ND) Difference Algorithm and Its Variations, 1986</remarks>
internal static class LineDiff
{
    /// <summary>The lines of both texts in order; a line that is replaced stands beside the new one of the same key.</summary>
    public static IReadOnlyList<LinePair> Align(string[] before, string[] after)
    {
        var pairs = new List<LinePair>();
        var (x, y) = (0, 0);
        foreach (var (nextBefore, nextAfter) in CommonLines(before, after).Append((before.Length, after.Length)))
        {
            pairs.AddRange(Edits(before[x..nextBefore], after[y..nextAfter]));
            if (nextBefore < before.Length && nextAfter < after.Length) pairs.Add(new LinePair(before[nextBefore], after[nextAfter]));
            (x, y) = (nextBefore + 1, nextAfter + 1);
        }
        return pairs;
    }

    private static IEnumerable<LinePair> Edits(string[] removed, string[] added)
    {
        var shown = 0;
        foreach (var line in removed)
        {
            var successor = Array.FindIndex(added, shown, candidate => Key(candidate) == Key(line));
            for (; shown < successor; shown++) yield return new LinePair(null, added[shown]);
            yield return new LinePair(line, successor < 0 ? null : added[shown++]);
        }
        for (; shown < added.Length; shown++) yield return new LinePair(null, added[shown]);
    }

    private static string Key(string line) => line.Split(':')[0];

    /// <summary>The places of the lines that both texts have, found from the ends of the shortest way back to its start.</summary>
    private static Stack<(int Before, int After)> CommonLines(string[] before, string[] after)
    {
        var ways = ShortestWays(before, after);
        var common = new Stack<(int, int)>();
        var (x, y) = (before.Length, after.Length);
        for (var edits = ways.Count - 1; edits >= 0; edits--)
        {
            var isInsertion = edits > 0 && IsInsertion(ways[edits - 1], edits, x - y);
            var start = edits == 0 ? 0 : isInsertion ? Reach(ways[edits - 1], edits - 1, x - y + 1) : Reach(ways[edits - 1], edits - 1, x - y - 1) + 1;
            while (x > start) common.Push((--x, --y));
            if (isInsertion) y--;
            else x--;
        }
        return common;
    }

    /// <summary>For each number of edits, how far into the first text they lead on each diagonal; the last one leads to both ends.</summary>
    private static List<int[]> ShortestWays(string[] before, string[] after)
    {
        var ways = new List<int[]>();
        for (var edits = 0; ; edits++)
        {
            var way = new int[2 * edits + 1];
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var x = edits == 0 ? 0
                    : IsInsertion(ways[edits - 1], edits, diagonal) ? Reach(ways[edits - 1], edits - 1, diagonal + 1)
                    : Reach(ways[edits - 1], edits - 1, diagonal - 1) + 1;
                while (x < before.Length && x - diagonal < after.Length && before[x] == after[x - diagonal]) x++;
                way[diagonal + edits] = x;
                if (x < before.Length || x - diagonal < after.Length) continue;
                ways.Add(way);
                return ways;
            }
            ways.Add(way);
        }
    }

    private static bool IsInsertion(int[] previous, int edits, int diagonal) => diagonal == -edits
        || diagonal != edits && Reach(previous, edits - 1, diagonal - 1) < Reach(previous, edits - 1, diagonal + 1);

    private static int Reach(int[] way, int edits, int diagonal) => way[diagonal + edits];
}
