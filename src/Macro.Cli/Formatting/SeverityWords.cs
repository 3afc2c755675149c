using Macro.Core.Diagnostics;

namespace Macro.Cli.Formatting;

/// <summary>The words for severities, the same in every output.</summary>
internal static class SeverityWords
{
    /// <summary><c>error</c> or <c>warning</c>.</summary>
    public static string ToWord(this Severity severity) => severity == Severity.Error ? "error" : "warning";
}
