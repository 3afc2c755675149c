using Macro.Core.Configuration;
using Macro.Core.Pipeline;

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

    /// <summary>Makes tags that come from secret settings known as secrets, since their keys and values are parts of these.</summary>
    public static void Register(IReadOnlyList<Tag> tags, InstrumentationContext context)
    {
        if (!context.Journal.IsRecording) return;
        var isSecret = context.IsSecret(ParameterCatalog.Tags);
        foreach (var tag in isSecret ? tags.Where(tag => !Array.Exists(Named, parameter => parameter.Name == tag.Name.Text)) : [])
        {
            context.Secrets.Add(tag.Name.Text);
            context.Secrets.Add(tag.Value.Text ?? "");
        }
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
