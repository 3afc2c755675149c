namespace Macro.Core.Lambda.Languages;

/// <summary>A Lambda runtime. Version ranges have no upper bound, so future runtimes work without a new release.</summary>
/// <param name="Identifier">As in the template: <c>python3.13</c>, <c>nodejs22.x</c>.</param>
/// <param name="Language">The language; null when Datadog has no library for the runtime.</param>
/// <param name="LayerName">Name of the library's layer on x86_64; null without a language.</param>
/// <param name="ArmLayerName">Name of the library's layer on arm64; null when none is published.</param>
internal sealed record Runtime(string Identifier, Language? Language, string? LayerName, string? ArmLayerName)
{
    /// <summary>Parses an identifier; a runtime without a library has no language.</summary>
    public static Runtime Parse(string identifier)
    {
        foreach (var language in LanguageCatalog.All)
        {
            if (RuntimeVersion.Parse(identifier, language.RuntimeFamily) is not { } version) continue;
            if (!Array.Exists(language.Runtimes, range => range.Contains(version))) continue;
            return new(identifier, language, language.LayerName(version), language.ArmLayerName(version));
        }
        return new(identifier, null, null, null);
    }
}
