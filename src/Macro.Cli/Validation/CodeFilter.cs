namespace Macro.Cli.Validation;

/// <summary>Which diagnostics are reported.</summary>
/// <param name="Selected">Codes, or beginnings of codes such as <c>DD3</c>, that alone are reported; empty for all.</param>
/// <param name="Ignored">Codes, or beginnings of codes, that are not reported.</param>
internal sealed record CodeFilter(IReadOnlyList<string> Selected, IReadOnlyList<string> Ignored)
{
    /// <summary>Returns the file without the findings that are not reported. A bug in this program is always reported.</summary>
    public CheckedFile Apply(CheckedFile file) => Selected.Count + Ignored.Count == 0 || file.IsInternalError
        ? file
        : file with { Findings = [.. file.Findings.Where(finding => Includes(finding.Diagnostic.Code))] };

    private bool Includes(string code) =>
        (Selected.Count == 0 || Selected.Any(start => code.StartsWith(start, StringComparison.Ordinal)))
        && !Ignored.Any(start => code.StartsWith(start, StringComparison.Ordinal));
}
