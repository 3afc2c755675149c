namespace Macro.Core.Templates;

/// <summary>The partition that a region belongs to.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html</remarks>
internal static class Partition
{
    public const string Standard = "aws";
    public const string GovCloud = "aws-us-gov";

    public static string Of(string region) => region switch
    {
        _ when region.StartsWith("us-gov-", StringComparison.Ordinal) => GovCloud,
        _ when region.StartsWith("cn-", StringComparison.Ordinal) => "aws-cn",
        _ when region.StartsWith("us-iso-", StringComparison.Ordinal) => "aws-iso",
        _ when region.StartsWith("us-isob-", StringComparison.Ordinal) => "aws-iso-b",
        _ when region.StartsWith("eu-isoe-", StringComparison.Ordinal) => "aws-iso-e",
        _ when region.StartsWith("us-isof-", StringComparison.Ordinal) => "aws-iso-f",
        _ when region.StartsWith("eusc-", StringComparison.Ordinal) => "aws-eusc",
        _ => Standard,
    };
}
