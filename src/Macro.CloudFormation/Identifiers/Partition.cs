namespace Macro.CloudFormation.Identifiers;

/// <summary>A partition of AWS, which has its own accounts, regions and domains.</summary>
/// <remarks>
/// AWSSDK.Core also has this list, but would make the Lambda function's executable 1 MB larger. Sources:
/// https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html and
/// https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json (<c>dnsSuffix</c>)
/// </remarks>
/// <param name="Name">The name in ARNs, such as <c>aws-cn</c>.</param>
/// <param name="RegionPrefix">The start of the names of its regions; empty for the standard partition.</param>
/// <param name="Domain">The domain of its service endpoints, such as <c>amazonaws.com.cn</c>.</param>
public sealed record Partition(string Name, string RegionPrefix, string Domain)
{
    /// <summary>The name of the standard partition.</summary>
    public const string Standard = "aws";
    /// <summary>The name of the partition AWS GovCloud (US).</summary>
    public const string GovCloud = "aws-us-gov";

    /// <summary>The standard partition is last, since its empty prefix matches every region.</summary>
    private static readonly Partition[] All =
    [
        new(GovCloud, "us-gov-", "amazonaws.com"), new("aws-cn", "cn-", "amazonaws.com.cn"), new("aws-iso", "us-iso-", "c2s.ic.gov"),
        new("aws-iso-b", "us-isob-", "sc2s.sgov.gov"), new("aws-iso-e", "eu-isoe-", "cloud.adc-e.uk"),
        new("aws-iso-f", "us-isof-", "csp.hci.ic.gov"), new("aws-eusc", "eusc-", "amazonaws.eu"), new(Standard, "", "amazonaws.com"),
    ];

    /// <summary>The partition of a region; the standard one for a region with an unknown prefix.</summary>
    public static Partition ForRegion(string region) =>
        Array.Find(All, partition => region.StartsWith(partition.RegionPrefix, StringComparison.Ordinal))!;

    /// <summary>Whether a host name is in the domain of any partition.</summary>
    public static bool Owns(string host) =>
        Array.Exists(All, partition => host.EndsWith($".{partition.Domain}", StringComparison.OrdinalIgnoreCase));
}
