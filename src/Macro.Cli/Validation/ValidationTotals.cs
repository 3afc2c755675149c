using Macro.Core.Diagnostics;

namespace Macro.Cli.Validation;

/// <summary>The counts of a validation.</summary>
internal sealed class ValidationTotals
{
    private readonly Dictionary<DiagnosticKind, (int Findings, int Files)> _kinds = [];

    public int Files { get; private set; }

    public int Errors { get; private set; }

    public int Warnings { get; private set; }

    public int FilesWithErrors { get; private set; }

    public int FilesWithWarnings { get; private set; }

    /// <summary>How many templates do not list the macro.</summary>
    public int NotDeclared { get; private set; }

    /// <summary>Whether a bug in this program ended the check of a file.</summary>
    public bool HasInternalError { get; private set; }

    /// <summary>How many findings and files each kind of diagnostic has: errors first, then the most frequent.</summary>
    public IEnumerable<(DiagnosticKind Kind, int Findings, int Files)> Kinds => _kinds
        .OrderByDescending(entry => entry.Key.Severity).ThenByDescending(entry => entry.Value.Findings)
        .ThenBy(entry => entry.Key.Code, StringComparer.Ordinal)
        .Select(entry => (entry.Key, entry.Value.Findings, entry.Value.Files));

    /// <summary>Counts a file.</summary>
    public void Add(CheckedFile file)
    {
        Files++;
        Errors += file.Errors;
        Warnings += file.Warnings;
        if (file.Errors > 0) FilesWithErrors++;
        if (file.Warnings > 0) FilesWithWarnings++;
        if (!file.IsDeclared) NotDeclared++;
        HasInternalError |= file.IsInternalError;
        foreach (var kind in file.Findings.GroupBy(finding => finding.Diagnostic.Kind))
        {
            var (findings, files) = _kinds.GetValueOrDefault(kind.Key);
            _kinds[kind.Key] = (findings + kind.Count(), files + 1);
        }
    }
}
