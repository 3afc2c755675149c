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
    /// <summary>The lines of both texts in order; what is removed stands beside what is added in its place.</summary>
    public static IReadOnlyList<LinePair> Align(string[] before, string[] after)
    {
        var pairs = new List<LinePair>();
        var (x, y) = (0, 0);
        foreach (var (nextBefore, nextAfter) in CommonLines(before, after))
        {
            AddEdits(nextBefore, nextAfter);
            pairs.Add(new LinePair(before[x++], after[y++]));
        }
        AddEdits(before.Length, after.Length);
        return pairs;

        void AddEdits(int beforeEnd, int afterEnd)
        {
            while (x < beforeEnd || y < afterEnd) pairs.Add(new LinePair(x < beforeEnd ? before[x++] : null, y < afterEnd ? after[y++] : null));
        }
    }

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
