namespace Macro.Aws.CloudWatchLogs;

/// <summary>Where CloudWatch Logs is called.</summary>
/// <param name="Region">Region that requests are signed for.</param>
/// <param name="Url">Address of the API.</param>
internal sealed record LogsEndpoint(string Region, Uri Url)
{
    /// <summary>
    /// The region's own endpoint, unless the variables of AWS's SDKs name another of AWS's, such as that of a VPC, or a program on this machine.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html</remarks>
    /// <param name="variable">Gives an environment variable's value; null for one that is not set.</param>
    /// <exception cref="ConfigurationException">No region is set, or the endpoint is none that requests may go to.</exception>
    /// <param name="domain">Gives the domain of a region's partition, such as <c>amazonaws.com</c>.</param>
    /// <param name="isAwsHost">Tells whether a host belongs to AWS.</param>
    public static LogsEndpoint From(Func<string, string?> variable, Func<string, string> domain, Func<string, bool> isAwsHost)
    {
        var region = Find(variable, "AWS_REGION") ?? throw new ConfigurationException("AWS_REGION is not set in the macro's function. AWS Lambda sets it; deploy again.");
        var url = Override(variable) ?? $"https://logs.{region}.{domain(region)}/";
        return Uri.TryCreate(url, UriKind.Absolute, out var parsed) && (IsLocal(parsed) || parsed.Scheme == Uri.UriSchemeHttps && isAwsHost(parsed.Host))
            ? new LogsEndpoint(region, parsed)
            : throw new ConfigurationException(
                "The endpoint of CloudWatch Logs is no HTTPS address of AWS. Correct or remove AWS_ENDPOINT_URL_CLOUDWATCH_LOGS and AWS_ENDPOINT_URL of the macro's function.");
    }

    /// <summary>Whether a program on this machine stands in for AWS, as in tests.</summary>
    public static bool IsLocal(Func<string, string?> variable) => Uri.TryCreate(Override(variable), UriKind.Absolute, out var url) && IsLocal(url);

    // A file's URL counts as loopback too.
    private static bool IsLocal(Uri url) => url is { IsLoopback: true, Scheme: "http" or "https" };

    private static string? Override(Func<string, string?> variable) => Find(variable, "AWS_ENDPOINT_URL_CLOUDWATCH_LOGS") ?? Find(variable, "AWS_ENDPOINT_URL");

    private static string? Find(Func<string, string?> variable, string name) => variable(name) is { Length: > 0 } value ? value : null;
}
