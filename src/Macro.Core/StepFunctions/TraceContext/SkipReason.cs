using Macro.Core.Diagnostics;

namespace Macro.Core.StepFunctions.TraceContext;

/// <summary>Why a state is left alone.</summary>
/// <param name="Kind">The warning.</param>
/// <param name="Field">The field of the state that it is about; empty when it is about none.</param>
internal sealed record SkipReason(DiagnosticKind Kind, string Field = "");
