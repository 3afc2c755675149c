namespace Macro.Aws;

/// <summary>Where the API of a service is called.</summary>
/// <param name="Service">The service.</param>
/// <param name="Region">The region that requests are signed for.</param>
/// <param name="Url">The address of the API.</param>
public sealed record ServiceEndpoint(AwsService Service, string Region, Uri Url)
{
    private const string EndpointVariableOfAllServices = "AWS_ENDPOINT_URL";

    /// <summary>
    /// Returns the regional endpoint, unless the environment overrides it with another address of AWS (such as a VPC endpoint) or with a
    /// program on this machine.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html</remarks>
    /// <param name="service">The service.</param>
    /// <param name="region">The region.</param>
    /// <param name="variable">Returns the value of an environment variable; null for one that is not set.</param>
    /// <param name="domains">The domains of AWS.</param>
    /// <exception cref="ConfigurationException">The override is not an address that requests may go to.</exception>
    public static ServiceEndpoint For(AwsService service, string region, Func<string, string?> variable, AwsDomains domains)
    {
        var address = FindOverride(service, variable) ?? $"https://{service.Id}.{region}.{domains.ForRegion(region)}/";
        return Uri.TryCreate(address, UriKind.Absolute, out var url) && (IsLocal(url) || IsAws(url, domains))
            ? new ServiceEndpoint(service, region, url)
            : throw new ConfigurationException(
                $"The endpoint of {service.Name} must be an HTTPS URL of AWS. "
                + $"Correct or remove the environment variables {service.EndpointVariable} and {EndpointVariableOfAllServices}.");
    }

    /// <summary>Whether the environment overrides the endpoint with a program on this machine, as tests do.</summary>
    /// <param name="service">The service.</param>
    /// <param name="variable">Returns the value of an environment variable; null for one that is not set.</param>
    public static bool IsLocal(AwsService service, Func<string, string?> variable) =>
        Uri.TryCreate(FindOverride(service, variable), UriKind.Absolute, out var url) && IsLocal(url);

    // The URL of a file is a loopback address too.
    private static bool IsLocal(Uri url) => url is { IsLoopback: true, Scheme: "http" or "https" };

    private static bool IsAws(Uri url, AwsDomains domains) => url.Scheme == Uri.UriSchemeHttps && domains.Contains(url.Host);

    private static string? FindOverride(AwsService service, Func<string, string?> variable) =>
        Find(variable, service.EndpointVariable) ?? Find(variable, EndpointVariableOfAllServices);

    private static string? Find(Func<string, string?> variable, string name) => variable(name) is { Length: > 0 } value ? value : null;
}
