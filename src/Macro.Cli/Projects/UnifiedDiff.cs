using System.Text;
using Macro.Cli.Formatting;
using Macro.Cli.Page;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Projects;

/// <summary>Shows what changes in a text: changed lines with three lines around them.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>Writes the changed lines.</summary>
    public static string Write(string before, string after, Colors colors)
    {
        var pairs = LineDiff.Align(Lines(before), Lines(after));
        var text = new StringBuilder();
        var last = -1;
        for (var i = 0; i < pairs.Count; i++)
        {
            var isNear = Enumerable.Range(i - Context, 2 * Context + 1).Any(at => at >= 0 && at < pairs.Count && !pairs[at].IsSame);
            if (!isNear) continue;
            if (last >= 0 && last != i - 1) text.Append("  …\n");
            last = i;
            var (old, now) = (pairs[i].Before, pairs[i].After);
            if (pairs[i].IsSame) text.Append(Line("  ", now!));
            if (!pairs[i].IsSame && old is not null) text.Append(colors.Red(Line("- ", old).TrimEnd('\n'))).Append('\n');
            if (!pairs[i].IsSame && now is not null) text.Append(colors.Bold(Line("+ ", now).TrimEnd('\n'))).Append('\n');
        }
        return text.ToString();
    }

    private static string Line(string mark, string line) => PrintableText.From(mark + line) + "\n";

    private static string[] Lines(string text) =>
        text.Length == 0 ? [] : [.. text.TrimEnd('\n').Split('\n').Select(line => line.TrimEnd('\r'))];
}
