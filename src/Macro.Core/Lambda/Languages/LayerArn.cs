using System.Globalization;
using Macro.CloudFormation.Identifiers;
using Macro.Json;

namespace Macro.Core.Lambda.Languages;

/// <summary>Layer version ARNs of the layers that Datadog publishes.</summary>
/// <remarks>
/// Sources: https://docs.datadoghq.com/serverless/libraries_integrations/ and the GovCloud notes of
/// https://docs.datadoghq.com/serverless/aws_lambda/fips-compliance/
/// </remarks>
internal static class LayerArn
{
    private const string DatadogAccount = "464622532012";
    private const string DatadogGovCloudAccount = "002406178527";

    /// <summary>The ARN of a layer version; null where Datadog publishes none and no other account is given.</summary>
    public static string? Create(string region, string? accountId, string layerName, string version)
    {
        var partition = Partition.ForRegion(region).Name;
        accountId ??= partition switch
        {
            Partition.Standard => DatadogAccount,
            Partition.GovCloud => DatadogGovCloudAccount,
            _ => null,
        };
        return accountId is null ? null : $"arn:{partition}:lambda:{region}:{accountId}:layer:{layerName}:{version}";
    }

    /// <summary>
    /// Whether a layer version is one that Datadog publishes in the standard partition, where it signs its layers; false when the ARN is
    /// an expression.
    /// </summary>
    public static bool IsSigned(Node arn) => arn.Text is { } text && text.StartsWith("arn:aws:", StringComparison.Ordinal)
        && text.Contains($":{DatadogAccount}:layer:", StringComparison.Ordinal);

    /// <summary>Whether a layer version is one that Datadog publishes, whose number is that of a release.</summary>
    public static bool IsPublished(string arn) => arn.Contains($":{DatadogAccount}:layer:", StringComparison.Ordinal)
        || arn.Contains($":{DatadogGovCloudAccount}:layer:", StringComparison.Ordinal);

    /// <summary>Whether two layer version ARNs are versions of the same layer.</summary>
    public static bool IsSameLayer(string a, string b) => SpanWithoutVersion(a).SequenceEqual(SpanWithoutVersion(b));

    /// <summary>The ARN of the layer itself; the text itself when it has no version.</summary>
    public static string WithoutVersion(string arn) => SpanWithoutVersion(arn).ToString();

    /// <summary>
    /// Whether a layer is Datadog's library or extension for another runtime, architecture or edition than <paramref name="wanted"/>.
    /// </summary>
    public static bool IsOutdated(string arn, string wanted) =>
        !IsSameLayer(arn, wanted) && Family(Name(arn)) is { } family && family == Family(Name(wanted));

    /// <summary>Library or extension; null for any other layer.</summary>
    private static string? Family(string name) =>
        name.StartsWith("Datadog-Extension", StringComparison.Ordinal) ? "extension"
        : name.StartsWith("dd-trace-", StringComparison.Ordinal) || name.StartsWith("Datadog-Python", StringComparison.Ordinal)
            || name.StartsWith("Datadog-Node", StringComparison.Ordinal) || name.StartsWith("Datadog-Ruby", StringComparison.Ordinal)
            ? "library"
        : null;

    /// <summary>The layer's name in a layer version ARN.</summary>
    public static string Name(string arn) => arn.Split(':') is [.., var name, _] ? name : arn;

    /// <summary>The version at the end of a layer version ARN; null when there is none.</summary>
    public static int? Version(string arn) =>
        int.TryParse(arn.AsSpan(arn.LastIndexOf(':') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : null;

    private static ReadOnlySpan<char> SpanWithoutVersion(string arn) =>
        arn.LastIndexOf(':') is var colon and > 0 ? arn.AsSpan(0, colon) : arn;
}
