using Macro.Cli.Deployed.Engine;

namespace Macro.Cli.Deployed.Planning;

/// <summary>What a plan is made of.</summary>
/// <param name="Selection">The resources.</param>
/// <param name="Options">What is done to them.</param>
/// <param name="Settings">The macro's parameters.</param>
internal sealed record PlanRequest(Selection Selection, RunOptions Options, EngineSettings Settings);
