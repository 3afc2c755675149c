using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Macro.Cli.Preview;

namespace Macro.Cli.Reference;

/// <summary>Makes docs/diagnostics.md.</summary>
internal static partial class DiagnosticPage
{
    private const string Introduction = """
        # Diagnostics

        <!-- Made by `macro explain --format markdown`; a test keeps it current. -->

        An error rejects the template: CloudFormation shows it, with every other one, as the reason why the change set failed. A warning
        stands in the deployed template under `Metadata.DatadogServerless.Warnings`, and in what `macro transform` prints. Codes are stable.
        An ellipsis stands for what differs from case to case.

        | code | severity | what is wrong | what to do |
        |---|---|---|---|

        """;

    public static string Write()
    {
        var page = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        foreach (var kind in PreviewDiagnostics.All)
        {
            var severity = kind.Severity.ToString().ToLower(CultureInfo.InvariantCulture);
            page.Append(CultureInfo.InvariantCulture, $"| {kind.Code} | {severity} | {Generic(kind.Cause)} | {Generic(kind.Remedy)} |\n");
        }
        return page.ToString();
    }

    /// <summary>The text with an ellipsis for each part that is filled in.</summary>
    public static string Generic(string text) => Placeholder().Replace(text, "…").Replace("|", "\\|", StringComparison.Ordinal);

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();
}
