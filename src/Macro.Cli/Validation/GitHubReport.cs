using Macro.Core.Diagnostics;

namespace Macro.Cli.Validation;

/// <summary>The findings of a validation as commands that GitHub Actions shows as annotations.</summary>
/// <remarks>
/// Sources: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message,
/// https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts (escapes)
/// </remarks>
internal sealed class GitHubReport(Action<string> print) : ValidationReport
{
    public override void Add(CheckedFile file)
    {
        foreach (var (position, diagnostic) in file.Findings)
        {
            var name = string.IsNullOrWhiteSpace(diagnostic.Subject) ? "" : $" {diagnostic.Subject}";
            print($"::{Command(diagnostic.Severity)} file={Property(PathOf(file.FileName))},line={position.Line},col={position.Column},"
                + $"title={Property(diagnostic.Code + name)}::{Data(diagnostic.Message)}\n");
        }
    }

    /// <summary>GitHub's word for a severity.</summary>
    /// <remarks>Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands</remarks>
    private static string Command(Severity severity) => severity == Severity.Note ? "notice" : severity.ToWord();

    private static string Data(string text) => PrintableText.From(text).Replace("%", "%25", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
