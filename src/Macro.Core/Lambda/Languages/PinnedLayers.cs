namespace Macro.Core.Lambda.Languages;

/// <summary>
/// The layer versions of this release, for functions whose settings name none. <c>build/pins.sh</c> updates the constants.
/// </summary>
/// <remarks>
/// Sources: https://github.com/DataDog/datadog-lambda-python/releases, https://github.com/DataDog/datadog-lambda-js/releases,
/// https://github.com/DataDog/datadog-lambda-java/releases, https://github.com/DataDog/dd-trace-dotnet-aws-lambda-layer/releases,
/// https://github.com/DataDog/datadog-lambda-rb/releases, https://github.com/DataDog/datadog-lambda-extension/releases
/// </remarks>
public static class PinnedLayers
{
    internal const string Python = "128";
    internal const string Node = "143";
    internal const string Dotnet = "26";
    internal const string Java = "28";
    internal const string Ruby = "30";
    internal const string Extension = "100";

    /// <summary>The pinned version of each library layer, then of the extension.</summary>
    public static IEnumerable<PinnedLayer> All => LanguageCatalog.All
        .Select(language => new PinnedLayer(language.Name, language.LayerVersion.Name, language.PinnedVersion.Text!))
        .Append(new PinnedLayer("extension", LayerVersion.PinnedExtension.Parameter.Name, Extension));
}

/// <summary>A pinned layer version.</summary>
/// <param name="Subject">The language of the library, such as <c>Node.js</c>, or <c>extension</c>.</param>
/// <param name="Parameter">The parameter that sets another version.</param>
/// <param name="Version">The version, a decimal number.</param>
public sealed record PinnedLayer(string Subject, string Parameter, string Version);
