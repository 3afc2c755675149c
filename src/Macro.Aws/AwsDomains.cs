namespace Macro.Aws;

/// <summary>The domains of AWS's partitions. The host provides them, so that this project needs no list of partitions.</summary>
/// <param name="ForRegion">Returns the domain of a region's partition, such as <c>amazonaws.com</c>.</param>
/// <param name="Contains">Whether a host name belongs to AWS, in any partition.</param>
public sealed record AwsDomains(Func<string, string> ForRegion, Func<string, bool> Contains);
