namespace Macro.Core.Diagnostics;

/// <summary>One message for the user: what is wrong, where, and how to fix it.</summary>
/// <param name="Kind">The kind, with its code and severity.</param>
/// <param name="Target">What it is about.</param>
/// <param name="Message">The problem and its remedy, whole sentences on one line, without any secret value.</param>
public sealed record Diagnostic(DiagnosticKind Kind, DiagnosticTarget Target, string Message)
{
    /// <summary>Stable code such as <c>DD201</c>; docs/diagnostics.md lists them.</summary>
    public string Code => Kind.Code;

    /// <summary>Warning or error.</summary>
    public Severity Severity => Kind.Severity;

    /// <summary>The target in one word, such as a logical id; null for the request as a whole.</summary>
    public string? Subject => Target.Subject;

    /// <summary>
    /// Whether the edit that it warns of removes what it was computed from. A later run then takes it over from the report in the template.
    /// </summary>
    internal bool PersistsAcrossRuns => Kind is ConstantDiagnosticKind { PersistsAcrossRuns: true };

    /// <summary>One line: <c>DD301 CreateOrder: The function's …</c>; a blank subject is quoted.</summary>
    public override string ToString() => Subject is not { } subject ? $"{Code}: {Message}"
        : string.IsNullOrWhiteSpace(subject) ? $"{Code} \"{subject}\": {Message}"
        : $"{Code} {subject}: {Message}";
}
