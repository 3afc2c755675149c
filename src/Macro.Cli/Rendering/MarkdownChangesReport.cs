using System.Text;
using Macro.Cli.Changes;

namespace Macro.Cli.Rendering;

/// <summary>The changes of many templates as one comment on a pull request: the counts, then as many templates as fit.</summary>
internal sealed class MarkdownChangesReport(Action<string> print, bool isFull) : ChangesReport
{
    private readonly StringBuilder _templates = new();
    private int _leftOut;
    private int _unchanged;

    public override void Add(TemplateChanges changes)
    {
        if (!changes.IsRejected && !changes.IsChanged && changes.Findings.Count == 0)
        {
            _unchanged++;
            return;
        }
        var text = MarkdownChanges.Write(changes, isFull);
        if (_templates.Length + text.Length > MarkdownChanges.LongestComment)
        {
            _leftOut++;
            return;
        }
        _templates.Append(text);
    }

    public override void End(ChangesTotals totals)
    {
        var text = new StringBuilder();
        foreach (var line in totals.Lines) text.Append($"- {MarkdownChanges.Code(line)}\n");
        text.Append($"\n{_templates}");
        if (_unchanged > 0) text.Append($"Templates in which the macro changes nothing: {_unchanged}.\n");
        if (_leftOut > 0) text.Append($"Templates that are left out, since the comment would be too long: {_leftOut}.\n");
        print(text.ToString());
    }
}
