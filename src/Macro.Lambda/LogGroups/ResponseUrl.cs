using Macro.CloudFormation.Identifiers;

namespace Macro.Lambda.LogGroups;

/// <summary>Recognizes CloudFormation's presigned URLs, so that an event cannot make the function call another host.</summary>
internal static class ResponseUrl
{
    /// <summary>
    /// The start of the names of CloudFormation's buckets; the region without hyphens follows.
    /// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/vpc-interface-endpoints.html
    /// </summary>
    private const string Bucket = "cloudformation-custom-resource-response-";

    /// <summary>Returns the URL; null when it is not one that CloudFormation creates.</summary>
    /// <param name="text">The <c>ResponseURL</c> of the event.</param>
    /// <param name="region">The region of the function, and so of the stack.</param>
    /// <param name="isLocal">Whether a local program replaces AWS, as in tests; then only loopback addresses are valid.</param>
    public static Uri? Parse(string text, string region, bool isLocal)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url)) return null;
        var isExpected = isLocal
            ? url is { IsLoopback: true, Scheme: "http" }
            : url is { Scheme: "https", IsDefaultPort: true, UserInfo: "" } && IsBucket(url.Host, region);
        return isExpected ? url : null;
    }

    /// <summary>
    /// Whether a host is CloudFormation's bucket in the virtual-hosted style: with the region, which older endpoints join with a hyphen, or
    /// without it, as in us-east-1.
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
    /// </summary>
    private static bool IsBucket(string host, string region)
    {
        var bucket = $"{Bucket}{region.Replace("-", "", StringComparison.Ordinal)}.s3";
        var domain = $".{Partition.ForRegion(region).Domain}";
        return host.StartsWith(bucket, StringComparison.Ordinal) && host.EndsWith(domain, StringComparison.Ordinal)
            && host.Length >= bucket.Length + domain.Length
            && host[bucket.Length..^domain.Length] is var rest
            && (rest.Length == 0 || rest == $".{region}" || rest == $"-{region}" || rest == $".dualstack.{region}");
    }
}
