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

    /// <summary>Whether a version is a pinned one.</summary>
    public static bool IsPinned(Setting version) =>
        ReferenceEquals(version, PinnedExtension) || LanguageCatalog.All.Any(language => ReferenceEquals(version, language.PinnedVersion));
}
