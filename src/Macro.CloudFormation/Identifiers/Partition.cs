namespace Macro.CloudFormation.Identifiers;

/// <summary>A part of AWS with accounts, regions and domains of its own.</summary>
/// <remarks>
/// AWSSDK.Core knows them too; asked there, they would make the Lambda function's program 1 MB larger. Sources:
/// https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html and
/// https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json (<c>dnsSuffix</c>)
/// </remarks>
/// <param name="Name">As in ARNs.</param>
/// <param name="RegionPrefix">What the names of its regions start with.</param>
/// <param name="Domain">Where its services answer.</param>
internal sealed record Partition(string Name, string RegionPrefix, string Domain)
{
    public const string Standard = "aws";
    public const string GovCloud = "aws-us-gov";

    /// <summary>The standard partition, whose regions have no prefix in common, comes last.</summary>
    private static readonly Partition[] All =
    [
        new(GovCloud, "us-gov-", "amazonaws.com"), new("aws-cn", "cn-", "amazonaws.com.cn"), new("aws-iso", "us-iso-", "c2s.ic.gov"),
        new("aws-iso-b", "us-isob-", "sc2s.sgov.gov"), new("aws-iso-e", "eu-isoe-", "cloud.adc-e.uk"), new("aws-iso-f", "us-isof-", "csp.hci.ic.gov"),
        new("aws-eusc", "eusc-", "amazonaws.eu"), new(Standard, "", "amazonaws.com"),
    ];

    /// <summary>The partition that a region belongs to.</summary>
    public static Partition ForRegion(string region) => Array.Find(All, partition => region.StartsWith(partition.RegionPrefix, StringComparison.Ordinal))!;

    /// <summary>Whether a host is AWS's, in whatever partition.</summary>
    public static bool Owns(string host) => Array.Exists(All, partition => host.EndsWith($".{partition.Domain}", StringComparison.OrdinalIgnoreCase));
}
