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

    /// <summary>
    /// How many templates, the rejected ones first, have a line without <c>--full</c>, so that lines and counts fit a screen.
    /// </summary>
    private const int MaxLines = 12;

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
        var text = new StringBuilder();
        if (!isFull && _shown > MaxTemplates)
        {
            List<string> lines = [.. _rejected.Concat(_lines).Take(MaxLines)];
            text.AppendJoin("", lines);
            if (_shown > lines.Count) text.Append($"… and {_shown - lines.Count} more\n");
            text.Append("--full shows the changes of each, and so does a command with fewer templates.\n\n");
        }
        else
        {
            text.Append(_changes);
        }
        foreach (var line in totals.Lines) text.Append(line).Append('\n');
        if (totals.NotDeclared > 0)
        {
            var (where, what) = (Quantity.Text(totals.NotDeclared, "template"), totals.NotDeclared == 1 ? "it" : "them");
            var note = $"note: {macroName} is not listed under Transform of {where}, so a deployment would not instrument {what}.";
            text.Append(PrintableText.From(note)).Append('\n');
        }
        print(text.ToString());
    }

    private string Describe(TemplateChanges changes)
    {
        var text = new StringBuilder($"{_colors.Bold(PrintableText.From($"== {changes.File.FileName}"))}\n\n");
        if (!changes.IsRejected)
        {
            text.Append(isFull ? TextChanges.Write(changes, host) : GroupedChanges.Write(changes, host));
            return text.Append('\n').ToString();
        }
        foreach (var finding in changes.FoldedFindings) text.Append(finding.Describe(changes.File.FileName)).Append('\n');
        return text.Append(changes.Summary).Append("\n\n").ToString();
    }
}
