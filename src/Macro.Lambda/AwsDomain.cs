namespace Macro.Lambda;

/// <summary>The domains under which AWS's partitions answer.</summary>
/// <remarks>
/// AWSSDK.Core knows them too; asked there, they would make the program 1 MB larger.
/// Source: https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json (<c>dnsSuffix</c>)
/// </remarks>
internal static class AwsDomain
{
    private static readonly (string RegionPrefix, string Domain)[] Partitions =
    [
        ("cn-", "amazonaws.com.cn"), ("eusc-", "amazonaws.eu"), ("us-iso-", "c2s.ic.gov"), ("us-isob-", "sc2s.sgov.gov"),
        ("eu-isoe-", "cloud.adc-e.uk"), ("us-isof-", "csp.hci.ic.gov"), ("", "amazonaws.com"),
    ];

    public static string Of(string region) => Array.Find(Partitions, partition => region.StartsWith(partition.RegionPrefix, StringComparison.Ordinal)).Domain;

    public static bool Contains(string host) => Array.Exists(Partitions, partition => host.EndsWith($".{partition.Domain}", StringComparison.OrdinalIgnoreCase));
}
