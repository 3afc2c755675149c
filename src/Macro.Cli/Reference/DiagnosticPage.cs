using System.Globalization;
using System.Text;
using Macro.Cli.Preview;

namespace Macro.Cli.Reference;

/// <summary>Makes docs/diagnostics.md.</summary>
internal static class DiagnosticPage
{
    private const string Introduction = """
        # Diagnostics

        <!-- Made by `macro explain --format markdown`; a test keeps it current. -->

        An error rejects the template: CloudFormation shows it, with every other one, as the reason why the change set failed. A warning
        stands in the deployed template under `Metadata.DatadogServerless.Warnings`, and in what `macro transform` prints. Codes are stable.
        Names and values in the texts are examples.

        | code | severity | what is wrong | what to do |
        |---|---|---|---|

        """;

    public static string Write()
    {
        var page = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        foreach (var kind in PreviewDiagnostics.All)
        {
            var severity = kind.Severity.ToString().ToLower(CultureInfo.InvariantCulture);
            page.Append(CultureInfo.InvariantCulture, $"| {kind.Code} | {severity} | {Escape(kind.Example.Cause)} | {Escape(kind.Example.Remedy)} |\n");
        }
        return page.ToString();
    }

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
