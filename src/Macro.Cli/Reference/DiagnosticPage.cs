using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Macro.Cli.Formatting;
using Macro.Cli.Preview;

namespace Macro.Cli.Reference;

/// <summary>Writes docs/diagnostics.md.</summary>
internal static partial class DiagnosticPage
{
    private const string Introduction = """
        # Diagnostics

        <!-- Written by `macro explain --format markdown`; a test keeps it current. -->

        An error rejects the template: CloudFormation shows all errors as the reason why the change set failed. A warning is in the deployed
        template under `Metadata.DatadogServerless.Warnings`, and in the output of `macro transform`. Codes are stable. An ellipsis stands
        for a part that differs from case to case.

        | code | severity | what is wrong | what to do |
        |---|---|---|---|

        """;

    public static string Write()
    {
        var page = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        foreach (var kind in PreviewDiagnostics.All)
        {
            var (cause, remedy) = (Generic(kind.Cause), Generic(kind.Remedy));
            page.Append(CultureInfo.InvariantCulture, $"| {kind.Code} | {kind.Severity.ToWord()} | {cause} | {remedy} |\n");
        }
        return page.ToString();
    }

    /// <summary>Puts an ellipsis for each part of a text that a diagnostic fills in.</summary>
    public static string Generic(string text) => Placeholder().Replace(text, "…").Replace("|", "\\|", StringComparison.Ordinal);

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();
}
