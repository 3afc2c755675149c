using Macro.Core.Configuration;
using Macro.Core.Pipeline;

namespace Macro.Core.Tags;

/// <summary>The resource tags that a forwarder copies to the logs of the resource.</summary>
internal sealed class ServiceTags
{
    private readonly ConfigCache<IReadOnlyList<Tag>> _tags = new(config => [.. From(config)]);

    /// <summary>Adds the tags whose keys the resource does not have yet.</summary>
    public void Add(TagSet tags, MacroConfig config, InstrumentationContext context, InstrumentationMemory memory)
    {
        RegisterSecrets(_tags[config], context);
        foreach (var tag in _tags[config]) tags.SetIfAbsent(tag, memory);
    }

    /// <summary><c>service</c>, <c>env</c>, <c>version</c> and the pairs of <c>tags</c>, if they are set.</summary>
    public static IEnumerable<Tag> From(MacroConfig config)
    {
        foreach (var parameter in TagPair.Named)
        {
            if (config.Value(parameter) is { } value) yield return new Tag(parameter.Name, value);
        }
        foreach (var tag in FromPairs(config)) yield return tag;
    }

    /// <summary>Registers the keys and values of tags from secret settings as secrets.</summary>
    private static void RegisterSecrets(IReadOnlyList<Tag> tags, InstrumentationContext context)
    {
        if (!context.Journal.IsRecording) return;
        var isSecret = context.IsSecret(ParameterCatalog.Tags);
        foreach (var tag in isSecret ? tags.Where(tag => !TagPair.Named.Any(parameter => parameter.Name == tag.Name.Text)) : [])
        {
            context.Secrets.Add(tag.Name.Text);
            context.Secrets.Add(tag.Value.Text ?? "");
        }
    }

    /// <summary>The pairs of <c>tags</c>.</summary>
    private static IEnumerable<Tag> FromPairs(MacroConfig config)
    {
        foreach (var item in config.Items(ParameterCatalog.Tags).Take(TagPair.MaxPairs))
        {
            if (TagPair.Parse(item) is { } pair) yield return new Tag(pair.Key, pair.Value);
        }
    }
}
