namespace Macro.Core.Configuration.Rules;

/// <summary>Where the stack is deployed.</summary>
/// <param name="Region">Region, such as <c>eu-west-3</c>; empty if the event has none.</param>
/// <param name="AccountId">Account; null if the event has none.</param>
internal sealed record Deployment(string Region, string? AccountId);
