using Macro.Cli.Changes;
using Macro.Cli.Formatting;
using Macro.Cli.Hosting;
using Macro.Cli.Preview;
using Macro.Cli.Templates;
using Macro.Json;

namespace Macro.Cli.Commands;

/// <summary>Reads a template, runs the transform and compares the result. Shared by the commands that show changes.</summary>
internal static class ComparedTemplate
{
    /// <summary>Finds what the macro would change. A file that is not a template is rejected, with findings that say why.</summary>
    public static async Task<TemplateChanges> Read(string fileName, PreviewOptions options, CommandHost host, CancellationToken cancel)
    {
        try
        {
            var file = await TemplateInput.Read(fileName, options, host, cancel);
            var result = TemplatePreview.Run(file, options with { RecordsChanges = true }, host.Variables);
            if (!result.IsDeclared) await host.Error.WriteLineAsync(Notes.NotDeclared(fileName, options.MacroName));
            return ReadChanges(file, result);
        }
        catch (Exception exception) when (TemplateInput.IsAtFault(exception))
        {
            return TemplateChanges.Unreadable(fileName, TemplateInput.Findings(exception));
        }
    }

    private static TemplateChanges ReadChanges(TemplateFile file, PreviewResult result)
    {
        try
        {
            return TemplateChangesReader.Read(file, result);
        }
        catch (DuplicateKeyException exception)
        {
            return new(file) { IsRejected = true, Findings = [Finding.DuplicateKey(exception)] };
        }
    }

    /// <summary>Writes the findings of a template to standard error.</summary>
    public static async Task WriteFindings(TemplateChanges changes, CommandHost host)
    {
        foreach (var finding in changes.Findings) await host.Error.WriteLineAsync(finding.Describe(changes.File));
    }
}
