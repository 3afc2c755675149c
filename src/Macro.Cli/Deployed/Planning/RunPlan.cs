using Macro.Core.Diagnostics;

namespace Macro.Cli.Deployed.Planning;

/// <summary>The plan of a run.</summary>
/// <param name="Account">The account.</param>
/// <param name="Caller">The ARN of the caller.</param>
/// <param name="Regions">The regions.</param>
/// <param name="Resources">The resources, by region, kind and name.</param>
internal sealed record RunPlan(string Account, string Caller, IReadOnlyList<string> Regions, IReadOnlyList<ResourcePlan> Resources)
{
    /// <summary>What is wrong with the settings, or should be known about them.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; init; } = [];

    /// <summary>The resources that change.</summary>
    public IEnumerable<ResourcePlan> Changing => Resources.Where(resource => resource.Status == PlanStatus.Change);

    /// <summary>Whether the settings are rejected, or a resource cannot be read or changed.</summary>
    public bool HasErrors =>
        Findings.Any(finding => finding.Severity == Severity.Error) || Resources.Any(resource => resource.Status == PlanStatus.Refused);
}
