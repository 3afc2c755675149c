using Macro.Cli.Formatting;
using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;

namespace Macro.Cli.Changes;

/// <summary>The counts of the changes of many templates.</summary>
internal sealed class ChangesTotals
{
    private readonly Dictionary<ResourceKind, (int Instrumented, int Total)> _coverage = [];
    private readonly Dictionary<string, (Severity Severity, int Findings, int Files)> _codes = [];

    public int Templates { get; private set; }

    public int Changed { get; private set; }

    public int Rejected { get; private set; }

    public int Unchanged => Templates - Changed - Rejected;

    /// <summary>How many templates do not list the macro.</summary>
    public int NotDeclared { get; private set; }

    /// <summary>The counts in lines: templates, resources of each kind, and findings by code.</summary>
    public IEnumerable<string> Lines
    {
        get
        {
            yield return $"{Quantity.Text(Templates, "template")}: {Changed} changed, {Unchanged} unchanged, {Rejected} rejected";
            if (_coverage.Count > 0)
                yield return $"{string.Join(", ", _coverage.Select(kind => Describe(kind.Key, kind.Value)))} instrumented";
            foreach (var (code, severity, count) in Codes) yield return $"{code}  {severity.ToWord(),-7}  {count}";
        }
    }

    /// <summary>The codes of the findings, errors first, then the most frequent; each with a count: <c>84 in 57 files</c>.</summary>
    public IEnumerable<(string Code, Severity Severity, string Count)> Codes => _codes
        .OrderByDescending(code => code.Value.Severity).ThenByDescending(code => code.Value.Findings)
        .Select(code => (code.Key, code.Value.Severity, $"{code.Value.Findings} in {Quantity.Text(code.Value.Files, "file")}"));

    private static string Describe(ResourceKind kind, (int Instrumented, int Total) count) =>
        $"{count.Instrumented} of {count.Total} {(count.Total == 1 ? kind.Name : kind.PluralName)}";

    /// <summary>Counts a template.</summary>
    public void Add(TemplateChanges changes)
    {
        var coverage = Coverage.Of(changes);
        Templates++;
        if (changes.IsRejected) Rejected++;
        else if (changes.IsChanged) Changed++;
        if (!changes.IsDeclared) NotDeclared++;
        foreach (var kind in coverage)
        {
            var (instrumented, total) = _coverage.GetValueOrDefault(kind.Kind);
            _coverage[kind.Kind] = (instrumented + kind.Instrumented, total + kind.Total);
        }
        foreach (var code in changes.Findings.GroupBy(finding => finding.Diagnostic.Code))
        {
            var (_, findings, files) = _codes.GetValueOrDefault(code.Key);
            _codes[code.Key] = (code.First().Severity, findings + code.Count(), files + 1);
        }
    }
}
