using Macro.Cli.Hosting;
using Macro.Cli.Preview;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Validation;

/// <summary>The findings of one file.</summary>
/// <param name="FileName">The file name from the command line or from the search.</param>
/// <param name="Findings">In the order in which they were found.</param>
/// <param name="IsDeclared">Whether the template lists the macro; true for a file that is not a template.</param>
internal sealed record CheckedFile(string FileName, IReadOnlyList<LocatedFinding> Findings, bool IsDeclared = true)
{
    /// <summary>Whether a bug in this program ended the check of this file.</summary>
    public bool IsInternalError { get; init; }

    public int Errors => Findings.Count(finding => finding.Diagnostic.Severity == Severity.Error);

    public int Warnings => Findings.Count - Errors;

    /// <summary>
    /// Validates one file. Returns a finding if the file cannot be read. A template that does not list the macro has no findings,
    /// since a deployment would not run the macro on it, unless the command line sets macro parameters.
    /// </summary>
    public static async Task<CheckedFile> Check(string fileName, PreviewOptions options, CommandHost host, CancellationToken cancel)
    {
        try
        {
            return await CheckTemplate(fileName, options, host, cancel);
        }
        catch (Exception exception) when (TemplateInput.IsAtFault(exception))
        {
            return new(fileName, TemplateInput.Findings(exception));
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or OperationCanceledException))
        {
            return new(fileName, [TemplateInput.InternalError(exception)]) { IsInternalError = true };
        }
    }

    private static async Task<CheckedFile> CheckTemplate(
        string fileName, PreviewOptions options, CommandHost host, CancellationToken cancel)
    {
        var file = await TemplateInput.Read(fileName, options, host, cancel);
        var result = TemplatePreview.Run(file, options, host.Variables);
        var isChecked = result.IsDeclared || options.Overrides.Count > 0;
        return new(fileName, isChecked ? [.. result.Findings.Select(finding => finding.In(file))] : [], result.IsDeclared);
    }
}
