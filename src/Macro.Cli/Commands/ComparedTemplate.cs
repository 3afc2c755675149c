using Macro.Cli.Changes;
using Macro.Cli.Formatting;
using Macro.Cli.Hosting;
using Macro.Cli.LanguageExtensions;
using Macro.Cli.Preview;
using Macro.Cli.Templates;
using Macro.Json;

namespace Macro.Cli.Commands;

/// <summary>Reads a template, runs the transform and compares the result. Shared by the commands that show changes.</summary>
internal static class ComparedTemplate
{
    /// <summary>Finds what the macro would change. A file that is not a template is rejected, with findings that say why.</summary>
    /// <returns>No changes, but an exit status, when the command line does not fit; the reason is written to standard error.</returns>
    public static async Task<(int ExitCode, TemplateChanges? Changes)> Read(
        string fileName, DeploymentArguments deployment, CommandHost host, CancellationToken cancel)
    {
        try
        {
            var source = await TemplateInput.Read(fileName, deployment.Base.AllowsDuplicateKeys, host, cancel);
            if (deployment.ForOrTell(source, host) is not { } options) return (ExitCode.Usage, null);
            var file = ExpandedTemplateFile.For(source, options);
            var result = TemplatePreview.Run(file, options with { RecordsChanges = true }, host.Variables);
            if (!result.IsDeclared) host.PrintError(Notes.NotDeclared(fileName, options.MacroName));
            return (ExitCode.Success, ReadChanges(file, result));
        }
        catch (Exception exception) when (TemplateInput.IsAtFault(exception))
        {
            return (ExitCode.Rejected, TemplateChanges.Unreadable(fileName, TemplateInput.Findings(exception, fileName)));
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
    public static void WriteFindings(TemplateChanges changes, CommandHost host)
    {
        foreach (var finding in changes.Findings) host.PrintError(finding.Describe(changes.File));
    }
}
