using Macro.Cli.Changes;
using Macro.Cli.Formatting;
using Macro.Cli.Hosting;
using Macro.Cli.LanguageExtensions;
using Macro.Cli.Preview;
using Macro.Json;

namespace Macro.Cli.Commands;

/// <summary>Reads a template, runs the transform and compares the result. Shared by the commands that show changes.</summary>
internal static class ComparedTemplate
{
    /// <summary>Finds what the macro would change.</summary>
    /// <returns>Null when the file is not a template; the reason is written to standard error.</returns>
    public static async Task<TemplateChanges?> Read(string fileName, PreviewOptions options, CommandHost host, CancellationToken cancel)
    {
        if (await TemplateInput.ReadOrTell(fileName, host, cancel) is not { } source) return null;
        var file = ExpandedTemplateFile.For(source, options);
        try
        {
            var result = TemplatePreview.Run(file, options with { RecordsChanges = true }, host.Variables);
            if (!result.IsDeclared) await host.Error.WriteLineAsync(Notes.NotDeclared(fileName, options.MacroName));
            return TemplateChangesReader.Read(file, result);
        }
        catch (DuplicateKeyException exception)
        {
            await host.Error.WriteLineAsync(Finding.DuplicateKey(exception).Describe(file));
            return null;
        }
    }

    /// <summary>Writes the findings of a template to standard error.</summary>
    public static async Task WriteFindings(TemplateChanges changes, CommandHost host)
    {
        foreach (var finding in changes.Findings) await host.Error.WriteLineAsync(finding.Describe(changes.File));
    }
}
