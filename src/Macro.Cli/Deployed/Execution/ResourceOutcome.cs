using Macro.Cli.Deployed.Planning;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Deployed.Execution;

/// <summary>What became of a resource that was to be changed.</summary>
/// <param name="Plan">Its plan.</param>
/// <param name="Error">Why it failed; null when it is done.</param>
internal sealed record ResourceOutcome(ResourcePlan Plan, Diagnostic? Error);
