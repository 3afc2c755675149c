using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.Diagnostics;

namespace Macro.Core.Pipeline;

/// <summary>What is known of one deployment while its template is instrumented.</summary>
/// <param name="Region">Region, such as <c>eu-west-3</c>.</param>
/// <param name="AccountId">Account; null when the event does not tell.</param>
/// <param name="Template">The template, edited in place.</param>
/// <param name="Evaluator">Evaluates its intrinsic functions.</param>
/// <param name="Config">The settings of the stack.</param>
/// <param name="Diagnostics">What was noticed so far.</param>
internal sealed record InstrumentationContext(
    string Region, string? AccountId, Template Template, Evaluator Evaluator, MacroConfig Config, DiagnosticBag Diagnostics);
