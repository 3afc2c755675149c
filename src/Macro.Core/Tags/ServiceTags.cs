using Macro.Core.Config;

namespace Macro.Core.Tags;

/// <summary>The tags that a forwarder adds to the logs of what it is subscribed to.</summary>
internal static class ServiceTags
{
    private static readonly Parameter[] Named = [ParameterCatalog.Service, ParameterCatalog.Env, ParameterCatalog.AppVersion];

    /// <summary>Adds <c>service</c>, <c>env</c>, <c>version</c> and the pairs of <c>tags</c>, where no tag of that key exists.</summary>
    public static void Add(TagSet tags, MacroConfig config)
    {
        foreach (var parameter in Named)
        {
            if (config.Value(parameter) is { } value) tags.SetIfAbsent(parameter.Name, value);
        }
        foreach (var pair in config.Items(ParameterCatalog.Tags).Select(item => item.Split(':', 2, StringSplitOptions.TrimEntries)))
        {
            if (pair is [{ Length: > 0 } key, { Length: > 0 } value]) tags.SetIfAbsent(key, value);
        }
    }
}
