using System.Text;
using Macro.Core.Diagnostics;
using Macro.Cli.Preview;

namespace Macro.Cli.Reference;

/// <summary>Writes docs/diagnostics.md.</summary>
internal static class DiagnosticPage
{
    private const string Introduction = """
        # Diagnostics

        <!-- Written by `macro explain --format markdown`; a test keeps it current. -->

        An error rejects the template: CloudFormation shows all errors as the reason why the change set failed. A warning is listed in the
        deployed template under `Metadata.DatadogServerless.Warnings`, and `macro transform` prints it. Codes never change their meaning.
        Names and values in the messages are examples.

        | code | severity | message | remedy |
        |---|---|---|---|

        """;

    public static string Write()
    {
        var page = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        foreach (var kind in PreviewDiagnostics.All)
        {
            var (cause, remedy) = kind.Example;
            page.Append($"| {kind.Code} | {kind.Severity.ToWord()} | {Escape(cause)} | {Escape(remedy)} |\n");
        }
        return page.ToString();
    }

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
