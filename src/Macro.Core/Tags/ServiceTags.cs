using Macro.Core.Configuration;

namespace Macro.Core.Tags;

/// <summary>The tags that a forwarder adds to the logs of what it is subscribed to.</summary>
internal static class ServiceTags
{
    /// <summary>Twice what AWS lets a resource have: enough to make the error.</summary>
    private const int MaxPairs = 100;

    private static readonly Parameter[] Named = [ParameterCatalog.Service, ParameterCatalog.Env, ParameterCatalog.AppVersion];

    /// <summary><c>service</c>, <c>env</c>, <c>version</c> and the pairs of <c>tags</c>, as far as they are set.</summary>
    public static IEnumerable<Tag> From(MacroConfig config)
    {
        foreach (var parameter in Named)
        {
            if (config.Value(parameter) is { } value) yield return new Tag(parameter.Name, value);
        }
        foreach (var tag in FromPairs(config)) yield return tag;
    }

    /// <summary>The pairs of <c>tags</c>.</summary>
    public static IEnumerable<Tag> FromPairs(MacroConfig config)
    {
        foreach (var pair in config.Items(ParameterCatalog.Tags).Take(MaxPairs).Select(item => item.Split(':', 2, StringSplitOptions.TrimEntries)))
        {
            if (pair is [{ Length: > 0 } key, { Length: > 0 } value]) yield return new Tag(key, value);
        }
    }
}
