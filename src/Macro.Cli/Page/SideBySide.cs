using Macro.Cli.Rendering;

namespace Macro.Cli.Page;

/// <summary>Two texts side by side, with changes marked and long unchanged parts folded.</summary>
internal static class SideBySide
{
    /// <summary>Unchanged lines that are shown before and after a change.</summary>
    private const int ContextLines = 3;

    private const int MinFoldedLines = 4;

    public static Html Write(string before, string after)
    {
        var pairs = LineDiff.Align(Lines(before), Lines(after));
        return Html.Of($"""<div class="diff">{Split(pairs).Select(part => Write(part.Lines, part.IsFolded))}</div>""");
    }

    private static string[] Lines(string text) => text.Length == 0 ? [] : text.TrimEnd('\n').Split('\n');

    private static Html Write(IEnumerable<LinePair> lines, bool isFolded)
    {
        var rows = Html.Of($"{lines.Select(Row)}");
        return isFolded ? Html.Of($"""<details class="fold"><summary>{lines.Count()} unchanged lines</summary>{rows}</details>""") : rows;
    }

    private static Html Row(LinePair pair) => pair switch
    {
        { IsSame: true } => Html.Of($"""<div class="same"><code>{pair.Before}</code><code>{pair.After}</code></div>"""),
        { Before: null } => Html.Of($"""<div class="added"><code></code><ins>{pair.After}</ins></div>"""),
        { After: null } => Html.Of($"""<div class="removed"><del>{pair.Before}</del><code></code></div>"""),
        _ => Html.Of($"""<div class="changed"><del>{pair.Before}</del><ins>{pair.After}</ins></div>"""),
    };

    /// <summary>Splits the lines where a fold begins or ends.</summary>
    private static IEnumerable<(IEnumerable<LinePair> Lines, bool IsFolded)> Split(IReadOnlyList<LinePair> pairs)
    {
        var changes = Enumerable.Range(0, pairs.Count).Where(i => !pairs[i].IsSame).ToList();
        var position = 0;
        foreach (var (change, isEnd) in changes.Select(change => (change, false)).Append((pairs.Count, true)))
        {
            var from = position == 0 ? 0 : position + ContextLines;
            var to = isEnd ? change : change - ContextLines;
            if (to - from >= MinFoldedLines)
            {
                yield return (pairs.Skip(position).Take(from - position), false);
                yield return (pairs.Skip(from).Take(to - from), true);
                position = to;
            }
            yield return (pairs.Skip(position).Take(change + 1 - position), false);
            position = change + 1;
        }
    }
}
