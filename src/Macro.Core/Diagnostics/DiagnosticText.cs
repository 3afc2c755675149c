namespace Macro.Core.Diagnostics;

/// <summary>The text of a diagnostic.</summary>
/// <param name="Cause">What is wrong.</param>
/// <param name="Remedy">How to fix it.</param>
public sealed record DiagnosticText(string Cause, string Remedy)
{
    /// <summary>Cause and remedy as one line.</summary>
    public override string ToString() => $"{Cause} {Remedy}";
}
