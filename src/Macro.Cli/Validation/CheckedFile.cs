using Macro.Cli.Hosting;
using Macro.Cli.Preview;
using Macro.Cli.Templates;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Validation;

/// <summary>What validation found in one file.</summary>
/// <param name="FileName">The file as it was named or found.</param>
/// <param name="Findings">In the order in which they were found.</param>
/// <param name="IsDeclared">Whether the template lists the macro; a file that is no template counts as if it did.</param>
internal sealed record CheckedFile(string FileName, IReadOnlyList<LocatedFinding> Findings, bool IsDeclared = true)
{
    public int Errors => Findings.Count(finding => finding.Diagnostic.Severity == Severity.Error);

    public int Warnings => Findings.Count - Errors;

    /// <summary>
    /// Validates one file; one that cannot be read is a finding. A template that does not list the macro has nothing to fear from it, and
    /// so no findings, unless parameters are given to try.
    /// </summary>
    public static async Task<CheckedFile> Of(string fileName, PreviewOptions options, CommandHost host, CancellationToken cancel)
    {
        try
        {
            var file = TemplateFile.Read(await host.ReadFile(fileName, cancel), fileName);
            var result = TemplatePreview.Run(file, options, host.Variables);
            var counts = result.IsDeclared || options.Overrides.Count > 0;
            return new(fileName, counts ? [.. result.Findings.Select(finding => finding.In(file))] : [], result.IsDeclared);
        }
        catch (Exception fault) when (TemplateInput.IsAtFault(fault))
        {
            return new(fileName, TemplateInput.Findings(fault));
        }
    }
}
