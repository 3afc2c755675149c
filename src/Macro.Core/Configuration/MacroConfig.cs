using Macro.Json;
using static Macro.Core.Configuration.ParameterCatalog;

namespace Macro.Core.Configuration;

/// <summary>The settings that hold for the stack, or for one resource of it, with defaults filled in.</summary>
internal sealed class MacroConfig
{
    private readonly Dictionary<Parameter, Setting> _settings;

    private MacroConfig(Dictionary<Parameter, Setting> settings)
    {
        _settings = settings;
        HasExtension = this[AddExtension] is { IsInvalid: false } asked ? asked.IsTrue : IsSet(ExtensionLayerVersion) || IsSet(ExtensionLayerArn);
        HasTracing = this[EnableTracing] is { IsTrue: true } or { IsInvalid: true };
        ApiKeySetting = ApiKeys.Select(key => this[key]).FirstOrDefault(setting => setting is not null);
    }

    public static readonly MacroConfig Defaults = new(
        All.Where(parameter => parameter.Default is not null).ToDictionary(parameter => parameter, parameter => new Setting(parameter) { Text = parameter.Default }));

    public Setting? this[Parameter parameter] => _settings.GetValueOrDefault(parameter);

    /// <summary>Whether the extension goes on functions: asked for by name, or by its version or ARN.</summary>
    public bool HasExtension { get; }

    /// <summary>Whether Datadog traces; a wrong value was reported, and nothing more is to follow from it.</summary>
    public bool HasTracing { get; }

    /// <summary>The one API-key parameter that is set; null: none.</summary>
    public Setting? ApiKeySetting { get; }

    public bool IsSet(Parameter parameter) => this[parameter] is not null;

    public bool IsTrue(Parameter parameter) => this[parameter] is { IsTrue: true };

    /// <summary>The text of a parameter; null when it is unset, wrong, or an expression.</summary>
    public string? Text(Parameter parameter) => this[parameter]?.Text;

    public IReadOnlyList<string> Items(Parameter parameter) => this[parameter]?.Items ?? [];

    /// <summary>The value as it is written into a template; null when it is unset.</summary>
    public Node? Value(Parameter parameter) => this[parameter]?.Value;

    /// <summary>These settings under those of a higher source.</summary>
    public MacroConfig MergedWith(IReadOnlyCollection<Setting> higher)
    {
        if (higher.Count == 0) return this;
        var merged = new Dictionary<Parameter, Setting>(_settings);
        foreach (var name in higher.SelectMany(setting => setting.Parameter.Replaces)) merged.Remove(Find(name)!);
        foreach (var setting in higher)
        {
            if (!setting.IsUnset) merged[setting.Parameter] = setting;
            else if (Defaults[setting.Parameter] is { } usual) merged[setting.Parameter] = usual;
            else merged.Remove(setting.Parameter);
        }
        return new MacroConfig(merged);
    }
}
