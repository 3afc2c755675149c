using System.Globalization;

namespace Macro.Core.Lambda.Languages;

/// <summary>The layers that Datadog publishes, for hosts that compare them with <see cref="PinnedLayers"/>.</summary>
public static class PublishedLayers
{
    private const string ExtensionName = "Datadog-Extension";
    private static readonly string[] ExtensionNames =
        [ExtensionName, $"{ExtensionName}-ARM", $"{ExtensionName}-FIPS", $"{ExtensionName}-ARM-FIPS"];

    private static readonly RuntimeVersion AnyVersion = new(0, 0, VersionShape.Other);

    /// <summary>The runtimes that Lambda supports, one for each layer.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html</remarks>
    private static readonly string[] Runtimes =
    [
        "python3.10", "python3.11", "python3.12", "python3.13", "python3.14", "nodejs20.x", "nodejs22.x", "nodejs24.x", "dotnet8",
        "java21", "ruby3.2", "ruby3.3", "ruby3.4",
    ];

    /// <summary>
    /// The layer version ARNs of the pinned versions in a region: the libraries of the runtimes that Lambda supports, and the extension,
    /// for both architectures; none in a partition where Datadog publishes no layers.
    /// </summary>
    /// <param name="region">The region, such as <c>eu-west-3</c>.</param>
    public static IEnumerable<string> PinnedIn(string region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var names = Runtimes.Select(Runtime.Parse)
            .SelectMany(runtime => (string?[])[runtime.LayerName, runtime.ArmLayerName]).OfType<string>().Concat(ExtensionNames);
        foreach (var name in names.Distinct())
        {
            var version = FindPinnedVersion(name)!.Value.ToString(CultureInfo.InvariantCulture);
            if (LayerArn.Create(region, null, name, version) is { } arn) yield return arn;
        }
    }

    /// <summary>The pinned version of one of Datadog's layers; null for any other layer.</summary>
    /// <param name="layerName">The name of the layer, such as <c>Datadog-Python313-ARM</c>.</param>
    public static int? FindPinnedVersion(string layerName)
    {
        ArgumentNullException.ThrowIfNull(layerName);
        if (Array.IndexOf(ExtensionNames, layerName) >= 0) return int.Parse(PinnedLayers.Extension, CultureInfo.InvariantCulture);
        foreach (var language in LanguageCatalog.All)
        {
            var prefix = language.LayerName(AnyVersion).Split('0')[0];
            if (layerName.StartsWith(prefix, StringComparison.Ordinal))
                return int.Parse(language.PinnedVersion.Text!, CultureInfo.InvariantCulture);
        }
        return null;
    }
}
