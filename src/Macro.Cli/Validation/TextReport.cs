using System.Text;
using Macro.Cli.Formatting;
using Macro.Cli.Preview;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Validation;

/// <summary>How a validation is shown as text.</summary>
/// <param name="MacroName">The macro's name, for notes.</param>
/// <param name="IsFull">Whether every finding and every note has its own line.</param>
/// <param name="IsQuiet">Whether only errors are shown.</param>
/// <param name="Colors">The colors.</param>
internal sealed record TextReportOptions(string MacroName, bool IsFull, bool IsQuiet, Colors Colors)
{
    /// <summary>
    /// Whether few lines of each code and few names are shown, so that a person sees the counts on the same screen. Default: false.
    /// </summary>
    public bool IsBrief { get; init; }
}

/// <summary>
/// The findings of a validation as text: lines like compiler messages, one for each cause in a file, then the counts. What many files have
/// in common is shown for the first few.
/// </summary>
internal sealed class TextReport(Action<string> print, TextReportOptions options) : ValidationReport
{
    /// <summary>For how many files the same finding or note is shown.</summary>
    private const int MaxFiles = 3;

    /// <summary>How many lines of each code are shown where the report is brief.</summary>
    private const int MaxLines = 4;

    /// <summary>Bounds the memory for causes; further ones are shown for each file.</summary>
    private const int MaxCauses = 10_000;

    private readonly Dictionary<string, int> _files = [];
    private readonly Dictionary<string, int> _lines = [];
    private readonly Dictionary<string, int> _hidden = [];
    private readonly List<string> _undeclared = [];
    private string? _firstCode;

    public override void Add(CheckedFile file)
    {
        var findings = file.Findings;
        var text = new StringBuilder();
        if (findings.Count > 0) _firstCode ??= findings[0].Diagnostic.Code;
        if (options.IsFull) text.AppendJoin("", findings.Select(finding => Line(finding, finding.Describe(file.FileName))));
        else Append(text, file.FileName, FoldedFinding.Of(findings));
        if (!file.IsDeclared && options.IsFull) text.Append(Notes.NotDeclared(file.FileName, options.MacroName)).Append('\n');
        else if (!file.IsDeclared && _undeclared.Count < MaxFiles) _undeclared.Add(file.FileName);
        if (text.Length > 0) print(text.ToString());
    }

    public override void End(ValidationTotals totals)
    {
        if (options.IsQuiet) return;
        var text = new StringBuilder();
        AppendUndeclared(text, totals.NotDeclared);
        if (totals.Files > 1) AppendCounts(text, totals);
        text.Append(Summary(totals)).Append('\n');
        if (_firstCode is not null) text.Append($"More about a code: macro explain {_firstCode}\n");
        print(text.ToString());
    }

    private void Append(StringBuilder text, string fileName, IReadOnlyList<FoldedFinding> findings)
    {
        foreach (var finding in findings)
        {
            var files = _files.GetValueOrDefault(finding.Cause) + 1;
            if (files > 1 || _files.Count < MaxCauses) _files[finding.Cause] = files;
            var code = finding.First.Diagnostic.Code;
            var lines = _lines.GetValueOrDefault(code);
            if (files > MaxFiles || options.IsBrief && lines >= MaxLines)
            {
                _hidden[code] = _hidden.GetValueOrDefault(code) + finding.Places.Count;
                continue;
            }
            _lines[code] = lines + 1;
            text.Append(Line(finding.First, finding.Describe(fileName, options.IsBrief)));
        }
    }

    /// <summary>Appends a note for each template that does not list the macro, or one with the first names where there are more.</summary>
    private void AppendUndeclared(StringBuilder text, int count)
    {
        if (count <= MaxFiles)
        {
            foreach (var name in _undeclared) text.Append(Notes.NotDeclared(name, options.MacroName)).Append('\n');
        }
        else if (!options.IsFull)
        {
            var names = PrintableText.From(string.Join(", ", _undeclared));
            text.Append(
                $"note: {options.MacroName} is not listed under Transform of {names} and {count - MaxFiles} more; --full names all.\n");
        }
    }

    /// <summary>Colors the word for the severity, the first one after the position.</summary>
    private string Line(LocatedFinding finding, string line)
    {
        var word = finding.Diagnostic.Severity.ToWord();
        var code = $": {word} {finding.Diagnostic.Code}";
        var at = line.IndexOf(code, StringComparison.Ordinal);
        var painted = finding.Diagnostic.Severity == Severity.Error ? options.Colors.Red(word) : options.Colors.Yellow(word);
        return $"{options.Colors.Bold(line[..at])}: {painted} {finding.Diagnostic.Code}{line[(at + code.Length)..]}\n";
    }

    private void AppendCounts(StringBuilder text, ValidationTotals totals)
    {
        foreach (var (kind, findings, files) in totals.Kinds)
        {
            var hidden = _hidden.TryGetValue(kind.Code, out var count) ? $"; {count} more like those above, --full shows all" : "";
            text.Append($"{kind.Code}  {kind.Severity.ToWord(),-7}  {findings} in {Quantity.Text(files, "file")}{hidden}\n");
        }
    }

    private static string Summary(ValidationTotals totals)
    {
        var errors = Total(totals, totals.Errors, totals.FilesWithErrors, "error");
        var warnings = Total(totals, totals.Warnings, totals.FilesWithWarnings, "warning");
        return $"{Quantity.Text(totals.Files, "file")}: {errors}, {warnings}";
    }

    private static string Total(ValidationTotals totals, int count, int files, string noun) =>
        totals.Files > 1 && files > 0 ? $"{Quantity.Text(count, noun)} in {Quantity.Text(files, "file")}" : Quantity.Text(count, noun);
}
