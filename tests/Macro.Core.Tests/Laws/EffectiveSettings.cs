using Macro.Core.Configuration;
using Macro.Core.Lambda.Languages;
using Macro.Core.Tests.Laws.Cases;

namespace Macro.Core.Tests.Laws;

/// <summary>What holds for one function, found from the sources as the documentation tells, without the macro's own reader.</summary>
internal sealed class EffectiveSettings
{
    private static readonly string[] LibraryFamilies = ["python", "node", "dotnet", "java", "ruby"];
    private readonly List<Dictionary<string, Given>> _sources;

    public EffectiveSettings(TemplateCase template, TargetCase target) => _sources =
    [
        Named(target.Settings),
        Named(template.Settings.Stack),
        Named(ParameterCatalog.All.SelectMany(parameter => template.Settings.Process.Where(
            variable => variable.Name == parameter.ProcessVariable).Select(variable => (parameter.Name, Given.Text(variable.Value))))),
    ];

    public bool IsTrue(string name, bool usually) => First(name) is { } given ? Is(given) : usually;

    public string? Text(string name) => First(name)?.Value;

    /// <summary>
    /// Whether the extension is on: a source that names the forwarder silences those below it, unless one above it names the extension.
    /// </summary>
    public bool HasExtension
    {
        get
        {
            var decides = _sources.Find(source => source.ContainsKey("forwarderArn") || TurnsExtensionOn(source));
            var heard = decides is null || TurnsExtensionOn(decides) ? _sources : _sources[..(_sources.IndexOf(decides) + 1)];
            var asked = heard.Select(source => source.GetValueOrDefault("addExtension")).FirstOrDefault(given => given is not null);
            return asked is not null
                ? Is(asked)
                : heard.Exists(source => source.ContainsKey("extensionLayerVersion") || source.ContainsKey("extensionLayerArn"));
        }
    }

    private static bool TurnsExtensionOn(Dictionary<string, Given> source) => source.TryGetValue("addExtension", out var asked)
        ? Is(asked)
        : source.ContainsKey("extensionLayerVersion") || source.ContainsKey("extensionLayerArn");

    /// <summary>What an expected layer's ARN holds; null where nothing says which.</summary>
    public string? LibraryLayer(string runtime, bool isArm)
    {
        var family = LibraryFamilies.First(family => runtime.StartsWith(family, StringComparison.Ordinal));
        foreach (var source in _sources)
        {
            if (source.TryGetValue($"{family}LayerArn", out var arn)) return arn.Json;
            if (source.TryGetValue($"{family}LayerVersion", out var version) || source.TryGetValue("layerVersion", out version))
                return $":layer:{LayerName(family, runtime, isArm)}:{version.Value ?? version.Json.Trim('"')}\"";
        }
        if (!IsTrue("pinnedLayerVersions", true) || Text("layersAccountId") is not null) return null;
        return $":layer:{LayerName(family, runtime, isArm)}:{Pinned(family)}\"";
    }

    /// <summary>The family that the runtime has a library of; null for none.</summary>
    public static string? Family(string runtime) => runtime is "go1.x" or "provided.al2023"
        ? null
        : LibraryFamilies.FirstOrDefault(family => runtime.StartsWith(family, StringComparison.Ordinal));

    private static string Pinned(string family) =>
        PinnedLayers.All.First(layer => layer.Parameter == $"{family}LayerVersion").Version;

    private static string LayerName(string family, string runtime, bool isArm) => (family switch
    {
        "python" => $"Datadog-Python{runtime[6..].Replace(".", "", StringComparison.Ordinal)}",
        "node" => $"Datadog-Node{runtime[6..].Replace('.', '-')}",
        "ruby" => $"Datadog-Ruby{runtime[4..].Replace('.', '-')}",
        "java" => "dd-trace-java",
        _ => "dd-trace-dotnet",
    }) + (isArm && family is not ("node" or "java") ? "-ARM" : "");

    private Given? First(string name) =>
        _sources.Select(source => source.GetValueOrDefault(name)).FirstOrDefault(given => given is not null);

    private static bool Is(Given given) => bool.Parse(given.Value!);

    private static Dictionary<string, Given> Named(IEnumerable<(string Name, Given Value)> settings) =>
        settings.ToDictionary(setting => ParameterCatalog.Find(setting.Name)?.Name ?? setting.Name, setting => setting.Value);
}
