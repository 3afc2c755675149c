using System.Globalization;
using System.Text;
using Macro.Cli.Preview;

namespace Macro.Cli.Reference;

/// <summary>Writes docs/diagnostics.md.</summary>
internal static class DiagnosticPage
{
    private const string Introduction = """
        # Diagnostics

        <!-- Written by `macro explain --format markdown`; a test keeps it current. -->

        An error rejects the template: CloudFormation shows all errors as the reason why the change set failed. A warning is in the deployed
        template under `Metadata.DatadogServerless.Warnings`, and in the output of `macro transform`. Codes are stable. Names and values in
        the texts are examples.

        | code | severity | what is wrong | what to do |
        |---|---|---|---|

        """;

    public static string Write()
    {
        var page = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        foreach (var kind in PreviewDiagnostics.All)
        {
            var (cause, remedy) = (Escape(kind.Example.Cause), Escape(kind.Example.Remedy));
            page.Append(CultureInfo.InvariantCulture, $"| {kind.Code} | {kind.Severity.ToWord()} | {cause} | {remedy} |\n");
        }
        return page.ToString();
    }

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
