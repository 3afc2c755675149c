namespace Macro.Core.Diagnostics;

/// <summary>How bad a diagnostic is.</summary>
public enum Severity
{
    /// <summary>The template is instrumented all the same; the report names it.</summary>
    Warning,

    /// <summary>The template is rejected.</summary>
    Error,
}

/// <summary>One thing that the user should know: where, what is wrong, and how to mend it.</summary>
/// <param name="Code">Stable code such as <c>DD201</c>; docs/diagnostics.md lists them.</param>
/// <param name="Severity">Warning or error.</param>
/// <param name="Subject">Logical id, parameter or path that it is about; null for the request as a whole.</param>
/// <param name="Message">What is wrong and how to mend it, whole sentences on one line, without any configured value that is secret.</param>
public sealed record Diagnostic(string Code, Severity Severity, string? Subject, string Message)
{
    /// <summary>One line: <c>DD301 CreateOrder: The function's …</c>; a name that cannot be seen stands in quotes.</summary>
    public override string ToString() => Subject is null ? $"{Code}: {Message}"
        : string.IsNullOrWhiteSpace(Subject) ? $"{Code} \"{Subject}\": {Message}"
        : $"{Code} {Subject}: {Message}";
}
