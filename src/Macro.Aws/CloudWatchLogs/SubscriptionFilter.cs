namespace Macro.Aws.CloudWatchLogs;

/// <summary>A subscription filter of a log group, which sends the events of the group to a destination.</summary>
/// <param name="Name">The name of the filter.</param>
/// <param name="DestinationArn">The ARN of the destination.</param>
public sealed record SubscriptionFilter(string Name, string DestinationArn);
