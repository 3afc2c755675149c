namespace Macro.Core.Configuration;

/// <summary>What follows from the settings alone, made once for all the resources that share them.</summary>
internal sealed class ConfigCache<T>(Func<MacroConfig, T> make)
{
    private readonly Dictionary<MacroConfig, T> _made = [];

    public T this[MacroConfig config] => _made.TryGetValue(config, out var made) ? made : _made[config] = make(config);
}
