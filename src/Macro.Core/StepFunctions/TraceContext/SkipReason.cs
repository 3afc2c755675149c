using Macro.Core.Diagnostics;

namespace Macro.Core.StepFunctions.TraceContext;

/// <summary>Why a state gets no trace context.</summary>
internal sealed class SkipReason
{
    private readonly Func<DiagnosticTarget, string, Diagnostic> _warning;

    /// <param name="kind">The warning; its argument is the state's name.</param>
    public SkipReason(DiagnosticKind<string> kind) => _warning = kind.For;

    /// <param name="kind">The warning; its arguments are the state's name and the field.</param>
    /// <param name="field">The field of the state that it is about.</param>
    public SkipReason(DiagnosticKind<string, string> kind, string field) => _warning = (target, state) => kind.For(target, state, field);

    /// <summary>The warning about a state.</summary>
    public Diagnostic For(DiagnosticTarget target, string state) => _warning(target, state);
}
