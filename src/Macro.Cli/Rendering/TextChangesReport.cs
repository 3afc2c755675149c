using System.Text;
using Macro.Cli.Changes;
using Macro.Cli.Formatting;
using Macro.Cli.Hosting;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Rendering;

/// <summary>
/// Shows the changes of many templates: of a few templates each, of more templates a line for each of the first, and the counts.
/// </summary>
internal sealed class TextChangesReport(Action<string> print, CommandHost host, string macroName, bool isFull) : ChangesReport
{
    /// <summary>Of how many templates the changes are shown without <c>--full</c>.</summary>
    private const int MaxTemplates = 5;

    /// <summary>The most templates, the rejected ones first, that have a line without <c>--full</c>.</summary>
    private const int MaxLines = 12;

    /// <summary>The fewest of them, where other lines leave no room.</summary>
    private const int MinLines = 3;

    /// <summary>The rows and columns that the lines and the counts should fit in.</summary>
    private const int ScreenRows = 22;
    private const int ScreenColumns = 80;

    private readonly Colors _colors = new(host.HasColors);
    private readonly StringBuilder _changes = new();
    private readonly List<string> _rejected = [];
    private readonly List<string> _lines = [];
    private int _shown;

    public override void Add(TemplateChanges changes)
    {
        if (!isFull && !changes.IsRejected && !changes.IsChanged && changes.Findings.Count == 0) return;
        var text = isFull || _shown < MaxTemplates ? Describe(changes) : null;
        var line = PrintableText.From($"{changes.File.FileName}: {changes.Summary}") + "\n";
        _shown++;
        if (isFull)
        {
            print(text!);
            return;
        }
        var lines = changes.IsRejected ? _rejected : _lines;
        if (lines.Count < MaxLines) lines.Add(line);
        if (text is null) _changes.Clear();
        else _changes.Append(text);
    }

    public override void End(ChangesTotals totals)
    {
        var tail = Tail(totals);
        print((!isFull && _shown > MaxTemplates ? Overview(ScreenRows - Rows(tail)) : $"{_changes}") + tail);
    }

    /// <summary>A line for each of the first templates, as many as fit in the rows, and how many more there are.</summary>
    private string Overview(int rows)
    {
        var text = new StringBuilder();
        var shown = 0;
        foreach (var line in _rejected.Concat(_lines).Take(MaxLines))
        {
            // Two rows are for the lines below.
            if (shown >= MinLines && Rows($"{text}{line}") > rows - 2) break;
            text.Append(line);
            shown++;
        }
        if (_shown > shown) text.Append($"… and {_shown - shown} more\n");
        return text.Append("--full shows the changes of each, and so does a command with fewer templates.\n\n").ToString();
    }

    private string Tail(ChangesTotals totals)
    {
        var text = new StringBuilder();
        foreach (var line in totals.Lines) text.Append(line).Append('\n');
        if (totals.NotDeclared > 0)
        {
            var (where, what) = (Quantity.Text(totals.NotDeclared, "template"), totals.NotDeclared == 1 ? "it" : "them");
            var note = $"note: {macroName} is not listed under Transform of {where}, so a deployment would not instrument {what}.";
            text.Append(PrintableText.From(note)).Append('\n');
        }
        return text.ToString();
    }

    private int Rows(string text)
    {
        var width = host.TerminalWidth ?? ScreenColumns;
        return text.Split('\n').SkipLast(1).Sum(line => Math.Max(1, (line.Length + width - 1) / width));
    }

    private string Describe(TemplateChanges changes)
    {
        var text = new StringBuilder($"{_colors.Bold(PrintableText.From($"== {changes.File.FileName}"))}\n\n");
        if (!changes.IsRejected)
        {
            text.Append(isFull ? TextChanges.Write(changes, host) : GroupedChanges.Write(changes, host));
            return text.Append('\n').ToString();
        }
        var isBrief = host.TerminalWidth is not null && !isFull;
        foreach (var finding in changes.FoldedFindings) text.Append(finding.Describe(changes.File.FileName, isBrief)).Append('\n');
        return text.Append(changes.Summary).Append("\n\n").ToString();
    }
}
