using System.Globalization;

namespace Macro.Core.Diagnostics;

/// <summary>One kind of diagnostic, the same for messages, documentation and command line.</summary>
/// <param name="Code">Stable code; never used again for something else.</param>
/// <param name="Severity">Warning or error.</param>
/// <param name="Cause">What is wrong; <c>{0}</c>, <c>{1}</c>, … are filled in.</param>
/// <param name="Remedy">What to do about it; may be filled in likewise.</param>
internal sealed record DiagnosticKind(string Code, Severity Severity, string Cause, string Remedy)
{
    /// <summary>
    /// Whether our own edit removes what the warning was computed from. A later run then takes the warning over from the report, so that it
    /// describes the resulting state however often the macro ran.
    /// </summary>
    public bool PersistsAcrossRuns { get; init; }

    private string Format => field ??= $"{Cause} {Remedy}";

    public Diagnostic On(string? subject, params object[] arguments) =>
        new(Code, Severity, subject, string.Format(CultureInfo.InvariantCulture, Format, arguments));
}
