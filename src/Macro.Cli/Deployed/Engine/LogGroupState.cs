using Macro.Aws.CloudWatchLogs;

namespace Macro.Cli.Deployed.Engine;

/// <summary>The log group of a deployed resource.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Filters">Its subscription filters; null when the group does not exist.</param>
internal sealed record LogGroupState(string Name, IReadOnlyList<SubscriptionFilter>? Filters);
