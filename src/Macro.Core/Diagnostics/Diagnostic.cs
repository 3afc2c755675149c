namespace Macro.Core.Diagnostics;

/// <summary>One message for the user: what is wrong, where, and how to fix it.</summary>
/// <param name="Kind">The kind, with its code and severity.</param>
/// <param name="Target">What it is about.</param>
/// <param name="Message">The problem and its remedy, whole sentences on one printable line, without any secret value.</param>
public sealed record Diagnostic(DiagnosticKind Kind, DiagnosticTarget Target, string Message)
{
    /// <summary>Stable code such as <c>DD201</c>; docs/diagnostics.md lists them.</summary>
    public string Code => Kind.Code;

    /// <summary>Warning or error.</summary>
    public Severity Severity => Kind.Severity;

    /// <summary>The name of the target, such as a logical id; null for the request as a whole.</summary>
    public string? Subject => Target.Subject;

    /// <summary>
    /// Whether the macro's own edit removes the cause of the warning. A later run then copies the warning from the report in the template.
    /// </summary>
    internal bool PersistsAcrossRuns => Kind is ConstantDiagnosticKind { PersistsAcrossRuns: true };

    /// <summary>One printable line: <c>DD301 CreateOrder: The function's …</c>; a blank subject is quoted.</summary>
    public override string ToString() => Subject is not { } subject ? $"{Code}: {Message}"
        : string.IsNullOrWhiteSpace(subject) ? $"{Code} \"{PrintableText.From(subject)}\": {Message}"
        : $"{Code} {PrintableText.From(subject)}: {Message}";
}
