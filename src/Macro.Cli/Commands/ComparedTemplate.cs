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
    /// <returns>No changes, but an exit status, when there is nothing to compare; the reason is written to standard error.</returns>
    public static async Task<(int ExitCode, TemplateChanges? Changes)> Read(
        string fileName, DeploymentArguments deployment, CommandHost host, CancellationToken cancel)
    {
        if (await TemplateInput.ReadOrTell(fileName, host, cancel) is not { } source) return (ExitCode.Rejected, null);
        try
        {
            if (deployment.ForOrTell(source, host) is not { } options) return (ExitCode.Usage, null);
            var file = ExpandedTemplateFile.For(source, options);
            var result = TemplatePreview.Run(file, options with { RecordsChanges = true }, host.Variables);
            if (!result.IsDeclared) host.PrintError(Notes.NotDeclared(fileName, options.MacroName));
            return (ExitCode.Success, TemplateChangesReader.Read(file, result));
        }
        catch (DuplicateKeyException exception)
        {
            host.PrintError(Finding.DuplicateKey(exception).Describe(source));
            return (ExitCode.Rejected, null);
        }
    }

    /// <summary>Writes the findings of a template to standard error.</summary>
    public static void WriteFindings(TemplateChanges changes, CommandHost host)
    {
        foreach (var finding in changes.Findings) host.PrintError(finding.Describe(changes.File));
    }
}
