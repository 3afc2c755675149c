using Macro.Aws;
using Macro.Aws.CloudWatchLogs;
using Macro.CloudFormation.Identifiers;

namespace Macro.Lambda.LogGroups;

/// <summary>Creates the client of CloudWatch Logs from the function's environment variables.</summary>
internal static class LogsClientFactory
{
    /// <summary>The domains of AWS that the function calls.</summary>
    public static AwsDomains Domains { get; } = new(region => Partition.ForRegion(region).Domain, Partition.Owns);

    /// <param name="variable">Returns the value of an environment variable; null for one that is not set.</param>
    /// <param name="http">Sends the requests.</param>
    /// <param name="retries">Retries the requests.</param>
    /// <exception cref="ConfigurationException">The region, the credentials or a valid endpoint are missing.</exception>
    public static CloudWatchLogsClient Create(Func<string, string?> variable, HttpMessageInvoker http, IRetryPolicy retries)
    {
        var region = variable("AWS_REGION") is { Length: > 0 } value
            ? value
            : throw new ConfigurationException("AWS_REGION is not set. AWS Lambda sets it; deploy again.");
        var endpoint = ServiceEndpoint.For(CloudWatchLogsClient.Service, region, variable, Domains);
        var credentials = RoleCredentials.From(variable);
        return new(new AwsClient(endpoint, () => Task.FromResult(credentials), http, retries));
    }
}
