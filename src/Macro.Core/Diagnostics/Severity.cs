namespace Macro.Core.Diagnostics;

/// <summary>How serious a diagnostic is.</summary>
public enum Severity
{
    /// <summary>Nothing is wrong; the report in the template's metadata lists the note.</summary>
    Note,

    /// <summary>The template is instrumented; the report in its metadata lists the warning.</summary>
    Warning,

    /// <summary>The template is rejected.</summary>
    Error,
}

/// <summary>The words for severities in output.</summary>
public static class SeverityWords
{
    /// <summary><c>error</c>, <c>warning</c> or <c>note</c>, as text, JSON and SARIF reports write it.</summary>
    public static string ToWord(this Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
