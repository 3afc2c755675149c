using Macro.Cli.Preview;
using Macro.Core.Configuration;
using Macro.Json;

namespace Macro.Cli.Configuration;

/// <summary>Reads what a configuration file says about the templates of a pattern.</summary>
/// <param name="problems">Receives what is wrong.</param>
/// <param name="pattern">The pattern; null for all templates.</param>
internal sealed class ConfigSectionReader(ConfigProblems problems, string? pattern)
{
    private const int AccountLength = 12;

    /// <summary>Reads a section.</summary>
    /// <param name="section">Its keys and values.</param>
    /// <param name="known">The keys that it may have; others are reported.</param>
    public ConfigSection Read(ObjectNode section, IReadOnlyList<string> known)
    {
        foreach (var (key, value) in section)
        {
            if (!known.Contains(key)) problems.AddUnknown(value.Path, "key", key, known);
        }
        var parameters = section[ConfigKeys.Parameters];
        if (parameters is not (null or ObjectNode))
            problems.Add(parameters.Path, "The value of parameters must be an object.", "Write names and values of macro parameters.");
        return new()
        {
            Parameters = ReadParameters(parameters as ObjectNode ?? [], []),
            ParameterFiles = [.. ReadTexts(section[ConfigKeys.ParameterFiles], ConfigKeys.ParameterFiles)],
            Region = ReadText(section[ConfigKeys.Region], ConfigKeys.Region),
            Account = ReadAccount(section[ConfigKeys.Account]),
            Ignored =
            [
                .. ReadCodes(section[ConfigKeys.Ignore], ConfigKeys.Ignore, logicalId: null),
                .. ReadByResource(section[ConfigKeys.IgnoreByResource]),
            ],
        };
    }

    /// <summary>Reads macro parameters.</summary>
    /// <param name="members">Their names and values.</param>
    /// <param name="otherNames">Names that may be meant by a misspelled one.</param>
    public Dictionary<Parameter, ConfigValue<OverrideValue>> ReadParameters(ObjectNode members, IEnumerable<string> otherNames)
    {
        var parameters = new Dictionary<Parameter, ConfigValue<OverrideValue>>();
        foreach (var (name, value) in members)
        {
            if (ParameterCatalog.Find(name) is not { } parameter)
                problems.AddUnknown(value.Path, "macro parameter", name, ParameterCatalog.Names.Concat(otherNames));
            else if (ReadValue(value) is not { } text)
                problems.Add(value.Path, $"The value of {name} is not accepted.", $"Accepted: {parameter.Accepts}.");
            else if (!parameters.TryAdd(parameter, new(text, problems.PlaceOf(value, pattern))))
                problems.Add(value.Path, $"{name} and another spelling of {parameter.Name} are both set.", "Remove one of the two.");
        }
        return parameters;
    }

    private static OverrideValue? ReadValue(Node value)
    {
        if (value is ScalarNode { Spelling: { } text }) return new(text);
        if (value is not ArrayNode list || list.Any(item => item is not ScalarNode { Spelling: not null })) return null;
        List<string> items = [.. list.Select(item => ((ScalarNode)item).Spelling!)];
        return new(string.Join(',', items)) { Items = items };
    }

    private ConfigValue<string>? ReadText(Node? value, string key)
    {
        if (value is null) return null;
        if (value is ScalarNode { Spelling: { Length: > 0 } text }) return new(text, problems.PlaceOf(value, pattern));
        problems.Add(value.Path, $"The value of {key} must be a string.", "Write it in quotes.");
        return null;
    }

    private ConfigValue<string>? ReadAccount(Node? value)
    {
        if (ReadText(value, ConfigKeys.Account) is not { } account) return null;
        if (account.Value.Length == AccountLength && account.Value.All(char.IsAsciiDigit)) return account;
        problems.Add(value!.Path, $"The value of account must have {AccountLength} digits.", "Write it in quotes, with leading zeros.");
        return null;
    }

    private IEnumerable<ConfigValue<string>> ReadTexts(Node? value, string key)
    {
        if (value is null) return [];
        IEnumerable<Node> items = value as ArrayNode ?? [value];
        return items.Select(item => ReadText(item, key)).OfType<ConfigValue<string>>();
    }

    private IEnumerable<ConfigValue<IgnoreRule>> ReadCodes(Node? value, string key, string? logicalId)
    {
        if (value is null) yield break;
        IEnumerable<Node> items = value as ArrayNode ?? [value];
        foreach (var item in items)
        {
            if (ReadText(item, key) is not { } code) continue;
            var name = code.Value.Trim().ToUpperInvariant();
            if (IgnoredCodes.Problem(name) is var (cause, remedy)) problems.Add(item.Path, cause, remedy);
            else yield return new(new(name, logicalId), code.Place);
        }
    }

    private IEnumerable<ConfigValue<IgnoreRule>> ReadByResource(Node? value)
    {
        if (value is null) return [];
        if (value is ObjectNode resources)
            return resources.SelectMany(resource => ReadCodes(resource.Value, ConfigKeys.IgnoreByResource, resource.Key));
        problems.Add(value.Path, "The value of ignoreByResource must be an object.", "Write logical ids with lists of codes.");
        return [];
    }
}
