using Macro.Cli.Hosting;
using Macro.Cli.Templates;
using Macro.Cli.Templates.Reading;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Preview;

/// <summary>Reads template files, and reports in the same way for every command why one cannot be read.</summary>
internal static class TemplateInput
{
    /// <summary>Whether the exception is caused by the file, not by a bug in this program.</summary>
    public static bool IsAtFault(Exception fault) => fault is TemplateFileException or IOException or UnauthorizedAccessException;

    /// <summary>Whether the exception is a bug in this program, which must not end the work on other files.</summary>
    public static bool IsBug(Exception exception) => exception is not (OutOfMemoryException or OperationCanceledException or IOException);

    /// <summary>Returns the reasons why the file, or one that belongs to it, cannot be read.</summary>
    public static IReadOnlyList<LocatedFinding> Findings(Exception fault, string fileName) =>
        fault is TemplateFileException malformed && malformed.FileName == fileName
        ? [.. malformed.Problems.Select(problem => new LocatedFinding(
            problem.Position, PreviewDiagnostics.Malformed.For(DiagnosticTarget.Request, problem.Cause, problem.Remedy)))]
        : [new LocatedFinding(new TextPosition(1, 1), PreviewDiagnostics.Unreadable.For(DiagnosticTarget.Request, fault.Message))];

    /// <summary>A bug in this program that one file makes visible.</summary>
    public static LocatedFinding InternalError(Exception exception) => new(
        new TextPosition(1, 1),
        PreviewDiagnostics.Internal.For(
            DiagnosticTarget.Request, $"{exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}"));

    /// <summary>The finding about an argument without templates.</summary>
    public static LocatedFinding Nothing(string cause, string remedy) =>
        new(new TextPosition(1, 1), PreviewDiagnostics.NothingToValidate.For(DiagnosticTarget.Request, cause, remedy));

    /// <summary>Reads a template.</summary>
    /// <param name="fileName">The file, or <c>-</c> for standard input.</param>
    /// <param name="allowsDuplicateKeys">Whether the last of several equal keys of a YAML mapping counts.</param>
    /// <param name="host">Reads the file.</param>
    /// <param name="cancel">Cancels the read.</param>
    /// <exception cref="TemplateFileException">The file is not a template; see <see cref="IsAtFault"/> for the other reasons.</exception>
    public static async Task<TemplateFile> Read(
        string fileName, bool allowsDuplicateKeys, CommandHost host, CancellationToken cancel) =>
        TemplateFile.Read(await host.ReadFile(fileName, cancel), fileName, allowsDuplicateKeys);

    /// <summary>Reads a template. If that fails, writes the reasons to standard error.</summary>
    /// <returns>Null when it cannot be read.</returns>
    public static async Task<TemplateFile?> ReadOrTell(
        string fileName, bool allowsDuplicateKeys, CommandHost host, CancellationToken cancel)
    {
        try
        {
            return await Read(fileName, allowsDuplicateKeys, host, cancel);
        }
        catch (Exception fault) when (IsAtFault(fault))
        {
            foreach (var finding in Findings(fault, fileName)) host.PrintError(finding.Describe(fileName));
            return null;
        }
    }
}
