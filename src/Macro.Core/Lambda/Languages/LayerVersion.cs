using System.Globalization;
using Macro.Core.Configuration;

namespace Macro.Core.Lambda.Languages;

/// <summary>Chooses the version of a layer: from the settings, or else the pinned one.</summary>
internal static class LayerVersion
{
    /// <summary>The pinned version of the extension's layer.</summary>
    public static readonly Setting PinnedExtension = Pin(ParameterCatalog.ExtensionLayerVersion, PinnedLayers.Extension);

    /// <summary>Creates the setting of a pinned version.</summary>
    public static Setting Pin(Parameter parameter, string version) => new(parameter) { Text = version };

    /// <summary>The version of a language's library layer; null when the settings name none and none may be pinned.</summary>
    public static Setting? OfLibrary(MacroConfig config, Language language) =>
        config[language.LayerVersion] ?? config[ParameterCatalog.LayerVersion]
            ?? (config.HasPinnedVersions ? language.PinnedVersion : null);

    /// <summary>The version of the extension's layer; null likewise.</summary>
    public static Setting? OfExtension(MacroConfig config) =>
        config[ParameterCatalog.ExtensionLayerVersion] ?? (config.HasPinnedVersions ? PinnedExtension : null);

    /// <summary>The version number of a language's library layer; null when none is added, or the settings do not show it.</summary>
    public static int? KnownLibrary(MacroConfig config, Language language) =>
        config.IsTrue(ParameterCatalog.AddLayers) ? Known(config, language.LayerArn, OfLibrary(config, language)) : null;

    /// <summary>The version number of the extension's layer; null when the settings do not show it.</summary>
    public static int? KnownExtension(MacroConfig config) => Known(config, ParameterCatalog.ExtensionLayerArn, OfExtension(config));

    /// <summary>
    /// The number of a version that Datadog publishes. A copy of a layer under another ARN has version numbers of its own.
    /// </summary>
    private static int? Known(MacroConfig config, Parameter arn, Setting? version)
    {
        if (config.IsSet(arn)) return config.Text(arn) is { } text && LayerArn.IsPublished(text) ? LayerArn.Version(text) : null;
        if (config.IsSet(ParameterCatalog.LayersAccountId)) return null;
        return version?.Text is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Whether a version is a pinned one.</summary>
    public static bool IsPinned(Setting version) =>
        ReferenceEquals(version, PinnedExtension) || LanguageCatalog.All.Any(language => ReferenceEquals(version, language.PinnedVersion));
}
