using Macro.Core.Templates;

namespace Macro.Lambda.CloudWatch;

/// <summary>Where CloudWatch Logs is called.</summary>
/// <param name="Region">Region that requests are signed for.</param>
/// <param name="Url">Address of the API.</param>
internal sealed record LogsEndpoint(string Region, Uri Url)
{
    /// <summary>The region's own endpoint, unless the variables of AWS's SDKs name another.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html</remarks>
    /// <param name="variable">Gives an environment variable's value; null for one that is not set.</param>
    /// <exception cref="InvalidOperationException">No region is set, or an endpoint is no URL.</exception>
    public static LogsEndpoint From(Func<string, string?> variable)
    {
        var region = Find(variable, "AWS_REGION") ?? throw new InvalidOperationException("AWS_REGION is not set.");
        var url = Override(variable) ?? $"https://logs.{region}.{Partition.Of(region).Domain}/";
        return Uri.TryCreate(url, UriKind.Absolute, out var parsed)
            ? new LogsEndpoint(region, parsed)
            : throw new InvalidOperationException("The configured endpoint of CloudWatch Logs is no URL.");
    }

    /// <summary>Whether a program on this machine stands in for AWS, as in tests.</summary>
    public static bool IsLocal(Func<string, string?> variable) => Uri.TryCreate(Override(variable), UriKind.Absolute, out var url) && url.IsLoopback;

    private static string? Override(Func<string, string?> variable) => Find(variable, "AWS_ENDPOINT_URL_CLOUDWATCH_LOGS") ?? Find(variable, "AWS_ENDPOINT_URL");

    private static string? Find(Func<string, string?> variable, string name) => variable(name) is { Length: > 0 } value ? value : null;
}
