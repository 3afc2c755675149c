using Macro.Cli.Preview;
using Macro.Core.Configuration;

namespace Macro.Cli.Configuration;

/// <summary>What a configuration file says about all templates, or about those of one pattern.</summary>
internal sealed record ConfigSection
{
    /// <summary>The macro's parameters, by their names in the catalog.</summary>
    public IReadOnlyDictionary<Parameter, ConfigValue<OverrideValue>> Parameters { get; init; } =
        new Dictionary<Parameter, ConfigValue<OverrideValue>>();

    /// <summary>Files with the values of template parameters; the last one with a value wins.</summary>
    public IReadOnlyList<ConfigValue<string>> ParameterFiles { get; init; } = [];

    /// <summary>The region; null when it is not given.</summary>
    public ConfigValue<string>? Region { get; init; }

    /// <summary>The account; null when it is not given.</summary>
    public ConfigValue<string>? Account { get; init; }

    /// <summary>The warnings that are not reported.</summary>
    public IReadOnlyList<ConfigValue<IgnoreRule>> Ignored { get; init; } = [];

    /// <summary>Combines two sections: the values of the second win, lists become longer.</summary>
    public ConfigSection OverriddenBy(ConfigSection later)
    {
        var parameters = new Dictionary<Parameter, ConfigValue<OverrideValue>>(Parameters);
        foreach (var (parameter, value) in later.Parameters) parameters[parameter] = value;
        return new()
        {
            Parameters = parameters,
            ParameterFiles = [.. ParameterFiles, .. later.ParameterFiles],
            Region = later.Region ?? Region,
            Account = later.Account ?? Account,
            Ignored = [.. Ignored, .. later.Ignored],
        };
    }
}
