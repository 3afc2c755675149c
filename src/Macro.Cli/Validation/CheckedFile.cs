using Macro.Cli.Hosting;
using Macro.Cli.LanguageExtensions;
using Macro.Cli.Preview;
using Macro.Cli.Search;
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

    public int Warnings => Findings.Count(finding => finding.Diagnostic.Severity == Severity.Warning);

    /// <summary>The template parameters that the file declares; null for a file that is not a template.</summary>
    public IReadOnlyCollection<string>? Parameters { get; init; }

    /// <summary>
    /// Validates one file. Returns a finding if the file cannot be read, and null if it was found in a folder and is not a template. A
    /// template that does not list the macro has no findings, since a deployment would not run the macro on it, unless the command line
    /// sets macro parameters.
    /// </summary>
    public static async Task<CheckedFile?> Check(
        FoundFile found, bool allowsDuplicateKeys, Func<string, PreviewOptions> deployment, CommandHost host, CancellationToken cancel)
    {
        try
        {
            return await CheckTemplate(found, allowsDuplicateKeys, deployment, host, cancel);
        }
        catch (Exception exception) when (TemplateInput.IsAtFault(exception))
        {
            return new(found.Name, TemplateInput.Findings(exception, found.Name));
        }
    }

    /// <summary>The result for a file that makes this program fail.</summary>
    public static CheckedFile Failed(string fileName, Exception exception) =>
        new(fileName, [TemplateInput.InternalError(exception)]) { IsInternalError = true };

    private static async Task<CheckedFile?> CheckTemplate(
        FoundFile found, bool allowsDuplicateKeys, Func<string, PreviewOptions> deployment, CommandHost host, CancellationToken cancel)
    {
        if (await TemplateReader.Read(found, allowsDuplicateKeys, host, cancel) is not { } source) return null;
        var options = deployment(found.Name);
        var file = ExpandedTemplateFile.For(source, options);
        var result = TemplatePreview.Run(file, options, host.Variables);
        var isChecked = result.IsDeclared || options.Overrides.Count > 0;
        return new(found.Name, isChecked ? [.. result.Findings.Select(finding => finding.In(file))] : [], result.IsDeclared)
        {
            Parameters = TemplateParameters.NamesIn(file),
        };
    }

    /// <summary>The result for an argument without templates.</summary>
    public static CheckedFile Nothing(FoundFiles argument) =>
        new(argument.Argument, [TemplateInput.Nothing(argument.IfNone!.Value.Cause, argument.IfNone.Value.Remedy)]);
}
