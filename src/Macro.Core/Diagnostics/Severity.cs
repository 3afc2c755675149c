namespace Macro.Core.Diagnostics;

/// <summary>How serious a diagnostic is.</summary>
public enum Severity
{
    /// <summary>The template is instrumented; the report in its metadata lists the warning.</summary>
    Warning,

    /// <summary>The template is rejected.</summary>
    Error,
}

/// <summary>The words for severities in output.</summary>
public static class SeverityWords
{
    /// <summary><c>warning</c> or <c>error</c>, as text, JSON and SARIF reports write it.</summary>
    public static string ToWord(this Severity severity) => severity == Severity.Error ? "error" : "warning";
}
