using Macro.Cli.Changes;
using Macro.Cli.Formatting;
using Macro.Cli.Hosting;
using Macro.Cli.LanguageExtensions;
using Macro.Cli.Preview;
using Macro.Cli.Search;
using Macro.Cli.Templates;
using Macro.Json;

namespace Macro.Cli.Commands;

/// <summary>A template and what the macro would change in it. Shared by the commands that show changes.</summary>
/// <param name="Changes">The changes; a file that is not a template is rejected, with findings that say why.</param>
internal sealed record ComparedTemplate(TemplateChanges Changes)
{
    /// <summary>Whether a bug in this program ended the comparison.</summary>
    public bool IsInternalError { get; private init; }

    /// <summary>The template parameters that the file declares; null for a file that is not a template.</summary>
    public IReadOnlyCollection<string>? Parameters { get; private init; }

    /// <summary>Finds what the macro would change in the one template of a command line.</summary>
    /// <returns>No changes, but an exit status, when the command line does not fit; the reason is written to standard error.</returns>
    public static async Task<(int ExitCode, TemplateChanges? Changes)> Read(
        string fileName, DeploymentArguments deployment, CommandHost host, CancellationToken cancel)
    {
        try
        {
            var source = await TemplateInput.Read(fileName, deployment.Base.AllowsDuplicateKeys, host, cancel);
            if (deployment.ForOrTell(source, host) is not { } options) return (ExitCode.Usage, null);
            var compared = Compare(source, options, host);
            if (!compared.Changes.IsDeclared) host.PrintError(Notes.NotDeclared(fileName, options.MacroName));
            return (ExitCode.Success, compared.Changes);
        }
        catch (Exception exception) when (TemplateInput.IsAtFault(exception))
        {
            return (ExitCode.Rejected, TemplateChanges.Unreadable(fileName, TemplateInput.Findings(exception, fileName)));
        }
    }

    /// <summary>Finds what the macro would change in one of many templates. Whatever is wrong with it is a finding.</summary>
    /// <returns>Null for a file that was found in a folder and is not a template.</returns>
    public static async Task<ComparedTemplate?> Read(
        FoundFile found, DeploymentArguments deployment, CommandHost host, CancellationToken cancel)
    {
        try
        {
            var source = await TemplateReader.Read(found, deployment.Base.AllowsDuplicateKeys, host, cancel);
            return source is null ? null : Compare(source, deployment.For(found.Name), host);
        }
        catch (Exception exception) when (TemplateInput.IsAtFault(exception))
        {
            return new(TemplateChanges.Unreadable(found.Name, TemplateInput.Findings(exception, found.Name)));
        }
    }

    /// <summary>The result for a file that makes this program fail.</summary>
    public static ComparedTemplate Failed(string fileName, Exception exception) =>
        new(TemplateChanges.Unreadable(fileName, [TemplateInput.InternalError(exception)])) { IsInternalError = true };

    /// <summary>The result for an argument without templates.</summary>
    public static ComparedTemplate Nothing(FoundFiles argument) => new(TemplateChanges.Unreadable(
        argument.Argument, [TemplateInput.Nothing(argument.IfNone!.Value.Cause, argument.IfNone.Value.Remedy)]));

    private static ComparedTemplate Compare(TemplateFile source, PreviewOptions options, CommandHost host)
    {
        var file = ExpandedTemplateFile.For(source, options);
        var result = TemplatePreview.Run(file, options with { RecordsChanges = true }, host.Variables);
        var changes = ReadChanges(file, result) with { IsDeclared = result.IsDeclared };
        return new(changes) { Parameters = TemplateParameters.NamesIn(file) };
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
    /// <param name="changes">The template.</param>
    /// <param name="host">Receives the findings.</param>
    /// <param name="isFull">Whether each has its own line, instead of one for each cause.</param>
    public static void WriteFindings(TemplateChanges changes, CommandHost host, bool isFull)
    {
        var lines = isFull
            ? changes.Findings.Select(finding => finding.Describe(changes.File))
            : changes.FoldedFindings.Select(finding => finding.Describe(changes.File.FileName));
        foreach (var line in lines) host.PrintError(line);
    }
}
