using static Macro.Core.Diagnostics.Severity;

namespace Macro.Core.Diagnostics;

/// <summary>Parameters that do not fit the template or the region: DD232 to DD239.</summary>
internal static class ScopeDiagnostics
{
    public static readonly DiagnosticKind<string> ExcludeMatchesNothing = new(
        "DD232", Warning,
        entry => new(
            $"The entry {entry} of exclude matches no function and no state machine of the template.",
            "Use logical ids as they are in the template, or remove the entry."),
        example: "LegacyImport");

    /// <summary>All kinds in the order of their codes.</summary>
    public static readonly IReadOnlyList<DiagnosticKind> All = [ExcludeMatchesNothing];
}
