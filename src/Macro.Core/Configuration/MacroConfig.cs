using Macro.Json;
using static Macro.Core.Configuration.ParameterCatalog;

namespace Macro.Core.Configuration;

/// <summary>The settings of the stack or of one resource, including defaults.</summary>
internal sealed class MacroConfig
{
    private readonly Dictionary<Parameter, Setting> _settings;

    private MacroConfig(Dictionary<Parameter, Setting> settings)
    {
        _settings = settings;
        HasExtension = this[AddExtension] is { IsInvalid: false } addExtension
            ? addExtension.IsTrue
            : IsSet(ExtensionLayerVersion) || IsSet(ExtensionLayerArn);
        HasTracing = this[EnableTracing] is { IsTrue: true } or { IsInvalid: true };
        ApiKeySetting = ApiKeys.Select(key => this[key]).FirstOrDefault(setting => setting is not null);
    }

    /// <summary>The defaults of all parameters.</summary>
    public static readonly MacroConfig Defaults = new(All
        .Where(parameter => parameter.Default is not null)
        .ToDictionary(parameter => parameter, parameter => new Setting(parameter) { Text = parameter.Default }));

    /// <summary>The setting of a parameter; null if it is unset.</summary>
    public Setting? this[Parameter parameter] => _settings.GetValueOrDefault(parameter);

    /// <summary>Whether functions get the extension: <c>addExtension</c>, or if that is unset, whether its version or ARN is set.</summary>
    public bool HasExtension { get; }

    /// <summary>Whether Datadog tracing is on. An invalid value counts as on, so that it does not cause further errors.</summary>
    public bool HasTracing { get; }

    /// <summary>
    /// Whether layers without a version get the pinned one. The versions of layers in another account are not Datadog's, so none is pinned.
    /// </summary>
    public bool HasPinnedVersions => IsTrue(PinnedLayerVersions) && !IsSet(LayersAccountId);

    /// <summary>The first API key parameter that is set; null if none is.</summary>
    public Setting? ApiKeySetting { get; }

    /// <summary>Whether any source sets the parameter, or it has a default.</summary>
    public bool IsSet(Parameter parameter) => this[parameter] is not null;

    /// <summary>Whether the parameter is <c>true</c>.</summary>
    public bool IsTrue(Parameter parameter) => this[parameter] is { IsTrue: true };

    /// <summary>The text of a parameter; null if it is unset, invalid or an expression.</summary>
    public string? Text(Parameter parameter) => this[parameter]?.Text;

    /// <summary>The items of a list; empty if the parameter is unset, invalid or an expression.</summary>
    public IReadOnlyList<string> Items(Parameter parameter) => this[parameter]?.Items ?? [];

    /// <summary>The value as it is written into the template; null if it is unset or invalid.</summary>
    public Node? Value(Parameter parameter) => this[parameter]?.Value;

    /// <summary>These settings, overridden by those of a higher source.</summary>
    public MacroConfig MergedWith(IReadOnlyCollection<Setting> higher)
    {
        if (higher.Count == 0) return this;
        var merged = new Dictionary<Parameter, Setting>(_settings);
        foreach (var name in higher.SelectMany(setting => setting.Parameter.Replaces)) merged.Remove(Find(name)!);
        foreach (var setting in higher)
        {
            if (!setting.IsUnset) merged[setting.Parameter] = setting;
            else if (Defaults[setting.Parameter] is { } byDefault) merged[setting.Parameter] = byDefault;
            else merged.Remove(setting.Parameter);
        }
        return new MacroConfig(merged);
    }
}
