namespace Macro.Core.Configuration;

/// <summary>Caches values that depend only on the settings: computes each once for all resources with the same settings.</summary>
internal sealed class ConfigCache<T>(Func<MacroConfig, T> create)
{
    private readonly Dictionary<MacroConfig, T> _values = [];

    public T this[MacroConfig config] => _values.TryGetValue(config, out var value) ? value : _values[config] = create(config);
}
